// The shared drawings: people, tiles, icons, QR. All lean on the symbols of look/signs.svg, which
// runtime/sprite.js puts in the page, so that a <use> costs next to nothing with sixteen figures on
// a projector.
import { html } from "./vendor/htm-preact.js"

const LIGHT = "var(--on-light)"
const DARK = "var(--on-dark)"
const SIGNS = [
  "cirkel",
  "driehoek",
  "golf",
  "klaver",
  "vierkant",
  "druppel",
  "trap",
  "boog",
  "ring",
  "ruit",
  "zandloper",
  "balken",
]
const WITH_LIGHT_SIGN = [2, 4, 5, 7, 8, 10]

/** Sign, fill and colour of the sign for tile 1..12. */
export const ORG = Object.fromEntries(
  SIGNS.map((
    sign,
    at,
  ) => [at + 1, {
    sign,
    fill: `var(--org-${at + 1})`,
    on: WITH_LIGHT_SIGN.includes(at + 1) ? DARK : LIGHT,
  }]),
)

/**
 * The tile of any number: from organisation 13 on the tiles repeat, and a number out of range still
 * gives a tile, so that every person is drawn.
 * @returns {any} {sign, fill, on}, or null without a tile
 */
export const orgOf = (tile) => (tile ? ORG[((tile - 1) % 12) + 1] : null)

/** Box of a figure as drawn in the sprite: from x=-4, and the point between the soles. */
export const FIGURE = { x: -4, width: 140, height: 208, foot: [60, 201], head: 10 }
const POSES = ["staat", "koffie", "zwaait", "zij"]

/** The bare sign of an organisation inside a box, for use inside another svg. */
export function Sign({ tile, x = 0, y = 0, size = 100 }) {
  const org = orgOf(tile)
  return org && html`
    <use href=${`#teken-${org.sign}`} x=${x} y=${y} width=${size} height=${size}
      fill=${org.on} />
  `
}

/**
 * Tile as <g> content in a 100x100 box. Small tiles leave out the corner ornament: it would turn to
 * dirt.
 */
export function TileMark({ tile, plain = false }) {
  const org = orgOf(tile)
  if (org && !plain) {
    return html`<use href=${`#tegel-${((tile - 1) % 12) + 1}`} width="100" height="100" />`
  }
  return html`
    <g>
      <path d="M0 0h100v100H0z" fill=${org ? org.fill : "var(--sheet)"} />
      <${Sign} tile=${tile} x=${8} y=${8} size=${84} />
      <path d="M1.5 1.5h97v97h-97z" fill="none" stroke="var(--ink)" stroke-width="3" />
    </g>
  `
}

export function Tile({ tile, size = 44, label, ...rest }) {
  return html`
    <svg viewBox="0 0 100 100" width=${size} height=${size} ...${spoken(label)} ...${rest}>
      <${TileMark} tile=${tile} plain=${size < 56} />
    </svg>
  `
}

/**
 * A person, as <g> in its own box of 140x208 (FIGURE). `white`: nobody named, so no sign either.
 */
export function Figure({ tile, pose = "staat", white = false, flip = false }) {
  const org = white ? null : orgOf(tile)
  const symbol = `#figuur-${POSES.includes(pose) ? pose : "staat"}`
  return html`<g>
    <g transform=${flip ? "translate(120 0) scale(-1 1)" : null} style=${`--org:${
    org ? org.fill : "var(--sheet)"
  }`}>
      <use href=${symbol} x="-4" y="0" width="140" height="208" />
    </g>
    ${
    org &&
    html`<use href=${`#teken-${org.sign}`} x="33" y="84" width="54" height="54" fill=${org.on} />`
  }
  </g>`
}

/**
 * A person standing with the soles on (x, y), `size` being the width of the whole box (140 in the
 * drawing).
 */
export function FigureAt({ x, y, size = FIGURE.width, ...rest }) {
  const scale = size / FIGURE.width
  const place = `translate(${x} ${y}) scale(${scale}) translate(${-FIGURE.foot[0]} ${-FIGURE
    .foot[1]})`
  return html`
    <g transform=${place}>
      <${Figure} ...${rest} />
    </g>
  `
}

/** A person as a picture of their own, for in a line of text or a list. */
export function FigurePicture({ height = 208, label, ...rest }) {
  const width = (height * FIGURE.width) / FIGURE.height
  return html`
    <svg viewBox="-4 0 140 208" width=${width} height=${height} ...${spoken(label)}>
      <${Figure} ...${rest} />
    </svg>
  `
}

export function AreaIcon({ area, size = 60, label }) {
  return area && html`
    <svg viewBox="0 0 60 60" width=${size} height=${size} ...${spoken(label)}>
      <use href=${`#gebied-${area}`} width="60" height="60" />
    </svg>
  `
}

export function Mark({ size = 30 }) {
  return html`
    <svg viewBox="0 0 60 60" width=${size} height=${size} aria-hidden="true">
      <use href="#merk" width="60" height="60" />
    </svg>
  `
}

const stroke = {
  fill: "none",
  stroke: "currentColor",
  "stroke-width": 3.5,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
}

function Icon({ d, size, children }) {
  return html`<svg viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true">
    ${d && html`<path d=${d} ...${stroke} />`}${children}
  </svg>`
}

export const Check = ({ size = 22 }) => html`<${Icon} size=${size} d="M4 13l5 5L20 6" />`
const TURNS = {
  left: "M15 4l-8 8 8 8",
  right: "M9 4l8 8-8 8",
  up: "M4 15l8-8 8 8",
  down: "M4 9l8 8 8-8",
}
export const Chevron = ({ dir = "right", size = 24 }) =>
  html`<${Icon} size=${size} d=${TURNS[dir]} />`
/** Something is under way or has to wait: a clock face without numbers. */
export const Clock = ({ size = 22 }) =>
  html`<${Icon} size=${size} d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 7.5V12l3 2.5" />`
export const Alert = ({ size = 22 }) =>
  html`<${Icon} size=${size} d="M12 4L2.8 20h18.4zM12 10v4.5M12 17.2v.1" />`
/** No connection: a plug beside its socket. */
export const Unplugged = ({ size = 22 }) =>
  html`
    <${Icon} size=${size}
      d="M9 3v4M15 3v4M6.5 7h11v4a5.5 5.5 0 0 1-11 0zM12 16.5V18M12 21v.5" />
  `
export const Cross = ({ size = 22 }) => html`<${Icon} size=${size} d="M5 5l14 14M19 5L5 19" />`

/**
 * `path` is made of 1x1 modules in a count x count grid, without quiet zone. The zone (4 modules,
 * as the standard asks) is part of this picture, so that no frame or neighbour can eat it; `size`
 * is the whole, zone included.
 */
export function Qr({ path, count, size = 392, quiet = 4, label }) {
  const side = count + 2 * quiet
  return html`
    <svg class="qr-picture" viewBox=${`${-quiet} ${-quiet} ${side} ${side}`} width=${size}
      height=${size} ...${spoken(
        label,
      )}>
      <path d=${`M${-quiet} ${-quiet}h${side}v${side}h${-side}z`} fill="var(--sheet)" />
      <path d=${path} fill="var(--ink)" shape-rendering="crispEdges" />
    </svg>
  `
}

/** A drawing either has a name or is hidden from screen readers; never a nameless picture. */
export const spoken = (
  label,
) => (label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" })

export { Floor, Tape, Wall } from "./scenery.js"
