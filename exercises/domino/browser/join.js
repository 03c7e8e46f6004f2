// Laying my stone against a half of one on the table: first whom I recognise, then what we share.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Alert, Chevron, Unplugged } from "../../kit/browser/figures.js"
import { dropDraft } from "../../kit/browser/draft.js"
import { notYet } from "../../kit/browser/saving.js"
import { surplus } from "../../kit/browser/too_long.js"
import { Half, halfName, HalfSign, HALVES, Stone, Who } from "./stones.js"
import { Words } from "./words.js"

const DRAFT = "shared"

export function Join({ data, scene, api, change }) {
  const [choice, choose] = useState(null)
  const target = choice && data.table.find((one) => one.id === choice.id)
  const gone = choice && !target
  if (target) {
    return html`
      <${Share} data=${data} target=${target} half=${choice.half} api=${api} open=${scene.open}
        back=${() => choose(null)} />
    `
  }
  return html`
    <div class="words">
      <h1>${data.table.length ? _("Herken je dit?") : _("De tafel is nog leeg")}</h1>
      <p class="intro">${data.table.length
        ? _("Tik op de helft die bij jouw steen past: top bij top, flop bij flop.")
        : startWords(data)}</p>
    </div>
        ${gone &&
          html`<p class="refused" role="status"><${Alert} />${
            _("Die steen ligt niet meer op tafel. Kies een andere; je woorden staan er nog.")
          }</p>`}
        ${!scene.open &&
          html`<p class="pending" role="status">${_("Leggen kan nu even niet.")}</p>`}
        <ul class="stones">${inOrder(data.table).map((one) =>
          html`<${Option} key=${one.id} one=${one} open=${scene.open} pick=${(half) =>
            choose({ id: one.id, half })} />`
        )}</ul>
        <section class="part own">
      <p class="lab">${_("Jouw steen")}</p>
      <${Stone} stone=${data} size=${20} />
      ${scene.open && html`
        <button type="button" class="btn quiet" onClick=${change}>${_("Wijzig mijn steen")}</button>
      `}
    </section>
        ${data.own_start && scene.open && html`<${Start} data=${data} api=${api} />`}
  `
}

const startWords = (
  data,
) => (data.own_start
  ? _("Wie wil, legt de eerste steen en vertelt erbij.")
  : _("De begeleider legt de eerste steen. Luister mee."))

/** Sorted: the stone that is told now first, then the latest laid. */
const inOrder = (table) =>
  [...table].reverse().sort((one, two) => Number(two.word) - Number(one.word))

function Option({ one, open, pick }) {
  return html`
    <li class=${one.word ? "option is-word" : "option"}>
      <p class="who-line"><${Who} who=${one} />${one.word &&
        html`<span class="now">${_("vertelt nu")}</span>`}</p>
      <div class="domino-stone is-upright">${HALVES.map((half) => {
        const room = one.room.includes(half)
        return html`
          <button key=${half} type="button" class="half-button" aria-disabled=${!room ||
            !open}
            onClick=${() => pick(half)}
            aria-label=${_("Leg tegen deze {half}: {text}", {
              half: halfName(half),
              text: one[half],
            })}>
                  <${Half} half=${half} text=${one[
                    half
                  ]} /><span class=${`go is-${half}`} aria-hidden="true">${room
                    ? html`<${Chevron} />`
                    : _("vol")}</span></button>
        `
      })}</div>
    </li>
  `
}

/** Starting a trail of my own. */
function Start({ data, api }) {
  const sent = api.slot("stone.lay")
  const busy = sent.status === "sending"
  return html`<section class="part start">
    ${
    data.table.length > 0 &&
    html`<p class="hint">${_("Past je steen nergens bij? Begin dan een eigen spoor.")}</p>`
  }
    <button type="button" class=${
    data.table.length ? "btn quiet" : "btn"
  } aria-disabled=${busy} onClick=${() => api.send("stone.lay", { on: true, against: null })}>${
    data.table.length ? _("Leg mijn steen los op tafel") : _("Leg de eerste steen")
  }</button>
    <${State} sent=${sent} />
  </section>`
}

/**
 * What do we share: kept at each keystroke, so that a refusal, a reload or another choice loses
 * nothing.
 */
function Share({ data, target, half, api, open, back }) {
  const [text, setText] = useState(() => api.draft(DRAFT) || data.shared || "")
  const sent = api.slot("stone.lay")
  const mine = sent.payload?.against === target.id && sent.payload?.half === half
  const write = (value) => {
    setText(value)
    api.keep(DRAFT, value)
  }
  const long = surplus(text, data.shared_limit) > 0
  const full = !target.room.includes(half)
  const [asked, ask] = useState(false)
  const lay = () => {
    ask(!text.trim())
    if (!text.trim()) return document.getElementById("domino-words")?.focus()
    api.send("stone.lay", { on: true, against: target.id, half, shared: text.trim() })
    dropDraft(DRAFT, api)
  }
  return html`
    <div
      class="words"><button type="button" class="back" onClick=${back}><${Chevron} dir="left" />${_(
        "Kies een andere",
      )}</button>
          <h1>${_("Wat delen jullie?")}</h1></div>
    <section class="part">
      <p class="who-line">
        <${Who} who=${target} />
      </p>
      <div class="domino-touching">
        <${Half} half=${half} text=${target[half]} />
        <p class="at-joint"
          aria-hidden="true"><${HalfSign} half=${half} size=${16} />${halfName(half)} ${_(
            "bij",
          )} ${halfName(half)}</p>
        <${Half} half=${half} text=${data[half]} />
      </div>
    </section>
    <section class="part">
      <${Words} slot=${DRAFT} api=${api} text=${text} onText=${write}
        limit=${data.shared_limit} label=${_("Dit delen we")}
        hint=${_("bv. taal als drempel")} />
    </section>
    <div class="foot"><${State} sent=${mine
      ? sent
      : { status: "none" }} full=${full} empty=${asked && !text.trim()} />
          <button type="button" class="btn" aria-disabled=${!open || full || long ||
            (mine && sent.status === "sending")} onClick=${lay}>${_(
              "Leg mijn steen ernaast",
            )}</button></div>
  `
}

function State({ sent, full = false, empty = false }) {
  return html`<div class="state" role="status">${
    empty && !full
      ? html`<p class="refused"><${Alert} />${_("Schrijf eerst wat jullie delen.")}</p>`
      : stateOf(sent, full)
  }</div>`
}

function stateOf(sent, full) {
  if (sent.status === "refused") return html`<p class="refused"><${Alert} />${sent.reason}</p>`
  if (full) {
    return html`<p class="refused"><${Alert} />${
      _("Bij deze helft is net geen plaats meer. Kies een andere helft; je woorden staan er nog.")
    }</p>`
  }
  if (sent.status === "waiting") return html`<p class="refused"><${Unplugged} />${notYet(sent)}</p>`
  if (sent.status === "sending") return html`<p class="pending">${_("Je steen wordt gelegd.")}</p>`
  return null
}
