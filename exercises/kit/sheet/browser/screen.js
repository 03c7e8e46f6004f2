// The wall with everybody's sheet, and one of them large. While people write, a sheet only shows
// how far it is.
import { html, useRef } from "../../browser/vendor/htm-preact.js"
import { _, ngettext } from "../../browser/i18n.js"
import { listed } from "../../browser/listed.js"
import { Tile } from "../../browser/figures.js"
import { Floor, Wall } from "../../browser/scenery.js"
import { ScreenBar } from "../../browser/topbar.js"
import { Fitted, Name } from "../../browser/name.js"
import { useFit } from "../../browser/fit.js"
import { SheetPicture } from "./deck.js"

const FLOOR = 1000
// so many lines of a sheet that is being filled in still look like lines, and so many labels like
// a sentence
const MOST_LINES = 8
const MOST_LABELS = 5

/** `data` is what `screen` of views.py gave; `own` holds `kind`, and the texts that differ. */
export function SheetScreen({ data, scene, api, own }) {
  const large = data.large && data.sheets.find((one) => one.id === data.large.id)
  return html`<div class=${`sheet-screen ${own.kind}-screen`}>
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true"><${Floor} top=${FLOOR}
      bottom=${3600} depth=${410.5} /><${Wall} top=${FLOOR} /></svg>
    <${ScreenBar} scene=${scene} api=${api} />
    ${
    large
      ? html`<${Large} key=${`${large.id}/${data.large.page}`} sheet=${large} more=${data.large} />`
      : html`<${Gallery} data=${data} own=${own} />`
  }
  </div>`
}

const columnsFor = (count) => {
  if (count <= 3) return Math.max(1, count)
  if (count <= 4) return 2
  if (count <= 6) return 3
  if (count <= 8) return 4
  return count <= 15 ? 5 : Math.max(6, Math.ceil(count / 3))
}

function Gallery({ data, own }) {
  const filling = data.stage === "fill" || data.stage === ""
  const hangs = (one) => data.hidden || one.picture || one.said.length > 0 || one.too_long > 0
  const sheets = data.sheets.filter(hangs)
  const away = data.sheets.filter((one) => !hangs(one))
  const done = data.sheets.filter((one) => one.filled >= data.parts && !one.too_long).length
  const kind = sheets.length <= 3 ? "few" : sheets.length > 8 ? "many" : "some"
  const rows = sheets.length > 10 ? " low" : ""
  return html`
    <h1>${filling
      ? own.title ?? (data.person ? _("Vul je fiche in.") : _("Vul samen jullie fiche in."))
      : data.hidden || !sheets.length
      ? _("Straks hangen de fiches hier.")
      : _("Onze muur")}
      ${filling && data.sheets.length > 1 && html`
        ${" "}<small role="status">${ngettext(
          "{n} van de {m} fiches is vol",
          "{n} van de {m} fiches zijn vol",
          done,
          {
            m: data.sheets.length,
          },
        )}</small>
      `}</h1>
    <div class=${`gallery ${kind} of-${sheets.length}${rows}`} style=${`--columns:${
      columnsFor(sheets.length)
    }`}>${sheets.map((sheet) =>
      html`<${Poster} key=${sheet.id} sheet=${sheet} parts=${data.parts} hidden=${data.hidden} />`
    )}</div>
    ${away.length > 0 && html`
      <p class=${sheets.length ? "missing" : "missing alone"}>
        <${Fitted} forms=${missing(away, data.person)} />
      </p>
    `}
  `
}

/** Of whom nothing hangs, in full and with short names. */
function missing(away, person) {
  const plain = (one) => (one.short ?? one.name).replaceAll("\u00ad", "")
  const line = (names) => _("Nog niets van: {names}.", { names: listed(names) })
  return [
    line(away.map((one) => one.name)),
    line(away.map(plain)),
    person
      ? ngettext("Nog niets van {n} mens.", "Nog niets van {n} mensen.", away.length)
      : ngettext("Nog niets van {n} organisatie.", "Nog niets van {n} organisaties.", away.length),
  ]
}

