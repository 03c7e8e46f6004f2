// What is told beside the table, large: whose stone it is now, the stone that is read, and the
// questions for the talk.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"
import { HalfSign, HALVES } from "./stones.js"

/**
 * The stone that was laid last, or that has the word; without one, what the room is waiting for.
 * `card`: where it lies among the stones, while the stone itself can be read on the table; without
 * it the stone stands here, large.
 */
export function Telling({ data }) {
  const { word, card } = data
  const place = card &&
    `transform:translate(${card.x}px,${card.y}px);width:${card.width}px;height:${card.height}px`
  const kind = `sheet telling${card ? ` is-near${card.height < 120 ? " is-strip" : ""}` : ""}`
  if (!word) {
    return html`
      <aside class=${kind} style=${place}>
        <p class="ask">${data.left > 0 ? _("Wie vertelt verder?") : _("Alle stenen liggen.")}</p>
        <p class="count">${ngettext("{n} steen op tafel", "{n} stenen op tafel", data.lying)}</p>
      </aside>
    `
  }
  return html`<aside class=${kind} style=${place} key=${`${word.id} ${place ?? ""}`}>
    <${Teller} who=${word} does=${_("vertelt")} size=${card ? 72 : 84} />
    ${!card && html`<${BigStone} stone=${word} />`}
    ${
    !card && word.joint?.shared && html`
      <p
        class="shares"><span>${_(
          "Ze delen:",
        )}</span><br /><b class="set" style=${`font-size:${word.joint.shared.size}px`}
          dir="auto">${word
            .joint.shared.lines.join("\n")}</b></p>
    `
  }
    <p class="ask">${
    data.left > 0 ? _("Herken je dit? Leg je steen ernaast.") : _("Alle stenen liggen.")
  }</p>
  </aside>`
}

function Teller({ who, does, size }) {
  const name = who.name || who.organisation
  return html`<div class="teller">${who.tile && html`<${Tile} tile=${who.tile} size=${size} />`}
    <p><span class="who"><b class="name" dir="auto">${name || _("Iemand")}</b> ${does}</span>${
    who.name && html`<br /><span class="muted name" dir="auto">${who.organisation}</span>`
  }</p></div>`
}

function BigStone({ stone }) {
  return html`<div class="big-stone">${
    HALVES.map((half) => html`<${BigHalf} key=${half} half=${half} words=${stone.words[half]} />`)
  }</div>`
}

/** The server set the lines: in the largest letters that fit. */
function BigHalf({ half, words, lit = false }) {
  return html`
    <div class=${`face half-set is-${half}${
      lit ? " is-lit" : ""
    }`} style=${`font-size:${words.size}px`}>
      <div><${HalfSign} half=${half} size=${words.size *
        0.9} /><span class="set" dir="auto">${words.lines.join("\n") || "…"}</span></div>
    </div>
  `
}

/** One stone of the walk: the half it touches, what they share, and the stone itself. */
export function Reading({ walk }) {
  const { joint } = walk
  return html`<section class="reading" key=${walk.id} aria-live="polite">
    <p class="count">${_("Steen {n} van {total}", { n: walk.index, total: walk.total })}</p>
    ${
    joint && html`
      <div class="from">
        <${Small} who=${joint} />
        <div class="one-half">
          <${BigHalf} half=${joint.half} words=${joint.words[joint.half]} />
        </div>
      </div>
      <div
        class="between"><span>${_("delen")}</span><b class="set" style=${`font-size:${
          joint.shared?.size ?? 48
        }px`} dir="auto">${joint.shared?.lines.join("\n") ?? "…"}</b></div>
    `
  }
    <div class="this"><${Small} who=${walk} /><div class="big-stone">${
    HALVES.map((half) =>
      html`<${BigHalf} key=${half} half=${half} words=${walk.words[half]} lit=${
        joint?.half === half
      } />`
    )
  }</div></div>
    ${
    walk.threads.length > 0 && html`<ul class="also">${
      walk.threads.slice(0, 3).map((one) =>
        html`<li><span>${
          _("Raakt ook aan")
        }</span> <b dir="auto">${one.top} / ${one.flop}</b>: <span dir="auto">${one.text}</span>
          </li>`
      )
    }</ul>`
  }
  </section>`
}

function Small({ who }) {
  const name = who.name || who.organisation
  if (!name) return html`<p class="small-who"></p>`
  return html`<p class="small-who">${
    who.tile && html`<${Tile} tile=${who.tile} size=${44} />`
  }<b class="name" dir="auto">${name}</b></p>`
}

export function Questions({ questions }) {
  const box = useRef(null)
  useFit(box, questions.join(""))
  if (!questions.length) return null
  return html`
    <section class="sheet questions" ref=${box}>
      <h2>${_("Praat samen na")}</h2>
      <ul>${questions.map((text) => html`<li dir="auto">${text}</li>`)}</ul>
    </section>
  `
}
