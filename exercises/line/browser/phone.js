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
        <${Hall} me=${me} label=${_("Jouw figuur wacht")} />
      </div>
    `
  }
  const Stage = { statement: Listen, talk: Talk, look: Look }[scene.stage] ?? Choose
  return html`
    <div class=${`line-phone at-${scene.stage}`}>
      <${Stage} key=${data.slot} data=${data} scene=${scene} me=${me} api=${api} />
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
      <${Hall} me=${me} label=${_("Jouw figuur wacht")} />
  `
}

/** Choosing a place and moving later: the same controls with another sentence. */
function Choose({ data, scene, me, api }) {
  const place = usePlace({ data, api, open: scene.open })
  const moving = scene.stage === "move"
  return html`<${Statement} data=${data}>
      ${moving && html`<p class="lead">${_("Je mag opschuiven of blijven staan.")}</p>`}
      <${Seen} data=${data} />
    <//>
    <div class="floor">
      <${Tape} data=${data} me=${me} place=${place} />
      <${Ends} ends=${data.ends} />
      <${Steps} place=${place} />
    </div>
    <${Why} key=${data.why_slot} data=${data} api=${api} />
    <${PlaceState} place=${place} moving=${moving} />`
}

function Ends({ ends }) {
  return html`
    <p class="ends"
      aria-hidden="true"><span dir="auto">${ends[0]}</span><span dir="auto">${ends[1]}</span></p>
  `
}

function Steps({ place }) {
  return html`
    <div class="steps">
      <button type="button" class="btn quiet" disabled=${place.locked} onClick=${() =>
        place.step(-1)}
        aria-label=${_("Een stap naar links")}><${Chevron} dir="left" />${_("een stap")}</button>
      <button type="button" class="btn quiet" disabled=${place.locked} onClick=${() =>
        place.step(1)}
        aria-label=${_("Een stap naar rechts")}>${_("een stap")}<${Chevron} dir="right" /></button>
    </div>
  `
}

/** During the talk: only the questions and the person's own place. */
function Talk({ data, me, api }) {
  const place = usePlace({ data, api, open: false })
  return html`
    <${Statement} data=${data} />
    <div class="floor">
      <${Tape} data=${data} me=${me} place=${place} />
      <${Ends} ends=${data.ends} />
      <p class="note">${place.at === null
        ? _("Je hebt nog geen plaats. Straks kies je er een.")
        : _("Je plaats staat vast tijdens het gesprek. Straks mag je opschuiven.")}</p>
    </div>
    <${Questions} questions=${data.questions} />
    <${Why} key=${data.why_slot} data=${data} api=${api} />
    <div class="foot-space"></div>
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
