// The wall with everybody's sheet, and one of them large. While people write, a sheet only shows
// how far it is.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { Floor, Wall } from "../../kit/browser/scenery.js"
import { ScreenBar } from "../../kit/browser/topbar.js"
import { useFit } from "../../kit/browser/fit.js"
import { SheetPicture } from "./cards.js"

const FLOOR = 1000

export default function SheetScreen({ data, scene, api }) {
  const large = data.large && data.sheets.find((one) => one.id === data.large.id)
  return html`<div class="organisation_sheet-screen">
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true"><${Floor} top=${FLOOR}
      bottom=${3600} depth=${410.5} /><${Wall} top=${FLOOR} /></svg>
    <${ScreenBar} scene=${scene} api=${api} />
    ${
    large
      ? html`<${Large} key=${large.id} sheet=${large} more=${data.large} />`
      : html`<${Gallery} data=${data} />`
  }
  </div>`
}

const columnsFor = (
  count,
) => (count <= 3
  ? Math.max(1, count)
  : count <= 4
  ? 2
  : count <= 6
  ? 3
  : count <= 8
  ? 4
  : count <= 10
  ? 5
  : Math.max(6, Math.ceil(count / 2)))

function Gallery({ data }) {
  const filling = data.stage === "fill" || data.stage === ""
  const done = data.sheets.filter((one) => one.filled >= data.parts && !one.too_long).length
  const columns = columnsFor(data.sheets.length)
  const kind = data.sheets.length <= 3 ? "few" : data.sheets.length > 8 ? "many" : "some"
  return html`
    <h1>${filling
      ? _("Vul samen jullie fiche in.")
      : data.hidden
      ? _("Straks hangen de fiches hier.")
      : _("Onze muur")}
      ${filling && data.sheets.length > 0 && html`
        ${" "}<small role="status">${ngettext(
          "{n} van de {m} fiches is vol",
          "{n} van de {m} fiches zijn vol",
          done,
          {
            m: data.sheets.length,
          },
        )}</small>
      `}</h1>
    <div class=${`gallery ${kind}`} style=${`--columns:${columns}`}>${data.sheets.map((sheet) =>
      html`<${Poster} key=${sheet.id} sheet=${sheet} parts=${data.parts} hidden=${data.hidden} />`
    )}</div>
  `
}

/**
 * A sheet from afar: picture, sign and name. Hidden it has lines, of which those that were filled
 * in are inked.
 */
function Poster({ sheet, parts, hidden }) {
  const name = useRef(null)
  useFit(name, sheet.name)
  const lines = Array.from({ length: parts }, (_none, at) => at < sheet.filled)
  const label = _("{n} van {m} ingevuld", { n: sheet.filled, m: parts })
  return html`
    <article class="poster">
      <div class="view">${!hidden && sheet.picture
        ? html`<${SheetPicture} picture=${sheet.picture} />`
        : html`<div class="lines" role="img" aria-label=${label}>${
          lines.map((inked) => html`<i class=${inked ? "inked" : ""}></i>`)
        }</div>`}${sheet.too_long > 0 &&
        html`<p class="shortening">${
          ngettext(
            "{n} deel wordt nog ingekort",
            "{n} delen worden nog ingekort",
            sheet.too_long,
          )
        }</p>`}</div>
      <div
        class="who"><${Tile} tile=${sheet.tile} size=${64} /><b ref=${name} dir="auto">${sheet
          .name}</b></div>
    </article>
  `
}

function Large({ sheet, more }) {
  const words = useRef(null)
  const head = useRef(null)
  useFit(words, more.fields.map((field) => field.label + field.text).join("|"))
  useFit(head, sheet.name)
  return html`
    <article class="large">
      <div class="title">
        <${Tile} tile=${sheet.tile} size=${120} />
        <h1 ref=${head} dir="auto">${sheet.name}</h1>
      </div>
      <div class=${sheet.picture ? "left" : "left bare"}>
          ${sheet.picture && html`
            <div class="view">
              <${SheetPicture} picture=${sheet.picture} />
            </div>
          `}
          <ul class="people">${more.people.map((one) =>
            html`<li><b dir="auto">${one.name}</b>${
              one.role && html`<span dir="auto">${one.role}</span>`
            }</li>`
          )}</ul>
        </div>
      <div class="words" ref=${words}>${more.fields.map((field) =>
        html`
          <section>
            <h2>${field.label}</h2>
            <p class=${field.text ? "" : "none"} dir="auto">${field.text ||
              (field.too_long ? _("wordt nog ingekort") : _("nog leeg"))}</p>
          </section>
        `
      )}</div>
    </article>
  `
}
