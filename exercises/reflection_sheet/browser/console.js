// Beside the preview: how much each organisation filled in, who shares, the page on the screen, and
// fields to write for an organisation without a phone.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Check, Chevron, Tile } from "../../kit/browser/figures.js"
import { FillInButton } from "../../kit/browser/filling_in.js"
import { Form } from "./form.js"

export default function ReflectionDesk({ data, api }) {
  const [open, setOpen] = useState(null)
  const toggle = (id) => setOpen(open === id ? null : id)
  const show = (key) => api.act("control", { key: "show", value: key })
  return html`<div class="reflection_sheet-console">
    ${data.looking && html`<${Turn} data=${data} show=${show} />`}
    <ul>${
    data.sheets.map((sheet) =>
      html`
        <li key=${sheet.id}>
          <${Line} sheet=${sheet} data=${data} show=${show} open=${open === sheet.id}
            toggle=${() => toggle(sheet.id)} />
          ${sheet.form && open === sheet.id &&
            html`<${Form} sheet=${sheet} data=${data} api=${api} />`}
        </li>
      `
    )
  }</ul>
    <p class="own">${
    _(
      "Wat er op een fiche staat, zie je pas als de organisatie ze zelf deelt. " +
        "Voor wie zonder gsm is, vul jij in.",
    )
  }</p>
  </div>`
}

function Line({ sheet, data, show, open, toggle }) {
  const on = data.looking && data.now.split("/")[0] === sheet.sight
  return html`
    <div
      class=${on ? "line is-on" : "line"}><${Tile} tile=${sheet
        .tile} size=${34} /><b class="name" translate="no" dir="auto">${sheet.name}</b>
        <span class="state">${stateOf(sheet, data)}</span>
        ${sheet.shared && html`<span class="shared"><${Check} size=${18} />${_("gedeeld")}</span>`}
        ${sheet.shared && data.looking && html`
          <button type="button" class="btn quiet" onClick=${() => show(sheet.sight)}
            aria-label=${_("Toon de fiche van {name}", { name: sheet.name })}>${_("Toon")}</button>
        `}
        ${sheet.form &&
          html`<${FillInButton} name=${sheet.name} open=${open} toggle=${toggle} />`}
        ${sheet.hosts.length > 0 &&
          html`<span class="hosts" dir="auto">${
            _("Wil naar: {names}", {
              names: sheet.hosts.map((name) => `\u2068${name}\u2069`).join(", "),
            })
          }</span>`}
      </div>
  `
}

/** Progress in words, phrased so that nobody appears to be behind. */
function stateOf(sheet, data) {
  if (sheet.too_long) {
    return ngettext("{n} vak wordt nog ingekort", "{n} vakken worden nog ingekort", sheet.too_long)
  }
  if (sheet.filled >= data.parts) return _("alles ingevuld")
  if (!sheet.filled) return sheet.here ? _("nog niet begonnen") : _("niemand binnen")
  return _("{n} van de {m} vakken ingevuld", { n: sheet.filled, m: data.parts })
}

/** Along all pages, one after the other. */
function Turn({ data, show }) {
  const at = data.sights.findIndex((one) => one.key === data.now)
  const to = (place) => data.sights[place] && show(data.sights[place].key)
  return html`
    <div class="turn">
      <button type="button" class="btn quiet" aria-disabled=${at <= 0}
        onClick=${() => to(at - 1)}><${Chevron} dir="left" size=${20} />${_("Vorige")}</button>
      <p><b dir="auto">${data.sights[at]?.label}</b></p>
      <button type="button" class="btn quiet" aria-disabled=${at >= data.sights.length - 1}
        onClick=${() => to(at + 1)}>${_("Volgende")}<${Chevron} dir="right" size=${20} /></button>
    </div>
  `
}
