// The line on a phone: where do you stand, and why. The figure is dragged, tapped, stepped or moved
// with the arrow keys; every way ends in the same `choose`.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Chevron } from "../../kit/browser/figures.js"
import { Hall } from "../../kit/browser/hall.js"
import { PlaceState, usePlace } from "./place.js"
import { Tape } from "./tape.js"
import { Why } from "./why.js"

const SEEN = {
  names: () => _("Je naam staat erbij op het scherm."),
  organisations: () => _("Op het scherm staat alleen je organisatie."),
  nobody: () => _("Op het scherm ziet niemand wie waar staat."),
}

export default function LinePhone({ data, scene, me, api }) {
  if (!data.statement) {
    return html`
      <div class="line-phone at-look">
        <div class="words">
          <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
        </div>
        <${Hall} me=${me} />
      </div>
    `
  }
  const Stage = { statement: Listen, look: Look }[scene.stage] ?? Stand
  return html`
    <div class=${`line-phone at-${scene.stage}`}>
      <${Stage} data=${data} scene=${scene} me=${me} api=${api} />
    </div>
  `
}

function Statement({ data, children }) {
  const long = data.statement.length > 110
  return html`<div class="words"><h1 class=${
    long ? "long" : ""
  } dir="auto">${data.statement}</h1>${children}</div>`
}

const Seen = ({ data }) => html`<p class="seen">${(SEEN[data.visibility] ?? SEEN.names)()}</p>`

function Listen({ data, me }) {
  return html`
    <${Statement} data=${data}>
      <p class="lead">${_("Luister even: straks kies je.")}</p>
      <//>
      <${Hall} me=${me} />
  `
}

/**
 * Choosing a place, talking, and moving: one component, so that the field in which somebody is
 * typing stays while the step changes around it.
 */
function Stand({ data, scene, me, api }) {
  const talking = scene.stage === "talk"
  const moving = scene.stage === "move"
  const place = usePlace({ data, api, open: scene.open && !talking })
  return html`
    <${Statement} data=${data}>
      ${!talking && html`
        <p class=${moving ? "lead" : "lead visually-hidden"}>${moving
          ? _("Je mag opschuiven of blijven staan.")
          : _("Ga staan waar het voor jou klopt.")}</p>
        <${Seen} data=${data} />
      `}
    <//>
    <div class="floor">
      <${Tape} data=${data} me=${me} place=${place} />
      <${Ends} ends=${data.ends} />
      ${talking ? html`<${TalkNote} place=${place} />` : html`<${Steps} place=${place} />`}
    </div>
    ${talking && html`<${Questions} questions=${data.questions} />`}
    <${Why} key=${data.why_slot} data=${data} api=${api} />
    ${talking
      ? html`<div class="foot-space"></div>`
      : html`<${PlaceState} place=${place} moving=${moving} />`}
  `
}

/** Why nothing can be moved during the talk. */
const TalkNote = ({ place }) =>
  html`<p class="note">${
    place.at === null
      ? _("Je hebt nog geen plaats. Straks kies je er een.")
      : _("Je plaats staat vast tijdens het gesprek. Straks mag je opschuiven.")
  }</p>`

function Ends({ ends }) {
  return html`
    <p class="ends" id="line-ends"><span class="visually-hidden">${_("Links:")}</span>
      <span dir="auto">${ends[0]}</span><span class="visually-hidden">${_("Rechts:")}</span>
      <span dir="auto">${ends[1]}</span></p>
  `
}

function Steps({ place }) {
  return html`
    <div class="steps">
      <button type="button" class="btn quiet" aria-disabled=${place.locked} onClick=${() =>
        place.step(-1)}
        aria-label=${_("Een stap naar links")}><${Chevron} dir="left" />${_("een stap")}</button>
      <button type="button" class="btn quiet" aria-disabled=${place.locked} onClick=${() =>
        place.step(1)}
        aria-label=${_("Een stap naar rechts")}>${_("een stap")}<${Chevron} dir="right" /></button>
    </div>
  `
}

function Questions({ questions = [] }) {
  if (!questions.length) return null
  return html`
    <section class="questions">
      <h2>${_("Vertel het elkaar")}</h2>
      <ul>${questions.map((text) => html`<li dir="auto">${text}</li>`)}</ul>
    </section>
  `
}

function Look({ data, me, api }) {
  const place = usePlace({ data, api, open: false })
  return html`
    <div class="words">
      <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
      <p class="small-statement" dir="auto">${data.statement}</p>
    </div>
    <div class="floor grow">
      <${Tape} data=${data} me=${me} place=${place} />
      <${Ends} ends=${data.ends} />
      <p class="note">${place.at === null
        ? _("Je koos geen plaats. Dat mag.")
        : _("Hier sta jij.")}</p>
    </div>
  `
}
