// What is told beside the table, large: whose stone it is now, the stone that is read, and the questions for the talk.
import { html, useRef } from "../shared/vendor/htm-preact.js"
import { _, ngettext } from "../shared/i18n.js"
import { Tile } from "../shared/figures.js"
import { useFit } from "../shared/fit.js"
import { HALVES, HalfSign } from "./stones.js"

/** The stone that was laid last, or that has the word; without one, what the room is waiting for. */
export function Telling({ data }) {
  const { word } = data
  if (!word) return html`<aside class="sheet telling">
    <p class="ask">${data.lying ? _("Wie vertelt verder?") : _("De tafel is nog leeg. Wie legt de eerste steen?")}</p>
    ${data.lying > 0 && html`<p class="count">${ngettext("{n} steen op tafel", "{n} stenen op tafel", data.lying)}</p>`}</aside>`
  return html`<aside class="sheet telling" key=${word.id}>
    <${Teller} who=${word} does=${_("vertelt")} />
    <${BigStone} stone=${word} />
    ${word.joint?.shared && html`<p class="shares"><span>${_("Ze delen:")}</span> <b dir="auto">${word.joint.shared}</b></p>`}
    <p class="ask">${_("Herken je dit? Leg je steen ernaast.")}</p>
  </aside>`
}

function Teller({ who, does }) {
  const name = who.name || who.organisation
  return html`<div class="teller">${who.tile && html`<${Tile} tile=${who.tile} size=${84} />`}
    <p><b class="name" dir="auto">${name || _("Iemand")}</b> ${does}${who.name && html`<br /><span class="muted name" dir="auto">${who.organisation}</span>`}</p></div>`
}

function BigStone({ stone }) {
  return html`<div class="big-stone">${HALVES.map((half) => html`<${BigHalf} key=${half} half=${half} text=${stone[half]} />`)}</div>`
}

function BigHalf({ half, text, lit = false }) {
  const box = useRef(null)
  useFit(box, text)
  return html`<div class=${`face is-${half}${lit ? " is-lit" : ""}`} ref=${box}><${HalfSign} half=${half} size=${40} /><span dir="auto">${text || "…"}</span></div>`
}

/** One stone of the walk: the half it touches, what they share, and the stone itself. */
export function Reading({ walk }) {
  const { joint } = walk
  return html`<section class="reading" key=${walk.id} aria-live="polite">
    <p class="count">${_("Steen {n} van {total}", { n: walk.index, total: walk.total })}</p>
    ${joint && html`<div class="from"><${Small} who=${joint} /><div class="one-half"><${BigHalf} half=${joint.half} text=${joint[joint.half]} /></div></div>
      <div class="between"><span>${_("delen")}</span><b dir="auto">${joint.shared || "…"}</b></div>`}
    <div class="this"><${Small} who=${walk} /><div class="big-stone">${HALVES.map((half) => html`<${BigHalf} key=${half} half=${half} text=${walk[half]} lit=${joint?.half === half} />`)}</div></div>
    ${walk.threads.length > 0 && html`<ul class="also">${walk.threads.slice(0, 3).map((one) => html`<li><span>${_("Raakt ook aan")}</span> <b dir="auto">${one.top} / ${one.flop}</b>: <span dir="auto">${one.text}</span></li>`)}</ul>`}
  </section>`
}

function Small({ who }) {
  const name = who.name || who.organisation
  if (!name) return html`<p class="small-who"></p>`
  return html`<p class="small-who">${who.tile && html`<${Tile} tile=${who.tile} size=${44} />`}<b class="name" dir="auto">${name}</b></p>`
}

export function Questions({ questions }) {
  const box = useRef(null)
  useFit(box, questions.join(""))
  if (!questions.length) return null
  return html`<section class="sheet questions" ref=${box}><h2>${_("Praat samen na")}</h2><ul>${questions.map((text) => html`<li dir="auto">${text}</li>`)}</ul></section>`
}
