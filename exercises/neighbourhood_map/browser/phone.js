// The neighbourhood map on a phone: one pawn for the two colleagues of an organisation, and one
// sentence. The pawn is tapped, dragged, stepped, moved with the keys or sent to a named place;
// every way ends in the same `choose`.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Chevron } from "../../kit/browser/figures.js"
import { Hall } from "../../kit/browser/hall.js"
import { Board } from "./board.js"
import { inWords, SpotState, useSpot } from "./spot.js"
import { Together } from "./together.js"

export default function MapPhone({ data, scene, me, api }) {
  const Stage = { read: Read, look: Look }[scene.stage] ?? Place
  return html`
    <div class=${`neighbourhood_map-phone at-${scene.stage}`}>
      <${Stage} data=${data} scene=${scene} me=${me} api=${api} />
    </div>
  `
}

const Title = ({ data, children }) =>
  html`<div class="words"><h1 class=${
    data.title.length > 60 ? "long" : ""
  } dir="auto">${data.title}</h1>${children}</div>`

function Read({ data, me }) {
  return html`<${Title} data=${data}>${
    data.indicators.length
      ? html`<p class="lead">${_("Lees even mee. Straks zetten jullie een pion.")}</p>`
      : html`<p class="lead">${
        data.alone ? _("Straks zetten jullie een pion.") : _("Straks zetten jullie samen een pion.")
      }</p>`
  }<//>
    ${
    data.indicators.length
      ? html`
        <section class="indicators">
          <${Indicators} data=${data} />
        </section>
      `
      : html`<${Hall} me=${me} />`
  }`
}

const Indicators = ({ data }) =>
  html`<ul class="list">${data.indicators.map((text) => html`<li dir="auto">${text}</li>`)}</ul>`

/**
 * Placing, talking, and moving: one component, so that the field in which somebody is typing stays
 * while the step changes around it.
 */
function Place({ data, scene, me, api }) {
  const talking = scene.stage === "talk"
  const spot = useSpot({ data, api, open: scene.open && !talking })
  const [near, zoom] = useState(false)
  const moving = data.round === 2 && !talking
  return html`
    <${Title} data=${data}>${!talking &&
      html`<p class="lead">${
        moving
          ? _("Jullie mogen verhuizen of blijven staan.")
          : _("Zet samen één pion: daar staat jullie organisatie.")
      }</p>`}<//>
    <${Board} key=${data.slot} data=${data} me=${me} spot=${spot} near=${near && !talking} />
    <${Where} data=${data} spot=${spot} />
    ${talking
      ? html`<${Questions} questions=${data.questions} />`
      : html`<${Earlier} earlier=${data.earlier} spot=${spot} />`}
    ${!spot.locked && html`<${Ways} data=${data} spot=${spot} near=${near} zoom=${zoom} />`}
    <${Why} key=${data.why_slot} data=${data} api=${api} moving=${moving} />
    <${More} data=${data} />
    ${!talking && html`
      <${SpotState} spot=${spot} moving=${moving}
        unsaid=${!data.why.text && !api.draft(data.why_slot)} />
    `}
  `
}

function Questions({ questions }) {
  return questions.length > 0 && html`
    <section class="questions">
      <h2>${_("Vertel het elkaar")}</h2>
      <ul class="list">${questions.map((text) => html`<li dir="auto">${text}</li>`)}</ul>
    </section>
  `
}

/** The place in words, for everybody; spoken when it changes. */
function Where({ data, spot }) {
  return html`<p class="where" id="map-place" aria-live="polite">${
    spot.at ? upper(inWords(spot.at, data.places)) : _("De pion staat nog nergens.")
  }</p>`
}

function Ways({ data, spot, near, zoom }) {
  const pick = (event) => {
    const place = data.places[Number(event.target.value)]
    if (place) spot.choose({ x: place[1], y: place[2] })
  }
  const here = data.places.findIndex(([_label, x, y]) =>
    spot.at && x === Math.round(spot.at.x) && y === Math.round(spot.at.y)
  )
  return html`
    <div class="ways">
      <label for="map-places">${_("Kies een plek")}</label>
      <select id="map-places" class="field" value=${String(here)} onChange=${pick}>
          <option value="-1">${_("een andere plek")}</option>
          ${data.places.map(([label], at) => html`<option value=${String(at)}>${label}</option>`)}
        </select>
      <div class="arrows" role="group" aria-label=${_("De pion een stap verzetten")}>
          ${ARROWS.map(([dir, right, down, name]) =>
            html`
              <button type="button" class="btn quiet" aria-label=${name()}
                onClick=${() => spot.step(right, down)}><${Chevron} dir=${dir} /></button>
            `
          )}
          <button type="button" class="btn quiet zoom" aria-pressed=${near
            ? "true"
            : "false"} onClick=${() => zoom(!near)}>${near
            ? _("Hele kaart")
            : _("Dichterbij")}</button>
        </div>
    </div>
  `
}

/** @type {[string, number, number, () => string][]} */
const ARROWS = [
  ["left", -1, 0, () => _("Een stap naar links")],
  ["up", 0, -1, () => _("Een stap naar boven")],
  ["down", 0, 1, () => _("Een stap naar onder")],
  ["right", 1, 0, () => _("Een stap naar rechts")],
]

/**
 * The place of the organisation's pawn in an earlier meeting, with a button to start from there.
 */
function Earlier({ earlier, spot }) {
  if (!earlier) return null
  const { x, y, dated } = earlier
  return html`
    <div class="earlier">
      <p>${dated
        ? _("Op {when} stonden jullie {place}.", earlier)
        : _("De vorige keer ({when}) stonden jullie {place}.", earlier)}</p>
      ${!spot.at && !spot.locked && html`
        <button type="button" class="btn quiet" onClick=${() => spot.choose({ x, y })}>${_(
          "Begin waar jullie toen stonden",
        )}</button>
      `}
    </div>
  `
}

function Why({ data, api, moving }) {
  return html`
    <div
      class="why">${data.why_before &&
        html`<p class="said-before">${
          _("Daarnet:")
        } <q dir="auto">${data.why_before}</q></p>`}<${Together} key=${data.why_slot} slot=${data
        .why_slot} stored=${data.why} limit=${data.why_limit} api=${api}
        label=${moving
          ? _("Waarom staan jullie nu hier?")
          : _("Waarom staan jullie hier?")} hint=${_(
            "Eén zin volstaat: jullie vertellen het straks zelf.",
          )}
        empty=${data.alone ? _("De begeleider kan deze zin op het scherm tonen.") : _(
          "Deze zin is van jullie samen. De begeleider kan hem op het scherm tonen.",
        )} /></div>
  `
}

/** The indicators stay at hand while people choose. */
const More = ({ data }) =>
  data.indicators.length > 0 && html`
    <details class="more">
      <summary>${_("Lees nog eens wat samenwerken met de buurt kan zijn")}</summary>
      <${Indicators} data=${data} />
    </details>
  `

function Look({ data, me, api }) {
  const spot = useSpot({ data, api, open: false })
  return html`
    <div class="words">
      <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
      <p class="small-title" dir="auto">${data.title}</p>
    </div>
    <${Board} data=${data} me=${me} spot=${spot} near=${false} />
    <${Where} data=${data} spot=${spot} />
  `
}

const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1)
