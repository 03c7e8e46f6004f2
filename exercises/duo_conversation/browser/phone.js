// Duo-gesprek on a phone: with whom and where, one question at a time, notes, and a phone that can
// be put down.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { Hall } from "../../kit/browser/hall.js"
import { chime, useEnd, useSound } from "../../kit/browser/chime.js"
import { clockText } from "../../kit/browser/clock.js"
import { Dark } from "../../kit/browser/dark.js"
import { Meeting } from "./meeting.js"
import { Notes } from "./notes.js"
import { Question } from "./question.js"

export default function DuoPhone({ data, scene, me, api }) {
  useSound()
  const Stage = { pairs: Find, talk: Converse, share: Converse }[scene.stage] ?? Intro
  return html`
    <div class=${`duo-phone at-${scene.stage || "intro"}`}>
      <${Stage} key=${data.round} data=${data} scene=${scene} me=${me}
        api=${api} />
    </div>
  `
}

function Intro({ data, me }) {
  return html`
    <div class="words">
      <h1>${_("Straks praat je per twee.")}</h1>
      <p class="lead">${data.round > 1
        ? _("Je krijgt iemand anders dan daarnet.")
        : _("Met iemand van een andere organisatie. Je gsm zegt dan wie, en waar.")}</p>
    </div>
    <${Hall} me=${me} />
  `
}

/** Where to go, and to whom: the one thing to do now. */
function Find({ data, me }) {
  return html`
    <${Company} data=${data} />
    <${Meeting} me=${me} group=${data.group} />
  `
}

function Company({ data, heading = "h1" }) {
  const { group, aside } = data
  if (aside) {
    return html`
      <div class="words">
        <${heading}>${_("Jij hebt even pauze.")}<//>
        <p class="lead">${_("De begeleider zet je terug in een duo.")}</p>
      </div>
    `
  }
  if (!group) {
    return html`
      <div class="words">
        <${heading}>${_("Je hebt nog geen duo.")}<//>
        <p class="lead">${_("Wacht even. De begeleider ziet je staan.")}</p>
      </div>
    `
  }
  return html`
    <div class="words">
      <${heading}>${_("Ga naar plek {n}.", { n: group.spot })}<//>
        ${group.people.length
          ? html`
            <p class="lead">${_("Je praat met:")}</p>
            <${People} people=${group.people} />
          `
          : html`<p class="lead">${
            _("Wacht daar even. Zodra er nog iemand komt, staat die naam hier.")
          }</p>`}
      </div>
  `
}

function People({ people }) {
  return html`<ul class="people">${
    people.map((one) =>
      html`
        <li key=${one.id}>
          <${Tile} tile=${one.tile} size=${52} />
          <span><b class="name" translate="no" dir="auto">${one
            .name}</b><span class="name" translate="no" dir="auto">${one
            .organisation}</span></span>
        </li>
      `
    )
  }</ul>`
}

/**
 * Talking and, after it, choosing what the room may see: one component, so that the note in which
 * somebody is typing stays while the step changes around it.
 */
function Converse({ data, scene, api }) {
  const talking = scene.stage === "talk"
  const rest = useRest(data, talking ? scene : { timer: null }, api)
  return html`
    <div class="in-line">
      ${talking && rest.over &&
        html`<p class="over" role="status"><b>${_("De tijd is om.")}</b> ${
          _("Rond rustig af.")
        }</p>`}
      ${talking ? html`<${With} data=${data} />` : html`<${ShareWords} />`}
      ${talking && html`<${Question} data=${data} api=${api} />`}
    </div>
    <${Notes} notes=${data.notes} scene=${scene} api=${api} />
    <div class="in-line">${talking
      ? html`<div class="foot"><button type="button" class="btn" onClick=${rest.down}>${
        _(
          "Leg je gsm neer",
        )
      }</button></div>`
      : html`<${Before} data=${data} scene=${scene} api=${api} />`}</div>
    ${talking && rest.dark && html`<${Dark} label=${_("Tik om te kijken")} onWake=${rest.wake}>
      ${_("Praat samen. Je gsm rust.")}${
      (rest.left ?? 0) > 0 && html`<b>${clockText(rest.left)}</b>`
    }
    <//>`}
  `
}

/**
 * Goes dark when its owner or, for all phones, the facilitator asks so; lights up again on a tap
 * and at the end of the countdown.
 */
function useRest(data, scene, api) {
  const came = (data.group?.came ?? []).join()
  const [own, setOwn] = useState({ down: false, woke: false, room: data.down, came })
  const ring = () => {
    chime()
    setOwn((now) => ({ ...now, down: false, woke: true }))
  }
  const left = useEnd(scene.timer, api.now, ring)
  // the facilitator asked again to put phones down, so earlier taps no longer count
  if (own.room !== data.down) setOwn({ down: false, woke: false, room: data.down, came })
  // somebody comes to this pair, which a dark phone would not tell
  else if (own.came !== came) setOwn((now) => ({ ...now, down: false, woke: true, came }))
  const over = left === 0
  return {
    left,
    over,
    dark: !over && (own.down || (data.down && !own.woke)),
    down: () => setOwn((now) => ({ ...now, down: true, woke: false })),
    wake: () => setOwn((now) => ({ ...now, down: false, woke: true })),
  }
}

/** Somebody came late: said to who was talking already, and to the one who joins. */
function Joined({ group }) {
  const told = group.joins
    ? _("Ga naar plek {n}. Ze praten al: schuif gerust aan.", { n: group.spot })
    : group.came.map((name) => _("{name} komt bij jullie.", { name: `\u2068${name}\u2069` }))
      .join(" ")
  return html`<p class="joined" role="status">${told}</p>`
}

/** Who stands with you, in one line: you already found each other. */
function With({ data }) {
  const { group, aside } = data
  if (aside || !group?.people.length) return html`<${Company} data=${data} heading="h2" />`
  return html`
    <${Joined} group=${group} />
    <div class="with"><span class="spot" aria-label=${_("Plek {n}", { n: group.spot })}>${group
      .spot}</span>
        <ul>${group.people.map((one) =>
          html`
            <li
              key=${one.id}><${Tile} tile=${one
                .tile} size=${32} /><span class="name" translate="no" dir="auto"><b>${one
                .name}</b> ${one
                .organisation}</span></li>
          `
        )}</ul>
      </div>
  `
}

const ShareWords = () =>
  html`
    <div class="words">
      <h1>${_("Wat neem je mee?")}</h1>
      <p class="lead">${_("Kies zelf wat de zaal mag zien. De rest blijft bij jou.")}</p>
    </div>
  `

/** The notes of earlier rounds. */
function Before({ data, scene, api }) {
  return data.before.length > 0 && html`
    <section class="before">
      <h2>${_("Eerder geschreven")}</h2>
      <${Notes} notes=${data.before} scene=${scene} api=${api} />
    </section>
  `
}
