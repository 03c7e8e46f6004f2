// An action in words: what stands on the own phone, and the sentence that fills up.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { AreaIcon, Check } from "../../kit/browser/figures.js"
import { jointText } from "../../kit/browser/joint.js"

/** The slot of a part of an action on the own sheet. */
export const slotOf = (key, n) => `sheet.${key}${n}`

/** A field as the kit draws it, of one action. */
export const cellOf = (data, key, n, more = {}) => ({
  ...data.fields.find((one) => one.key === key),
  slot: slotOf(key, n),
  ...more,
})

/** What was chosen in a part: on this phone, else as it is stored. */
export const chosen = (data, key, n, api) =>
  api.slot(slotOf(key, n)).own ?? data.values[slotOf(key, n)] ?? {}

/** The limits of all texts, by slot. */
export function limitsOf(data) {
  const limits = {}
  for (const { key, limit } of data.fields) {
    for (let n = 1; n <= data.count; n++) limits[slotOf(key, n)] = limit
  }
  return limits
}

/** An action as it is on this phone now, with what was typed and not sent yet. */
export function actionOf(data, n, api) {
  const words = (key) => jointText(api, slotOf(key, n), data.joint.texts[slotOf(key, n)])
  return {
    n,
    what: words("what"),
    whom: words("whom"),
    sign: words("sign"),
    first: words("first"),
    who: words("who"),
    area: Number(chosen(data, "area", n, api).choice) || null,
    date: chosen(data, "date", n, api).date ?? "",
    review: chosen(data, "review", n, api).date ?? "",
    from: chosen(data, "source", n, api).from ?? [],
    orgs: chosen(data, "help", n, api).orgs ?? [],
  }
}

/** An ISO day as '4 juni', with the weekday before it. */
export function dayWords(iso) {
  const day = new Date(`${iso}T12:00`)
  return Number.isNaN(day.getTime())
    ? ""
    : day.toLocaleDateString("nl-BE", { weekday: "short", day: "numeric", month: "long" })
}

/** A day as ISO, by the calendar of this phone. */
export function isoOf(day) {
  const two = (number) => String(number).padStart(2, "0")
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** Area, what inspired it, and the sentence; `now` is the part that is being written. */
export function Paper({ data, action, own, now = "" }) {
  const area = data.areas.find((one) => one.number === action.area)
  const name = area && `${area.number} ${area.name}`
  return html`
    <div class="paper">
      ${(area || own?.from.length > 0) && html`
        <p class="paper-head">
          ${area &&
            html`<${AreaIcon} area=${area.number} size=${26} /><span>${name}</span>`}
          ${own?.from.length > 0 && html`<span class="from" dir="auto">${own.from[0].label}</span>`}
        </p>
      `}
      <${Sentence} action=${action} now=${now} />
    </div>
  `
}

/** The sentence of an action: what is not filled in is left out, unless it is being written. */
function Sentence({ action, now }) {
  const shows = (name, text) => Boolean(text) || name === now
  const part = (name, text, empty) =>
    html`<${Part} name=${name} now=${now} text=${text} empty=${empty} />`
  const date = dayWords(action.date)
  const review = dayWords(action.review)
  const pieces = [
    shows("what", action.what) &&
    html`${part("what", action.what, _("Wat gaan jullie doen?"))}${action.what && "."}`,
    shows("whom", action.whom) &&
    html`${_("Voor wie:")} ${part("whom", action.whom, _("nog in te vullen"))}.`,
    shows("first", action.first) &&
    html`${_("Eerst:")} ${part("first", action.first, _("een stap"))}${
      date && html`${" "}<span>(${date})</span>`
    }.`,
    !shows("first", action.first) && date && _("Tegen {day}.", { day: date }),
    shows("who", action.who) &&
    html`${_("Wie het doet:")} ${part("who", action.who, _("nog in te vullen"))}.`,
    shows("when", review) &&
    html`${_("Wij kijken terug op")} ${part("when", review, _("een dag"))}.`,
  ].filter(Boolean)
  return html`
    <p class="sentence">${pieces.length
      ? pieces.map((one) => [one, " "])
      : _("Nog niets ingevuld.")}</p>
  `
}

/** A piece of the sentence: bold, underlined while it is written, a word to fill in while empty. */
function Part({ name, now, text, empty }) {
  const on = name === now ? " is-now" : ""
  const words = text.replace(/[.\s]+$/, "")
  return words
    ? html`<b class=${`piece${on}`} dir="auto">${words}</b>`
    : html`<u class=${`piece is-empty${on}`}>${empty}</u>`
}

const WORDS = {
  busy: () => _("bezig"),
  done: () => _("gedaan"),
  dropped: () => _("laten vallen"),
  planned: () => _("gepland"),
}

/** How far an action is, in a word with a drawing. */
export const StateMark = ({ state }) =>
  html`<span class=${`state-mark is-${state}`}><${StateSign} state=${state} />${
    WORDS
      [state]()
  }</span>`

export function StateSign({ state, size = 22 }) {
  if (state === "done") return html`<${Check} size=${size} />`
  const inside = {
    busy: html`
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
      <circle cx="12" cy="12" r="8" />
    `,
    dropped: html`
      <path d="M6 6l12 12M18 6L6 18" />
    `,
    planned: html`
      <circle cx="12" cy="12" r="8" />
    `,
  }[state]
  return html`
    <svg viewBox="0 0 24 24" width=${size} height=${size} fill="none"
      stroke="currentColor"
      stroke-width="2.5" aria-hidden="true">${inside}</svg>
  `
}
