// What lies for the own organisation and was not unwrapped yet, and how to unwrap it.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { ParcelPicture } from "../../kit/browser/parcel.js"

/** `gifts` are parcels; nothing for none. */
export function StillWrapped({ gifts, look }) {
  if (!gifts.length) return null
  return html`
    <section class="wrapped">
      <h1>${ngettext(
        "Voor jullie ligt er nog een cadeautje ingepakt.",
        "Voor jullie liggen er nog {n} cadeautjes ingepakt.",
        gifts.length,
      )}</h1>
      <ul class="received">${gifts.map((gift) =>
        html`
          <li key=${gift.key}>
            <div><${ParcelPicture} gift=${gift} look=${look} state="wrapped"
            height=${76} /><span><span class="muted">${_("van")}</span><b class="name"
            translate="no" dir="auto">${gift.from.name}</b></span></div>
          </li>
        `
      )}</ul>
      <p class="lead">${_(
        "Uitpakken kan op je eigen plek, met je eigen link, nu of thuis. " +
          "Heb je die link niet? Vraag hem aan de begeleider.",
      )}</p>
    </section>
  `
}
