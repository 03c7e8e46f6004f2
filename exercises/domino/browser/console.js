// The facilitator's desk: who has a stone, what is done with each, and the steps of the walk.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check, Chevron, Cross, Tile } from "../../kit/browser/figures.js"
import { LayForm, ThreadForm, WriteForm } from "./console_forms.js"

const WORDS = {
  none: () => _("nog niets"),
  busy: () => _("schrijft"),
  whole: () => _("geschreven"),
  ready: () => _("klaar"),
  back: () => _("teruggenomen"),
  lies: () => _("ligt"),
}

export default function DominoDesk({ data, api }) {
  const [open, setOpen] = useState(null) // {id, what}
  const shut = () => setOpen(null)
  const lying = data.people.filter((one) => one.state === "lies")
  const waiting = data.people.filter((one) => one.state !== "lies")
  const row = (one) =>
    html`
      <${Row} key=${one.id} one=${one} data=${data} lying=${lying} api=${api}
        what=${open?.id === one.id ? open.what : null}
        pick=${(what) =>
          setOpen(
            open?.id === one.id && open.what === what ? null : { id: one.id, what },
          )} shut=${shut} />
    `
  return html`<div class="domino-console">
    ${data.stage === "walk" && html`<${Steps} data=${data} api=${api} />`}
    <section><h2>${_("Nog niet op tafel")} <span class="n">${waiting.length}</span></h2>
      ${
    waiting.length
      ? html`<ul>${sorted(waiting).map(row)}</ul>`
      : html`<p class="none">${_("Alle stenen liggen.")}</p>`
  }</section>
    <section><h2>${_("Op tafel")} <span class="n">${lying.length}</span></h2>
      ${
    lying.length
      ? html`<ul>${lying.map(row)}</ul>`
      : html`<p class="none">${_("Er ligt nog niets.")}</p>`
  }</section>
  </div>`
}

const ORDER = ["ready", "whole", "back", "busy", "none"]
const sorted = (people) =>
  [...people].sort((one, two) => ORDER.indexOf(one.state) - ORDER.indexOf(two.state))

/** Going through the trail; the first and the last have no further way. */
function Steps({ data, api }) {
  const { walk, at } = data
  if (at === null) return html`<p class="none">${_("Er ligt nog niets om te lopen.")}</p>`
  const go = (to) => api.contribute("table.walk", { stone: walk[to] })
  return html`
    <div class="walk-steps" role="group" aria-label=${_("Het spoor lopen")}>
      <button type="button" class="btn quiet con-sm" aria-disabled=${at === 0}
        onClick=${() => go(at - 1)}><${Chevron} dir="left" size=${18} />${_(
          "Vorige steen",
        )}</button>
      <p role="status"><b>${_("{n} van {m}", { n: at + 1, m: walk.length })}</b></p>
      <button type="button" class="btn quiet con-sm" aria-disabled=${at === walk.length - 1}
        onClick=${() => go(at + 1)}>${_("Volgende steen")}<${Chevron} size=${18} /></button>
    </div>
  `
}

function Row({ one, data, lying, api, what, pick, shut }) {
  const lies = one.state === "lies"
  return html`<li class=${`row is-${one.state}${data.word === one.id ? " is-word" : ""}`}>
    <div class="head">
      <${Tile} tile=${one.tile} size=${26} />
      <b class="name" translate="no" dir="auto">${one.name}</b><span class="state">${
    lies || one.state === "ready" ? html`<${Check} size=${16} />` : null
  }${data.word === one.id ? _("vertelt nu") : WORDS[one.state]()}</span>
    </div>
    ${lies && html`<${Lying} one=${one} data=${data} api=${api} />`}
    <div class="keys">${
    lies
      ? html`
        <${LyingKeys} one=${one} data=${data} lying=${lying} api=${api} what=${what}
          pick=${pick} shut=${shut} />
      `
      : html`<${WaitingKeys} one=${one} lying=${lying} what=${what} pick=${pick} />`
  }</div>
    ${
    what === "lay" &&
    html`<${LayForm} one=${one} lying=${lying} limit=${data.limit} api=${api} shut=${shut} />`
  }
    ${
    what === "thread" &&
    html`<${ThreadForm} one=${one} lying=${lying} limit=${data.limit} api=${api} shut=${shut} />`
  }
    ${
    what === "write" &&
    html`<${WriteForm} one=${one} limit=${data.limit} api=${api} shut=${shut} />`
  }
  </li>`
}

/** What lies is public: the texts, and what it shares with whom. */
function Lying({ one, data, api }) {
  const name = (id) => data.people.find((person) => person.id === id)?.name ?? _("iemand")
  return html`<p class="texts"><span dir="auto">▲ ${one.top}</span><span
    dir="auto">▼ ${one.flop}</span></p>
    ${
    one.joint &&
    html`<p class="tie">${
      one.joint.half === "top" ? _("top bij top van") : _("flop bij flop van")
    } <b class="name" translate="no" dir="auto">${name(one.joint.id)}</b>${
      one.joint.shared && html`: <span dir="auto">${one.joint.shared}</span>`
    }</p>`
  }
    ${
    one.threads.map((thread) =>
      html`
        <p
          class="tie is-thread">${_("draad met")} <b class="name" translate="no" dir="auto">${name(
            thread.id,
          )}</b>: <span dir="auto">${thread.text}</span>
              ${thread.slot && html`
                <button type="button" class="cut" onClick=${() =>
                  api.contribute(thread.slot, { text: "" })}
                  aria-label=${_("Haal deze draad weg: {text}", {
                    text: thread.text,
                  })}><${Cross} size=${16} /></button>
              `}</p>
      `
    )
  }`
}

function LyingKeys({ one, data, lying, api, what, pick }) {
  const word = data.word === one.id
  return html`
    <button type="button" class="con-key" aria-pressed=${word}
      onClick=${() => api.contribute("table.word", { stone: word ? null : one.id })}>${word
        ? _("Niet meer uitlichten")
        : _("Geef het woord")}</button>
        ${lying.length > 1 && html`
          <button type="button" class="con-key" aria-expanded=${what === "lay"}
            onClick=${() => pick("lay")}>${_("Verplaats")}</button>
          <button type="button" class="con-key" aria-expanded=${what === "thread"}
            onClick=${() => pick("thread")}>${_("Draad")}</button>
        `}
        <button type="button" class="con-key" onClick=${() =>
          api.contribute("stone.lay", { stone: one.id, on: false })}>${_("Neem terug")}</button>
  `
}

function WaitingKeys({ one, what, pick }) {
  const whole = ["ready", "whole", "back"].includes(one.state)
  return html`
    ${whole && html`
      <button type="button" class="con-key is-main" aria-expanded=${what === "lay"}
        onClick=${() => pick("lay")}>${_("Leg op tafel")}</button>
    `}
        <button type="button" class="con-key" aria-expanded=${what === "write"}
      onClick=${() => pick("write")}>${_("Schrijf mee")}</button>
  `
}
