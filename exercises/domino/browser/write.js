// Writing the stone: two halves, each kept at every keystroke, and one button that says it is
// ready.
import { html, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Alert, Check } from "../../kit/browser/figures.js"
import { useGuard } from "../../kit/browser/guard.js"
import { surplus } from "../../kit/browser/too_long.js"
import { Writing } from "../../kit/browser/writing.js"
import { HalfSign, HALVES, Stone } from "./stones.js"

const LABELS = { top: () => _("Top"), flop: () => _("Flop") }
const HINTS = { top: () => _("Een moment dat lukte"), flop: () => _("Een moment dat misliep") }

/** `late`: stones are on the table already; then `done` goes on to laying. */
export function Write({ data, api, late = false, done = () => {} }) {
  const ready = latest(api, "stone.ready", "ready", data.ready)
  const texts = Object.fromEntries(
    HALVES.map((half) => [half, latest(api, `stone.${half}`, "text", data[half])]),
  )
  const say = (value) => api.send("stone.ready", { ready: value })
  if (ready && texts.top && texts.flop && !late) {
    return html`<${Ready} texts=${texts} change=${() => say(false)} />`
  }
  return html`<${Halves} data=${data} api=${api} late=${late} ready=${() =>
    late ? done() : say(true)} />`
}

function Halves({ data, api, late, ready }) {
  const stone = useRef(null)
  const [lack, setLack] = useState(null)
  const finish = () => {
    const found = missing(data, api)
    setLack(found)
    if (found) return stone.current.querySelectorAll("textarea")[HALVES.indexOf(found.half)].focus()
    stone.current.querySelector("textarea:focus")?.blur()
    ready()
  }
  return html`
    <div class="words">
      <h1>${_("Leg je steen klaar")}</h1>
      <p class="intro" dir="auto">${late ? lateWord(data) : data.intro}</p>
    </div>
    <div class="domino-stone is-upright writing-stone" ref=${stone}
      onInput=${() => lack && setLack(missing(data, api))}>${HALVES.map((half) =>
        html`
          <div key=${half} class=${`domino-half is-${half}`}>
            <${Writing} key=${`stone.${half}`} slot=${`stone.${half}`} stored=${data[
              half
            ]} limit=${data.limit} api=${api}
              rows=${2}
              label=${html`<${HalfSign} half=${half} />${LABELS[half]()}`} hint=${HINTS
                [half]()} empty="" />
          </div>
        `
      )}</div>
    <p class="hint">${data.lies
      ? _("Je steen lag al op tafel. Wat je hier wijzigt, staat er straks ook zo.")
      : _("Niemand leest je steen voor hij op tafel ligt. Daarna mag hij in het verslag.")}</p>
    <div class="foot"><div class="state" role="status">${lack &&
      html`<p class="refused"><${Alert} />${lack.says()}</p>`}</div>
          <button type="button" class="btn" onClick=${finish}>${_(
            "Mijn steen is klaar",
          )}</button></div>
  `
}

const EMPTY = {
  top: () => _("Schrijf eerst nog een top."),
  flop: () => _("Schrijf eerst nog een flop."),
}
const LONG = { top: () => _("Je top is nog te lang."), flop: () => _("Je flop is nog te lang.") }

/**
 * What the stone still needs; null when it needs nothing. What is being typed counts too: it may
 * not be sent yet, and what is too long is only a draft.
 */
export function missing(data, api) {
  const now = (half) =>
    api.draft(`stone.${half}`).trim() || latest(api, `stone.${half}`, "text", data[half]) || ""
  return HALVES.map((half) => lackOf(half, now(half), data.limit)).find(Boolean) ?? null
}

function lackOf(half, text, limit) {
  if (!text) return { half, says: EMPTY[half] }
  return surplus(text, limit) ? { half, says: LONG[half] } : null
}

function Ready({ texts, change }) {
  const guarded = useGuard()
  return html`
    <div class="words">
      <h1>${_("Je steen is klaar")}</h1>
      <p class="intro">${_("Straks komen de stenen op tafel. Jij vertelt erbij.")}</p>
    </div>
    <section class="part">
      <${Stone} stone=${texts} />
    </section>
    <p class="saved"><${Check} />${_("Bewaard.")}</p>
    <div
      class="foot"><button type="button" class="btn quiet" onClick=${guarded(change)}>${_(
        "Wijzig mijn steen",
      )}</button></div>
  `
}

/** What was sent here counts until the page shows it. */
const latest = (api, slot, name, stored) => api.slot(slot).own?.[name] ?? stored

/** For who still writes while others lay. */
const lateWord = ({ table }) =>
  table.length
    ? _("De eerste stenen liggen op tafel. Schrijf een top en een flop, dan leg je mee.")
    : _("De tafel is nog leeg. Schrijf een top en een flop, dan leg je mee.")