/**
 * A sheet from afar: picture, first words, sign and name. Hidden it has lines, of which those that
 * were filled in are inked.
 */
function Poster({ sheet, parts, hidden }) {
  const count = Math.min(parts, MOST_LINES)
  const share = Math.ceil((sheet.filled * count) / Math.max(1, parts))
  const inked = sheet.filled < parts ? Math.min(share, count - 1) : count
  const lines = Array.from({ length: count }, (_none, at) => at < inked)
  const label = _("{n} van {m} ingevuld", { n: sheet.filled, m: parts })
  return html`
    <article class="poster">
      ${hidden
        ? html`
          <div class="view">
            <div class="lines" role="img" aria-label=${label}>${lines.map((inked) =>
              html`<i class=${inked ? "inked" : ""}></i>`
            )}</div>
            <${Shortening} count=${sheet.too_long} />
          </div>
        `
        : html`
          <div class="hung">
                    ${sheet.picture && html`
                      <div class="view">
                        <${SheetPicture} picture=${sheet.picture} />
                      </div>
                    `}
                    ${sheet.said.length > 0 &&
                      html`
                        <div class="said">
                          <${Fitted} forms=${sheet.said} />
                        </div>
                      `}
                  </div>
          <${Shortening} count=${sheet.too_long} />
        `}
      <div class="who">${sheet.tiles.map((tile) =>
        html`<${Tile} tile=${tile} size=${64} />`
      )}<${Name} of=${sheet} /></div>
    </article>
  `
}

function Shortening({ count }) {
  return count > 0 &&
    html`<p class="shortening">${
      ngettext("{n} deel wordt nog ingekort", "{n} delen worden nog ingekort", count)
    }</p>`
}

function Large({ sheet, more }) {
  const filled = more.fields.filter((field) => field.text || field.too_long)
  const empty = more.fields.filter((field) => !field.text && !field.too_long)
  const left = sheet.picture || more.people.length > 0
  const words = useRef(null)
  useFit(words, more.fields.map((field) => field.label + field.text).join("|"))
  return html`
    <article class="large">
      <div class="title">
        ${sheet.tiles.map((tile) => html`<${Tile} tile=${tile} size=${120} />`)}
        <h1>
          <${Name} of=${sheet} />
        </h1>
        ${more.pages > 1 &&
          html`<span class="blad">${_("blad {n} van {m}", { n: more.page, m: more.pages })}</span>`}
      </div>
      ${left && html`<div class=${sheet.picture ? "left" : "left bare"}>
          ${
        sheet.picture && html`
          <div class="view">
            <${SheetPicture} picture=${sheet.picture} />
          </div>
        `
      }
          <ul class="people">${
        more.people.map((one) =>
          html`<li><b dir="auto">${one.name}</b>${
            one.role && html`<span dir="auto">${one.role}</span>`
          }</li>`
        )
      }</ul>
        </div>`}
      <div class=${left ? "words" : "words wide"} ref=${words}>${filled.map((field) =>
        html`
          <section>
            <h2>${field.label}</h2>
            <p dir="auto">${field.text || _("wordt nog ingekort")}</p>
          </section>
        `
      )}${empty.length > 0 &&
        html`<p class="none">${nothingIn(empty, filled.length === 0)}</p>`}</div>
    </article>
  `
}

/** Which fields are empty, by name while these are few. */
function nothingIn(empty, all) {
  if (all && empty.length > 1) return _("Hier staat nog niets.")
  if (empty.length > MOST_LABELS) {
    return ngettext("Nog niets bij {n} veld.", "Nog niets bij {n} velden.", empty.length)
  }
  const names = empty.map((field) => field.label.replace(/[?.!:…]$/, "")).join(", ")
  return _("Nog niets bij: {names}.", { names })
}
