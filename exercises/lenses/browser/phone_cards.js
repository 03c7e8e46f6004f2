// What tellers show: notes and photos of their notebook, chosen one at a time and put in order.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check, Chevron } from "../../kit/browser/figures.js"
import { savingTrouble } from "../../kit/browser/saving.js"
import { SavingState } from "../../kit/browser/saving_state.js"
import { photoUrl } from "../../kit/browser/note_photo.js"

/** What is chosen, in its order. Each may be moved or taken off. */
export function Chosen({ data, api }) {
  const { cards } = data
  if (!cards.length) return null
  const swap = (at, by) => {
    const other = at + by
    if (other < 0 || other >= cards.length) return
    const order = cards.map((one) => one.slot)
    ;[order[at], order[other]] = [order[other], order[at]]
    order.forEach((slot, n) => {
      const card = cards.find((one) => one.slot === slot)
      if (card.place !== n + 1) api.send(slot, { on: true, n: n + 1 })
    })
  }
  return html`
    <h2>${_("Jullie beelden")}</h2>
    <ol class="cards">${cards.map((one, at) =>
      html`
        <li key=${one.slot}>
          <${Picture} data=${data} photo=${one.photo} />
          <p dir="auto">${one.text || _("Een foto")}</p>
          <div class="do">
            <button type="button" class="btn quiet small" aria-disabled=${at === 0}
              aria-label=${_("Naar boven: {text}", { text: one.text || _("Een foto") })}
              onClick=${() => swap(at, -1)}><${Chevron} dir="up" size=${22} /></button>
            <button type="button" class="btn quiet small" aria-disabled=${at === cards.length - 1}
              aria-label=${_("Naar beneden: {text}", { text: one.text || _("Een foto") })}
              onClick=${() => swap(at, 1)}><${Chevron} dir="down" size=${22} /></button>
            <button type="button" class="btn quiet" aria-label=${_("Haal weg: {text}", {
              text: one.text || _("Een foto"),
            })}
              onClick=${() => api.send(one.slot, { on: false })}>${_("Haal weg")}</button>
          </div>
        </li>
      `
    )}</ol>
  `
}

/** The notebook, from which to choose. Choosing a note that is not shared yet shares it. */
export function Choosing({ data, api }) {
  if (!data.offered.length) {
    return html`<p class="none">${
      _(
        "In jullie schriftje van dit bezoek staat nog niets. Je kunt ook zelf iets schrijven.",
      )
    }</p>`
  }
  const place = Math.max(0, ...data.cards.map((one) => one.place)) + 1
  return html`
    <h2>${_("Kies uit jullie schriftje")}</h2>
    <p class="seen">${_(
      "Wat je kiest, staat klaar: met ‘Volgende’ komt het op het scherm, " +
        "en leest de hele groep het. " +
        "Een notitie die nog alleen van jou was, deel je daarmee.",
    )}</p>
    <ul class="offered">${data.offered.map((note) =>
      html`
        <li key=${note.ways[0]?.slot}>
          <p dir="auto">${note.text}${note.own && !note.shared &&
            html`<span class="muted"> ${_("(nog alleen van jou)")}</span>`}</p>
          ${note.may
            ? note.ways.map((way) =>
              html`
                <${Way} key=${way.slot} way=${way} place=${place}
                  note=${note} data=${data} api=${api} />
              `
            )
            : html`<p class="muted">${
              _(
                "Een citaat zonder toestemming blijft bij jou. Vraag het eerst aan wie dit zei.",
              )
            }</p>`}
        </li>
      `
    )}</ul>
  `
}

function Way({ way, place, note, data, api }) {
  const sent = api.slot(way.slot)
  const on = sent.own?.on ?? way.on
  const label = way.photo ? _("Toon deze foto") : _("Toon deze woorden")
  return html`
    <div class="way">
      <${Picture} data=${data} photo=${way.photo} />
      <button type="button" class=${on ? "btn quiet on" : "btn quiet"} aria-pressed=${on}
        aria-label=${`${label}: ${note.text}`}
        onClick=${() => api.send(way.slot, on ? { on: false } : { on: true, n: place })}>${on &&
          html`<${Check} size=${20} />`}${label}</button>
      <${SavingState}>${savingTrouble(sent)}<//>
    </div>
  `
}

const Picture = ({ data, photo }) =>
  photo && html`
    <img src=${photoUrl(data.activity, photo)} alt=${_("Een foto van het bezoek")}
      loading="lazy" />
  `
