// Beside the preview: how far each sheet is, the enlarged one, and fields to fill in for somebody
// without a phone.
import { html, useEffect, useState } from "../../browser/vendor/htm-preact.js"
import { _, ngettext } from "../../browser/i18n.js"
import { Check, Chevron, Tile } from "../../browser/figures.js"
import { FieldFor, FillInButton } from "../../browser/filling_in.js"
import { CardPicture, useCards } from "./deck.js"

const FADE = 40000

/**
 * `data` is what `desk` of console.py gave. `own`: `kind`, and what an exercise draws itself, each
 * of which may be left out: `Turn`, above the list ({data, show}); `Line`, below the name of a
 * sheet; `Form`, below its fields; `note`, below the list; `isOn(sheet)` and `target(sheet)`: which
 * sheet is on the screen, and what its button puts there; `progress(sheet)`: how far one is, in
 * words.
 */
export function SheetDesk({ data, api, own }) {
  const [open, setOpen] = useState(null)
  const [, again] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => again((n) => n + 1), 5000)
    return () => clearInterval(timer)
  }, [])
  const onWall = data.stage === "wall" || data.stage === "walk" || own.looking
  const show = (value) => api.act("control", { key: own.control ?? "large", value })
  const tools = { data, api, own, show, onWall }
  return html`<div class=${`sheet-console ${own.kind}-console`}>
    ${onWall && html`<${own.Turn ?? Walk} data=${data} show=${show} />`}
    <ul>${
    data.sheets.map((sheet) =>
      html`<${Line} key=${sheet.id} sheet=${sheet} open=${open === sheet.id} toggle=${() =>
        setOpen(open === sheet.id ? null : sheet.id)} ...${tools} />`
    )
  }</ul>
    ${own.note && html`<p class="own">${own.note}</p>`}
  </div>`
}

function Line({ sheet, open, toggle, data, api, own, show, onWall }) {
  const on = onWall && (own.isOn?.(sheet) ?? sheet.id === data.large.split("/")[0])
  const mayShow = onWall && !on && (sheet.shared || !data.shares)
  return html`<li class=${on ? "is-large" : ""}>
    <div class="line">${
    sheet.tiles.map((tile) => html`<${Tile} tile=${tile} size=${34} />`)
  }<b class="name" translate="no" dir="auto">${sheet.name}</b>
      <span class="state">${stateOf(sheet, data, api, own)}</span>
      ${sheet.shared && html`<span class="shared"><${Check} size=${18} />${_("gedeeld")}</span>`}
      ${
    mayShow && html`
      <button type="button" class="btn quiet" onClick=${() => show(own.target?.(sheet) ?? sheet.id)}
        aria-label=${data.shares
          ? _("Toon de fiche van {name}", { name: sheet.name })
          : _("Toon {name} groot", { name: sheet.name })}>${data.shares
          ? _("Toon")
          : _("Toon groot")}</button>
    `
  }
      ${
    sheet.may_write &&
    html`<${FillInButton} name=${sheet.name} open=${open} toggle=${toggle} />`
  }
      ${own.Line && html`<${own.Line} sheet=${sheet} />`}
    </div>
    ${
    open && sheet.may_write &&
    html`<${Form} sheet=${sheet} data=${data} api=${api} own=${own} />`
  }
  </li>`
}

/** Progress in words, phrased so that nobody appears to be behind. */
function stateOf(sheet, data, api, own) {
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
  if (own.progress) return own.progress(sheet)
  if (!sheet.empty) return data.shares ? _("alles ingevuld") : _("vol")
  if (sheet.empty >= data.parts) {
    return sheet.present ? _("nog niet begonnen") : _("niemand binnen")
  }
  if (data.shares) {
    return _("{n} van de {m} vakken ingevuld", { n: sheet.filled, m: data.parts })
  }
  return ngettext("nog {n} deel open", "nog {n} delen open", sheet.empty)
}

/** Along the wall, one sheet after the other. */
function Walk({ data, show }) {
  const at = data.stops.indexOf(data.large)
  const to = (place) => data.stops[place] && show(data.stops[place])
  return html`
    <div class="walk">
      <button type="button" class="btn quiet" aria-disabled=${at <= 0}
        onClick=${() => to(at - 1)}><${Chevron} dir="left" size=${20} />${_(
          "Vorige fiche",
        )}</button>
      <button type="button" class="btn quiet" aria-disabled=${at < 0}
        onClick=${() => show("")}>${_("De hele muur")}</button>
      <button type="button" class="btn quiet" aria-disabled=${at >= data.stops.length - 1}
        onClick=${() => to(at + 1)}>${_(
          "Volgende fiche",
        )}<${Chevron} dir="right" size=${20} /></button>
    </div>
  `
}

function Form({ sheet, data, api, own }) {
  return html`<div class="form">
    ${
    data.fields.flatMap((field) => field.cells).map((cell) =>
      html`<${CellFor} key=${cell.part} cell=${cell} sheet=${sheet} data=${data} api=${api} />`
    )
  }
    ${own.Form && html`<${own.Form} sheet=${sheet} data=${data} api=${api} />`}
    ${
    data.shares && (sheet.may_share || sheet.shared) && html`
      <button type="button" class="btn quiet" onClick=${() =>
        api.contribute(sheet.share, { on: !sheet.shared, for: sheet.id })}>${sheet.shared
        ? _("Deel niet meer")
        : _("Deel deze fiche")}</button>
    `
  }
  </div>`
}

function CellFor({ cell, sheet, data, api }) {
  const slot = `${sheet.base}${cell.part}`
  const taken = data.shares
    ? _("Dit schreef de organisatie zelf. Het blijft van haar.")
    : _("Wordt nog ingekort op de gsm.")
  const shut = sheet.shut.includes(cell.part) ? taken : null
  if (cell.kind === "line" || cell.kind === "text") {
    return html`
      <${FieldFor} field=${{ ...cell, slot }} stored=${sheet.texts[cell.part] ?? ""} party=${sheet
        .id} shut=${shut}
        api=${api} />
    `
  }
  const value = sheet.values[cell.part] ?? {}
  const send = (payload) => api.contribute(slot, { ...payload, for: sheet.id })
  if (cell.kind === "picture") {
    return html`<${CardFor} cell=${cell} sheet=${sheet} value=${value} send=${send} />`
  }
  if (cell.kind === "date" || cell.kind === "time") {
    return html`<label>${cell.label}<input class="field" type=${cell.kind} value=${
      value[cell.kind] ?? ""
    } disabled=${Boolean(shut)} onChange=${(event) =>
      send({ [cell.kind]: event.target.value })} /></label>`
  }
  const options = cell.kind === "choice"
    ? cell.options
    : Array.from({ length: cell.steps }, (_none, at) => ({ key: at + 1, label: at + 1 }))
  const chosen = (key) => (cell.kind === "choice" ? key : Number(key))
  return html`<label>${cell.label}<select class="field" value=${value[cell.kind] ?? ""} disabled=${
    Boolean(shut)
  } onChange=${(event) => send({ [cell.kind]: chosen(event.target.value) })}>
    <option value="">${_("nog niets")}</option>
    ${options.map((one) => html`<option key=${one.key} value=${one.key}>${one.label}</option>`)}
  </select></label>`
}

function CardFor({ cell, sheet, value, send }) {
  const cards = useCards(cell.cards)
  if (!cell.cards) return null
  return html`<label>${_("Beeld")}<select class="field" value=${value.card ?? ""} onChange=${(
    event,
  ) => event.target.value && send({ card: event.target.value })}>
      <option value="">${value.photo ? _("een eigen foto") : _("kies een beeld")}</option>
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
