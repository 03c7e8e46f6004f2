// Where people came from: a dashed sign on the old place, and footprints to where they stand now.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { orgOf, Sign } from "../../kit/browser/figures.js"

const SOLE = "M-16 0c0-7 10-6 10-5v10c0 1-10 2-10-5zM-3-5c7-2 19-4 19 4s-12 8-19 6z"
const FULL = 46 // height of a track at which everything has the size of the mock
const FOOTPRINTS = 20 // below this a track is a thin line
const PACE = 38 // px from one print to the next
const FIRST = 46
const LAST = 27 // the walker stands before the last print
const TAPE = 762
const WALK = 900

/** Footprints between the two places, left and right in turn; none when the two nearly touch. */
export function prints({ x0, x1 }, scale = 1) {
  const way = x1 >= x0 ? 1 : -1
  const pace = PACE * scale
  const room = Math.abs(x1 - x0) - (FIRST + LAST) * scale
  if (room < 0) return []
  return Array.from({ length: Math.floor(room / pace) + 1 }, (_none, at) => ({
    x: x0 + way * (FIRST * scale + at * pace),
    side: (at % 2 ? -10 : 10) * scale,
    way,
  }))
}

export function Traces({ traces = [] }) {
  // traces of the first render appear at once; later ones are animated with the figure
  const first = useRef(new Set(traces.map((one) => one.id))).current
  return html`<svg class="traces" viewBox="0 0 1920 1080" aria-hidden="true">
    ${
    traces.map((one) =>
      html`
        <g key=${one.id} class=${first.has(one.id) ? "trace" : "trace follows"}>
          <${one.size < FOOTPRINTS ? Thread : Footsteps} one=${one} />
        </g>
      `
    )
  }
  </svg>`
}

function Footsteps({ one }) {
  const { x0, y, tile } = one
  const scale = Math.min(1, (one.size ?? FULL) / FULL)
  const soles = prints(one, scale)
  const radius = 24 * scale
  return html`
    <path d=${`M${x0} ${TAPE}V${
      Math.max(TAPE, y - radius)
    }`} stroke="var(--ink)" stroke-width="4" stroke-dasharray="7 6" />
    <g fill="var(--ink)">${soles.map(({ x, side, way }, at) =>
      html`<path class="sole" d=${SOLE} transform=${`translate(${x} ${y + side}) scale(${
        way * scale
      } ${scale})`} style=${`--after:${Math.round((at / soles.length) * WALK)}ms`} />`
    )}</g>
    <circle cx=${x0} cy=${y} r=${radius} fill=${fillOf(tile)} stroke="var(--ink)"
      stroke-width=${4 * scale} stroke-dasharray=${`${9 * scale} ${6 * scale}`} />
    <${Sign} tile=${tile} x=${x0 - 16 * scale} y=${y - 16 * scale} size=${32 * scale} />
  `
}

/**
 * With many movers there is no room for feet: a thread from the old place, with an arrow at the new
 * one.
 */
function Thread({ one }) {
  const { x0, x1, y, tile, size } = one
  const half = Math.max(3, size / 2)
  const way = x1 >= x0 ? 1 : -1
  return html`
    <path d=${`M${x0} ${y}H${x1}m${-way * 8} ${-half}l${way * 8} ${half}l${
      -way * 8
    } ${half}`} fill="none" stroke="var(--ink)" stroke-width="2.5" />
    <circle cx=${x0} cy=${y} r=${half} fill=${fillOf(tile)} stroke="var(--ink)"
      stroke-width="2" />
  `
}

const fillOf = (tile) => (tile ? orgOf(tile).fill : "var(--sheet)")
