// Writing the stone: two halves, each kept at every keystroke, and one button that says it is ready.
import { html } from "../shared/vendor/htm-preact.js"
import { _ } from "../shared/i18n.js"
import { Check } from "../shared/figures.js"
import { Writing } from "../shared/writing.js"
import { HALVES, HalfSign, Stone } from "./stones.js"

const LABELS = { top: () => _("Top"), flop: () => _("Flop") }
const HINTS = { top: () => _("Een moment dat lukte"), flop: () => _("Een moment dat misliep") }

/** `late`: stones are on the table already. */
export function Write({ data, api, late = false }) {
  const ready = latest(api, "stone.ready", "ready", data.ready)
  const texts = Object.fromEntries(HALVES.map((half) => [half, latest(api, `stone.${half}`, "text", data[half])]))
  const say = (value) => api.send("stone.ready", { ready: value })
  if (ready && texts.top && texts.flop && !late) return html`<${Ready} texts=${texts} change=${() => say(false)} />`
  return html`<div class="words"><h1>${_("Leg je steen klaar")}</h1>
      <p class="intro" dir="auto">${late ? _("De eerste stenen liggen op tafel. Schrijf een top en een flop, dan leg je mee.") : data.intro}</p></div>
    <div class="domino-stone is-upright writing-stone">${HALVES.map((half) => html`<div key=${half} class=${`domino-half is-${half}`}>
      <${Writing} key=${`stone.${half}`} slot=${`stone.${half}`} stored=${data[half]} limit=${data.limit} api=${api} rows=${2}
        label=${html`<${HalfSign} half=${half} />${LABELS[half]()}`} hint=${HINTS[half]()} empty="" />
    </div>`)}</div>
    <p class="hint">${_("Niemand leest je steen voor hij op tafel ligt.")}</p>
    ${!late && html`<div class="foot"><button type="button" class="btn" disabled=${!texts.top || !texts.flop} onClick=${() => say(true)}>${_("Mijn steen is klaar")}</button></div>`}`
}

function Ready({ texts, change }) {
  return html`<div class="words"><h1>${_("Je steen is klaar")}</h1><p class="intro">${_("Straks komen de stenen op tafel. Jij vertelt erbij.")}</p></div>
    <section class="part"><${Stone} stone=${texts} /></section>
    <p class="saved" role="status"><${Check} />${_("Bewaard.")}</p>
    <div class="foot"><button type="button" class="btn quiet" onClick=${change}>${_("Wijzig mijn steen")}</button></div>`
}

/** What was sent counts at once; what was refused does not. */
function latest(api, slot, name, stored) {
  const { status, payload } = api.slot(slot)
  return payload && status !== "none" && status !== "refused" ? payload[name] : stored
}
