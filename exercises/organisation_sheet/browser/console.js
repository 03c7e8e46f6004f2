// Beside the preview: who is in which field, the enlarged sheet, and fields to write for an
// organisation without a phone.
import { html, useEffect, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Chevron, Tile } from "../../kit/browser/figures.js"
import { FieldFor, FillInButton } from "../../kit/browser/filling_in.js"
import { CardPicture, useCards } from "./cards.js"

const FADE = 40000

export default function SheetDesk({ data, api }) {
  const [open, setOpen] = useState(null)
  const [, again] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => again((n) => n + 1), 5000)
    return () => clearInterval(timer)
  }, [])
  const onWall = data.stage === "wall" || data.stage === "walk"
  const show = (id) => api.act("control", { key: "large", value: id })
  return html`<div class="organisation_sheet-console">
    ${onWall && html`<${Walk} data=${data} show=${show} />`}
    <ul>${
    data.sheets.map((sheet) =>
      html`<li key=${sheet.id} class=${sheet.id === data.large ? "is-large" : ""}>
      <div class="line"><${Tile} tile=${sheet.tile} size=${34} /><b class="name" translate="no"
        dir="auto">${sheet.name}</b>
        <span class="state">${stateOf(sheet, data, api)}</span>
        ${
        onWall && sheet.id !== data.large && html`
          <button type="button" class="btn quiet" onClick=${() => show(sheet.id)}
            aria-label=${_("Toon {name} groot", { name: sheet.name })}>${_("Toon groot")}</button>
        `
      }
        <${FillInButton} name=${sheet.name} open=${open === sheet.id} toggle=${() =>
        setOpen(open === sheet.id ? null : sheet.id)} />
      </div>
      ${open === sheet.id && html`<${Form} sheet=${sheet} data=${data} api=${api} />`}
    </li>`
    )
  }</ul>
  </div>`
}

/** Progress in words, phrased so that nobody appears to be behind. */
function stateOf(sheet, data, api) {
  const busy = sheet.at.filter((one) => api.now() - one.beat < FADE)
  const writing = busy.map((one) => `\u2068${one.name}\u2069: ${one.field}`).join(" · ")
  if (writing) return _("schrijft nu: {who}", { who: writing })
  if (sheet.too_long) {
    return ngettext(
      "{n} deel wordt nog ingekort",
      "{n} delen worden nog ingekort",
      sheet.too_long,
    )
  }
  if (!sheet.empty) return _("vol")
  if (sheet.empty === data.parts) {
    return sheet.present ? _("nog niet begonnen") : _("niemand binnen")
  }
  return ngettext("nog {n} deel open", "nog {n} delen open", sheet.empty)
}

/** Along the wall, one sheet after the other. */
function Walk({ data, show }) {
  const at = data.sheets.findIndex((one) => one.id === data.large)
  const to = (place) => data.sheets[place] && show(data.sheets[place].id)
  return html`
    <div class="walk">
      <button type="button" class="btn quiet" aria-disabled=${at <= 0}
        onClick=${() => to(at - 1)}><${Chevron} dir="left" size=${20} />${_(
          "Vorige fiche",
        )}</button>
      <button type="button" class="btn quiet" aria-disabled=${at < 0}
        onClick=${() => show("")}>${_("De hele muur")}</button>
      <button type="button" class="btn quiet" aria-disabled=${at >= data.sheets.length - 1}
        onClick=${() => to(at + 1)}>${_(
          "Volgende fiche",
        )}<${Chevron} dir="right" size=${20} /></button>
    </div>
  `
}

function Form({ sheet, data, api }) {
  const cards = useCards()
  return html`<div class="form">
    ${
    data.fields.map((field) =>
      html`
        <${FieldFor} key=${field.slot} field=${field} stored=${sheet.texts[field.part] ??
          ""} party=${sheet.id} api=${api}
          shut=${sheet.shut.includes(field.part) ? _("Wordt nog ingekort op de gsm.") : null} />
      `
    )
  }
    ${
    data.picture &&
    html`<label>${_("Beeld")}<select class="field" value=${sheet.picture?.card ?? ""} onChange=${(
      event,
    ) =>
      event.target.value &&
      api.contribute("sheet.picture", { card: event.target.value, for: sheet.id })}>
      <option value="">${sheet.picture?.photo ? _("een eigen foto") : _("kies een beeld")}</option>
      ${cards.map((card) => html`<option key=${card.id} value=${card.id}>${card.alt}</option>`)}
    </select></label>
    ${
      sheet.picture?.file && html`
        <div class="small">
          <${CardPicture} file=${sheet.picture.file} alt=${sheet.picture.alt} />
        </div>
      `
    }`
  }
  </div>`
}
