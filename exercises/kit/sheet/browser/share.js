// The switch to share a sheet: private by default; any of those who fill it in may share it, or
// undo that.
import { html } from "../../browser/vendor/htm-preact.js"
import { _ } from "../../browser/i18n.js"
import { Saving } from "./fields.js"

/** `words`: what sharing means for this exercise, as a sentence. */
export function Share({ shared, blank, words, api }) {
  const sent = api.slot(shared.slot)
  const on = sent.own?.on ?? shared.on
  const change = (value) => api.send(shared.slot, { on: value })
  return html`<section class="share">
    <h2>${on ? _("Jullie delen deze fiche.") : _("Deze fiche is nog van jullie alleen.")}</h2>
    <p>${
    on ? words : _(
      "Niemand anders leest ze, ook de begeleider niet: die ziet alleen hoeveel er ingevuld is.",
    )
  }</p>
    <p class="writing-state" role="status"><${Saving} sent=${sent} /></p>
    ${
    on
      ? html`<button type="button" class="btn quiet" onClick=${() => change(false)}>${
        _("Deel niet meer")
      }</button>`
      : html`<button type="button" class="btn" aria-disabled=${blank} onClick=${() =>
        !blank && change(true)}>${_("Wij delen onze fiche")}</button>`
  }
  </section>`
}
