// What the facilitator fills in for an organisation without a phone: all parts of its sheet. Where
// the organisation wrote something itself, nothing is shown and nothing can be written.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { FieldFor } from "../../kit/browser/filling_in.js"

const PLACES = [0, 1, 2]

export function Form({ sheet, data, api }) {
  const { form } = sheet
  const shut = (part) =>
    form.shut.includes(part) ? _("Dit schreef de organisatie zelf. Het blijft van haar.") : null
  const share = (on) => api.contribute(data.shared, { on, for: sheet.id })
  return html`<div class="form">
    ${
    data.fields.map((field) =>
      html`
        <${FieldFor} key=${field.slot} field=${field} stored=${form.texts[field.part] ??
          ""} party=${sheet.id} shut=${shut(field.part)}
          api=${api} />
      `
    )
  }
    ${
    data.top &&
    PLACES.map((place) =>
      html`
        <${Host} key=${place} place=${place} sheet=${sheet} data=${data} api=${api}
          shut=${shut("top")} />
      `
    )
  }
    ${
    (form.may_share || sheet.shared) && html`
      <button type="button" class="btn quiet" onClick=${() => share(!sheet.shared)}>${sheet.shared
        ? _("Deel niet meer")
        : _("Deel deze fiche")}</button>
    `
  }
  </div>`
}

/** A place in the top 3: who, and once somebody is chosen why. */
function Host({ place, sheet, data, api, shut }) {
  const { hosts, others, texts, shut: taken } = sheet.form
  const id = hosts[place]
  const choose = (event) =>
    api.contribute(data.top, {
      hosts: hosts.map((one, at) => (at === place ? event.target.value : one)),
      base: hosts,
      for: sheet.id,
    })
  const part = `why-${id}`
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
    name && !taken.includes(part) && html`
      <${FieldFor} key=${part} field=${{
        slot: `${data.why}${id}`,
        label: _("Waarom {name}?", { name: `\u2068${name}\u2069` }),
        limit: data.why_limit,
        rows: 2,
      }} stored=${texts[part] ?? ""} party=${sheet.id}
        api=${api} />
    `
  }`
}
