// The drawn village on the screen with the ways that pawns went. deck.gl draws both on the
// projector; this draws them on the console and on a computer without WebGL, from the same numbers.
// Signs and numbers on old places are drawn here.
import { html, useEffect } from "../../kit/browser/vendor/htm-preact.js"
import { orgOf, Sign } from "../../kit/browser/figures.js"

const VILLAGE = new URL("../village.svg", import.meta.url).href
const NODE = 21
const MAP = { left: 72, top: 136, width: 1344, height: 840 } // stage.py

export function Ground({ trails, api }) {
  const drawn = api.deck === true
  useEffect(() => api.still?.({ url: VILLAGE, ...MAP }), [])
  return html`${!drawn && html`<img class="village" src=${VILLAGE} alt="" />`}
    <svg class="trails" viewBox="0 0 1920 1080" aria-hidden="true">
      ${
    !drawn && trails.map((one) =>
      html`
        <g key=${`way-${one.id}`}>
          <${one.numbers.length ? Journey : Steps} one=${one} />
        </g>
      `
    )
  }
      ${
    trails.map((one) =>
      html`
        <g key=${one.id}>
          <${Marks} one=${one} />
        </g>
      `
    )
  }
    </svg>`
}

function Journey({ one }) {
  const d = `M${one.points.map((point) => point.join(" ")).join("L")}`
  return html`
    <g fill="none" stroke-linejoin="round" stroke-linecap="round">
      <path d=${d} stroke="var(--ink)" stroke-width="15" />
      <path d=${d} stroke=${orgOf(one.tile).fill} stroke-width="9" />
      <${Places} one=${one} />
    </g>
  `
}

function Steps({ one }) {
  return html`<g>${
    one.dots.map(([x, y]) =>
      html`
        <circle cx=${x} cy=${y} r="6.75" fill="var(--ink)" stroke="var(--sheet)"
          stroke-width="2.5" />
      `
    )
  }<${Places} one=${one} /></g>`
}

const Places = ({ one }) =>
  one.points.slice(0, -1).map(([x, y]) =>
    html`
      <circle cx=${x} cy=${y} r=${NODE + 1.75} fill=${orgOf(one.tile).fill} stroke="var(--ink)"
        stroke-width="3.5" />
    `
  )

/** On an old place: the number of the meeting, or the sign of who stood there. */
function Marks({ one }) {
  return one.points.slice(0, -1).map((
    [x, y],
    at,
  ) => (one.numbers.length
    ? html`<text x=${x} y=${y + 10} text-anchor="middle" fill=${orgOf(one.tile).on}>${
      one.numbers[at]
    }</text>`
    : html`<${Sign} tile=${one.tile} x=${x - 15} y=${y - 15} size=${30} />`)
  )
}
