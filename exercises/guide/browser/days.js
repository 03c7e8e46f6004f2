// The days of a visit on a phone: added one by one, each with its hours. They are those of the
// visit itself: the desk, the own page and the programme show the same.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Cross } from "../../kit/browser/figures.js"
import { State } from "../../kit/sheet/browser/fields.js"

const slotOf = (visit, date) => `day.${visit.id}:${date}`

/** The days as they stand, with what this phone sent and the page does not show yet. */
function daysOf(visit, api, added) {
  const found = new Map(visit.days.map((day) => [day.date, day]))
  for (const date of new Set([...found.keys(), ...added])) {
    const own = api.slot(slotOf(visit, date)).own
    if (own?.on) found.set(date, { label: labelOf(date), ...found.get(date), date, ...own })
    if (own && !own.on) found.delete(date)
  }
  return [...found.values()].sort((one, other) => one.date.localeCompare(other.date))
}

const labelOf = (date) =>
  new Date(`${date}T12:00`).toLocaleDateString("nl-BE", {
    weekday: "long",
    day: "numeric",
    month: "long",
  })

/** The days in a few words, for the overview. */
export const dayWords = (_field, { data }) => data.visit.days.map((day) => day.short).join(", ")

export function Days({ data, scene, api }) {
  const { visit } = data
  const [typed, type] = useState("")
  const [added, add] = useState(/** @type {string[]} */ ([]))
  const shut = !scene.open
  const days = daysOf(visit, api, added)
  const asked = visit.questions.filter((one) => !one.date || one.date === days[0]?.date).slice(0, 3)
  const keep = () => {
    if (!typed || shut) return
    add([...added, typed])
    const last = days.at(-1)
    api.send(slotOf(visit, typed), { on: true, start: last?.start ?? "", end: last?.end ?? "" })
    type("")
  }
  return html`
    <div class="visit-days">
      <ul>${days.map((day) =>
        html`<${Day} key=${day.date} day=${day} visit=${visit} api=${api} shut=${shut} />`
      )}</ul>
      ${!shut && html`
        <div class="add-day">
          <label for="guide-add-day">${days.length ? _("Nog een dag") : _("De eerste dag")}</label>
          <input id="guide-add-day" class="field" type="date" value=${typed}
            onInput=${(event) => type(event.currentTarget.value)} />
          <button type="button" class="btn quiet" aria-disabled=${!typed}
            onClick=${keep}>${_(
              "Voeg deze dag toe",
            )}</button>
        </div>
      `}
      ${added.map((date) =>
        html`
          <${State} key=${date} sent=${troubled(api.slot(slotOf(visit, date)))} />
        `
      )}
      <${Questions} questions=${asked} />
    </div>
  `
}

/** Only what went wrong: a day that is there says by itself that it is kept. */
const troubled = (sent) => (sent.status === "refused" ? sent : { status: "none" })

function Day({ day, visit, api, shut }) {
  const slot = slotOf(visit, day.date)
  const put = (change) => {
    const hours = { start: day.start, end: day.end, ...change }
    // Who moves a whole day to the evening begins with the first hour: the last one is asked anew.
    if (change.start && hours.end && hours.end <= hours.start) hours.end = ""
    api.send(slot, { on: true, ...hours })
  }
  const field = (key, label) =>
    html`
      <label>${label}
        <input class="field" type="time" value=${day[key]} readonly=${shut}
          onChange=${(event) =>
            !event.currentTarget.validity.badInput && put({ [key]: event.currentTarget.value })} />
      </label>
    `
  return html`
    <li class="visit-day">
      <div class="day-head">
        <b>${day.label}</b>
        ${!shut && html`
          <button type="button" class="away" aria-label=${_("Haal {day} weg", { day: day.label })}
            onClick=${() => api.send(slot, { on: false })}><${Cross} size=${22} /></button>
        `}
      </div>
      <div class="hours">${field("start", _("Van"))}${field("end", _("Tot"))}</div>
      <${State} sent=${api.slot(slot)} />
    </li>
  `
}

/** What one may still ask; never an error. */
export const Questions = ({ questions }) =>
  questions.length > 0 && html`
    <section class="asked-of-you">
      <h2>${_("Nog een vraag")}</h2>
      <ul>${questions.map((one) => html`<li key=${one.text} dir="auto">${one.text}</li>`)}</ul>
    </section>
  `
