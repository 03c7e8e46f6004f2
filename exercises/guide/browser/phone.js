// The gespreksleidraad on a phone: a sheet of the kit for each visit, one question on each page,
// with what is known already above it; days, mentor, place and programme are the visit's own.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { Writing } from "../../kit/browser/writing.js"
import { SheetPhone } from "../../kit/sheet/browser/phone.js"
import { Days, dayWords } from "./days.js"
import { Programme, programmeWords } from "./programme.js"

const rowField = {
  Part: ({ field, data, scene, api }) => {
    const { slot, text } = data.visit.row[field.key]
    return html`
      <${Writing} key=${slot} slot=${slot} stored=${text} limit=${data.visit.limits.row}
        label=${field.label} rows=${1} api=${api} disabled=${!scene.open}
        empty=${_("De begeleider ziet dit bij het bezoek.")} />
    `
  },
  words: (field, { data, api }) => {
    const { slot, text } = data.visit.row[field.key]
    return api.slot(slot).own?.text ?? text
  },
  cells: () => [],
}

/** Who writes here, and who else may read it. */
const Below = ({ page, data }) =>
  page.key !== "programme" && html`
    <p class="readers">${ngettext(
      "Jij schrijft hier nu alleen. Je begeleider kan meelezen.",
      "Jullie schrijven hier met {n}. Je begeleider kan meelezen.",
      data.visit.writers,
    )}</p>
  `

const own = {
  kind: "guide",
  path: true,
  whole: _("De hele leidraad"),
  title: ({ data }) =>
    data.visit.guest
      ? _("Jullie bezoek aan {host}", { host: data.visit.host })
      : _("{visitor} komt bij jullie", { visitor: data.visit.visitor }),
  lead: ({ data }) => (data.visit.when ? data.visit.when : _("De dagen kiezen jullie samen.")),
  fields: {
    days: { Part: Days, words: dayWords, cells: () => [] },
    mentor: rowField,
    place: rowField,
    lodging: rowField,
    programme: { Part: Programme, words: programmeWords, cells: () => [] },
  },
  Above,
  Below,
}

export default function GuidePhone(props) {
  if (props.data.sheets.length) return html`<${SheetPhone} ...${props} own=${own} />`
  return html`
    <div class="sheet-phone guide-phone">
      <div class="page">
        <h1 class="eyes">${_("Kijk mee.")}</h1>
        <p class="lead">${props.data.told}</p>
      </div>
    </div>
  `
}

/** Whose guide it is, and what is known already about this question. */
function Above({ page, data }) {
  const { visit } = data
  const given = visit.given[page.key] ?? []
  return html`
    <div class="for-visit">
      ${visit.tiles.map((tile) => html`<${Tile} key=${tile} tile=${tile} size=${34} />`)}
      <p>${visit.guest ? _("Leidraad voor het bezoek aan") : _("Leidraad voor het bezoek van")}
        <b translate="no" dir="auto">${visit.guest ? visit.host : visit.visitor}${visit.when &&
          `, ${visit.when}`}</b></p>
    </div>
    ${given.length > 0 && html`
      <section class="given">
        <h2>${givenTitle(page.key, visit.guest)}</h2>
        <ul>${given.map((text) => html`<li key=${text} dir="auto">${text}</li>`)}</ul>
      </section>
    `}
  `
}

const givenTitle = (key, guest) =>
  ({
    learn: guest ? _("Jullie leervragen") : _("Hun leervragen"),
    why: _("Zo stond het bij de wens"),
    feedback: _("Dit spraken jullie al af"),
  })[key] ?? ""
