// A stone as people read it: two halves, each with its sign, so that colour is never the only
// difference.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"

export const HALVES = ["top", "flop"]
const SIGNS = { top: "M4 27 17 5 30 27z", flop: "M4 8 17 30 30 8z" }
export const halfName = (half) => (half === "top" ? _("top") : _("flop"))

export function HalfSign({ half, size = 30 }) {
  return html`
    <svg class="half-sign" viewBox="0 0 34 34" width=${size} height=${size} aria-hidden="true">
      <path d=${SIGNS[half]} fill="currentColor" />
    </svg>
  `
}

/** One half with its text. `said` tells a screen reader which half it is. */
export function Half({ half, text, size = 26 }) {
  return html`
    <div
      class=${`domino-half is-${half}`}><${HalfSign} half=${half} size=${size} /><span
        class="visually-hidden">${halfName(
          half,
        )}: </span><span class="words" dir="auto">${text || "…"}</span></div>
  `
}

/** A whole stone, the top above the flop: half of a phone is too narrow for a long word. */
export function Stone({ stone, size = 26 }) {
  return html`<div class="domino-stone is-upright">${
    HALVES.map((half) =>
      html`<${Half} key=${half} half=${half} text=${stone[half]} size=${size} />`
    )
  }</div>`
}

/** Whose stone: tile and name as far as the room may know. */
export function Who({ who, size = 30 }) {
  const name = who.name || who.organisation
  if (!name && !who.tile) return null
  return html`<span class="domino-who">${
    who.tile && html`<${Tile} tile=${who.tile} size=${size} />`
  }<b class="name" translate="no" dir="auto">${name}</b></span>`
}
