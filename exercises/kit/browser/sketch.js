// A drawing, from its texts.
import { html } from "./vendor/htm-preact.js"
import { STAMPS } from "./stamps.js"
import { COLOURS, decode, HEIGHT, pathOf, SIZES, WIDTH, WIDTHS } from "./strokes.js"

export const STAMP_NAMES = Object.keys(STAMPS)
const SHAPES = Object.values(STAMPS)
const drawn = new Map()
const MOST = 2000

/** Each text is turned into lines once: a drawing grows by one item at a time. */
function linesOf(text) {
  if (!drawn.has(text)) {
    if (drawn.size > MOST) drawn.clear()
    drawn.set(text, partOf(decode(text)))
  }
  return drawn.get(text)
}

export function partOf(item) {
  const stroke = COLOURS[item.colour]
  if (item.stamp === undefined) return { d: pathOf(item.points), stroke, width: WIDTHS[item.width] }
  const size = SIZES[item.size]
  return {
    d: SHAPES[item.stamp],
    stroke,
    width: 800 / size,
    place: `translate(${item.x - size / 2} ${item.y - size / 2}) scale(${size / 100})`,
  }
}

export const Part = ({ part }) =>
  html`
    <path d=${part.d} transform=${part.place ?? null} fill="none" stroke=${part
      .stroke} stroke-width=${part.width}
      stroke-linecap="round" stroke-linejoin="round" />
  `

export const Lines = ({ items }) =>
  html`<g>${items.map((text, at) => html`<${Part} key=${at} part=${linesOf(text)} />`)}</g>`

export function Sketch({ items, label, class: kind = "sketch" }) {
  return html`
    <svg class=${kind} viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${label}>
      <${Lines} items=${items} />
    </svg>
  `
}
