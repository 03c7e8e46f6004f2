// The top 3 as the facilitator fills it in for an organisation without a phone. Where the
// organisation chose itself, nothing is shown and nothing can be chosen.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { FieldFor } from "../../kit/browser/filling_in.js"

const PLACES = [0, 1, 2]

export const TopFor = (props) =>
  PLACES.map((place) => html`<${Host} key=${place} place=${place} ...${props} />`)

/** A place in the top 3: who, and once somebody is chosen why. */
function Host({ place, sheet, data, api }) {
  const shut = sheet.shut.includes(data.top.part)
    ? _("Dit schreef de organisatie zelf. Het blijft van haar.")
    : null
  const hosts = sheet.values[data.top.part]?.hosts ?? ["", "", ""]
  const others = data.others.filter((one) => one.id !== sheet.id)
  const id = hosts[place]
  const choose = (event) =>
    api.contribute(`${sheet.base}${data.top.part}`, {
      hosts: hosts.map((one, at) => (at === place ? event.target.value : one)),
      base: hosts,
      for: sheet.id,
    })
  const part = `${data.top.why}${id}`
  const name = others.find((one) => one.id === id)?.name
  return html`<label>${_("Gastorganisatie op plaats {n}", { n: place + 1 })}
      <select class="field" value=${id} disabled=${Boolean(shut)} onChange=${choose}>
        <option value="">${_("nog niemand")}</option>
        ${
    others.map((one) =>
      html`<option key=${one.id} value=${one.id} selected=${one.id === id}>${one.name}</option>`
    )
  }
      </select><span class="said">${shut}</span></label>
    ${
    name && !sheet.shut.includes(part) && html`
      <${FieldFor} key=${part} field=${{
        slot: `${sheet.base}${part}`,
        label: _("Waarom {name}?", { name: `\u2068${name}\u2069` }),
        limit: data.top.why_limit,
        rows: 2,
      }} stored=${sheet.texts[part] ?? ""} party=${sheet.id}
        api=${api} />
    `
  }`
}
