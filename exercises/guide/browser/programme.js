// The programme of a visit on a phone: a day is a line of tape with stops. Everybody of the visit
// may add, change and take away parts; each part is kept on its own, so two never undo each other.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { FigurePicture } from "../../kit/browser/figures.js"
import { savingTrouble } from "../../kit/browser/saving.js"
import { Questions } from "./days.js"
import { FormSign } from "./form_signs.js"
import { PartForm } from "./part_form.js"

const slotOf = (visit, key) => `part.${visit.id}:${key}`
const freshKey = () =>
  [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")

/** How many parts there are, for the overview. */
export function programmeWords(_field, { data }) {
  const n = data.visit.programme.reduce((sum, day) => sum + day.parts.length, 0)
  return n ? ngettext("{n} onderdeel", "{n} onderdelen", n) : ""
}

export function Programme({ data, scene, api }) {
  const { visit } = data
  const days = visit.programme
  const [chosen, choose] = useState("")
  const [open, setOpen] = useState(/** @type {any} */ (null))
  const day = days.find((one) => one.date === chosen) ?? days[0]
  if (open) {
    return html`
      <${PartForm} part=${open} visit=${visit} api=${api} slot=${slotOf(visit, open.key)}
        close=${(date) => {
          setOpen(null)
          if (date !== undefined) choose(date)
        }} />
    `
  }
  const start = () =>
    setOpen({ key: freshKey(), fresh: true, date: day?.date ?? "", form: "attend", guests: [] })
  const here = day?.date ?? ""
  return html`
    <div class="programme">
      ${days.length > 1 && html`
        <div class="day-tabs" role="group" aria-label=${_("De dagen")}>${days.map((one) =>
          html`
            <button type="button" key=${one.date} class=${one === day ? "is-on" : ""}
              aria-pressed=${one === day} onClick=${() => choose(one.date)}>${one.short}</button>
          `
        )}</div>
      `}
      ${day && html`<h2 class="day-name">${day.label}</h2>`}
      ${!days.length && html`<p class="lead">${_("Kies eerst de dagen, of begin hier al.")}</p>`}
      <ol class="stops">${(day?.parts ?? []).map((part) =>
        html`
          <${Stop} key=${part.key} part=${part} visit=${visit} api=${api}
            edit=${scene.open ? () => setOpen(part) : null} />
        `
      )}</ol>
      ${day && !day.parts.length && html`<p class="nothing">${_("Hier staat nog niets.")}</p>`}
      ${scene.open && html`
        <button type="button" class="btn quiet add" onClick=${start}>${_(
          "Voeg een onderdeel toe",
        )}</button>
      `}
      <${Questions} questions=${visit.questions.filter((one) => !one.date || one.date === here)} />
    </div>
  `
}

/** One part: its time, a square with its form, what, who and how, and the figures of who. */
function Stop({ part, visit, api, edit }) {
  const going = visit.guests.filter((one) => !part.for || part.for.includes(one.id))
  const sent = api.slot(slotOf(visit, part.key))
  const inside = html`
    <time>${part.at}</time>
    <span class=${part.yellow ? "square yellow" : "square"}><${FormSign} form=${part.form} /></span>
    <span
      class="what"><b dir="auto">${part.text}</b><span class="who" dir="auto">${part
        .who}</span></span>
    <span class="figures" aria-hidden="true">${going.slice(0, 3).map((one) =>
      html`<${FigurePicture} key=${one.id} tile=${one.tile} pose=${one.pose} height=${46} />`
    )}</span>
  `
  return html`<li class="stop">${
    edit
      ? html`
        <button type="button" class="stop-row" onClick=${edit}>${inside}<span
          class="visually-hidden">${_("wijzig")}</span></button>
      `
      : html`<div class="stop-row">${inside}</div>`
  }${savingTrouble(sent)}</li>`
}
