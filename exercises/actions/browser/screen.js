// Acties on the screen: one plan, all first steps on one line of time, who helps whom, the areas.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { FigurePicture, Tile } from "../../kit/browser/figures.js"
import { Name } from "../../kit/browser/name.js"
import { Floor, Tape, Wall } from "../../kit/browser/scenery.js"
import { ScreenBar } from "../../kit/browser/topbar.js"
import { Foot } from "./foot.js"
import { Areas } from "./screen_areas.js"
import { FirstSteps } from "./screen_line.js"
import { Plan } from "./screen_plan.js"

const VIEWS = { fill: Counted, plan: Plan, line: FirstSteps, help: Helping, areas: Areas }
const FLOORS = { fill: 640, plan: 1000, line: 560, help: 1000, areas: 1000 }

/** `data` is what `screen` of views_screen.py gave. */
export default function ActionsScreen({ data, scene, api }) {
  const View = VIEWS[data.view]
  const top = FLOORS[data.view]
  return html`
    <div class=${`actions-screen at-${data.view}`}>
      <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true"><${Floor} top=${top}
        bottom=${3600} depth=${410.5} /><${Wall} top=${top} />${data.view === "line" &&
          html`
            <${Tape} left=${40} right=${1880} top=${data.tape[0]} bottom=${data.tape[1]}
              mark=${false} />
          `}</svg>
      <${ScreenBar} scene=${scene} api=${api} />
      <${View} key=${data.view} data=${data} />
    </div>
  `
}

/** While people write: who has how many actions, and no word of what they are. */
function Counted({ data }) {
  const begun = data.parties.filter((one) => one.count)
  const many = data.parties.length > 12 ? "many" : data.parties.length > 6 ? "some" : "few"
  return html`
    <h1>${_("Wat gaan wij doen?")}</h1>
    <p class="lead" role="status">${begun.length
      ? data.parties.length === 1 ? _("Er staat al een actie op papier.") : ngettext(
        "{n} van de {m} organisaties heeft een actie",
        "{n} van de {m} organisaties hebben een actie",
        begun.length,
        { m: data.parties.length },
      )
      : _("Eén actie volstaat. Wat kan er binnen twee weken?")}</p>
    <ul class=${`desks ${many}`}>${data.parties.map((one) =>
      html`
        <li key=${one.id}>
          <${Tile} tile=${one.tile} size=${72} />
          <${Name} of=${one} />
          <span class="slips" role="img" aria-label=${ngettext(
            "{n} actie",
            "{n} acties",
            one.count,
          )}>${Array.from({ length: Math.min(one.count, 10) }, () =>
            html`
              <i></i>
            `)}</span>
        </li>
      `
    )}</ul>
  `
}

const HOW = {
  helps: () => _("helpt"),
  offers: () => _("wil helpen"),
  same: () => _("doet dit ook bij zich, net als"),
}

/** Who helps whom with what. */
function Helping({ data }) {
  return html`
    <h1>${_("Wie helpt wie?")}</h1>
    ${data.pairs.length
      ? html`<ul class=${data.pairs.length > 3 || data.pages > 1 ? "pairs" : "pairs few"}>${
        data.pairs.map((one) =>
          html`
            <li key=${one.key} class=${`is-${one.how}`}>
              <${FigurePicture} tile=${one.helper_tile} pose="zij" height=${112} />
              <p><span class="names"><b dir="auto">${one.helper}</b> <span>${HOW
                [one.how]()}</span>${" "}<b dir="auto">${one
                .owner}</b></span><span class="with" dir="auto">${one.what}</span></p>
              <${Tile} tile=${one.owner_tile} size=${72} />
            </li>
          `
        )
      }</ul>`
      : html`
        <p class="lead">${data.total
          ? _("Tik op je gsm op ‘Van anderen’, kies een plan en zeg wie wil helpen.")
          : _("Er ligt nog geen actie op tafel.")}</p>
        <ul class=${data.open.length > 3 ? "pairs asking" : "pairs few asking"}>${data.open.map((
          one,
        ) =>
          html`
            <li key=${one.key} class="is-offers">
              <${Tile} tile=${one.tile} size=${72} />
              <p><span class="names"><b dir="auto">${one.name}</b></span><span class="with"
                dir="auto">${one.what}</span></p>
            </li>
          `
        )}</ul>
      `}
    <${Foot} data=${data} text=${data.alone > 0 && data.total > 0 &&
      ngettext("{n} actie zoekt nog hulp.", "{n} acties zoeken nog hulp.", data.alone)} />
  `
}
