// The spectacles on a phone, that one looks through: large frames in the shape of the lens, and
// through each glass something to look at.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { Figure, TileMark } from "../../kit/browser/figures.js"

// Left and right glass of each shape, in a box of 390 by 176.
const GLASSES = {
  sharp: ["M12 34L178 46 164 148H38z", "M378 34L212 46 226 148H352z"],
  round: [
    "M21 85a70 70 0 1 0 140 0a70 70 0 1 0-140 0z",
    "M229 85a70 70 0 1 0 140 0a70 70 0 1 0-140 0z",
  ],
  half: [
    "M18 44h156v44a62 62 0 0 1-62 62H80a62 62 0 0 1-62-62z",
    "M216 44h156v44a62 62 0 0 1-62 62h-32a62 62 0 0 1-62-62z",
  ],
  pair: [
    "M76 22h46a52 52 0 0 1 52 52v22a52 52 0 0 1-52 52H76a52 52 0 0 1-52-52V74a52 52 0 0 1 52-52z",
    "M268 22h46a52 52 0 0 1 52 52v22a52 52 0 0 1-52 52h-46a52 52 0 0 1-52-52V74a52 52 0 0 1 52-52z",
  ],
  square: ["M22 26h152v120H22z", "M216 26h152v120H216z"],
  wide: [
    "M14 88a81 58 0 0 1 162 0a81 58 0 0 1-162 0z",
    "M214 88a81 58 0 0 1 162 0a81 58 0 0 1-162 0z",
  ],
}

const line = {
  fill: "none",
  stroke: "var(--ink)",
  "stroke-width": 4,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
}

/** The door of the host, with its tile as the number of the house. */
const Door = ({ tile, open = true }) =>
  html`
    ${tile && html`
      <svg x="232" y="70" width="24" height="24" viewBox="0 0 100 100">
        <${TileMark} tile=${tile} plain=${true} />
      </svg>
    `}
    <g transform=${open ? "translate(264 50) scale(.9)" : "translate(268 62) scale(.78)"}>
      <path d="M0 94V0h58v94" fill=${open ? "var(--top)" : "var(--floor)"} stroke="var(--ink)"
        stroke-width="4" />
      ${open
        ? html`
          <path d="M58 0l20 8v84l-20 2z" fill="var(--accent)" stroke="var(--ink)"
            stroke-width="4" stroke-linejoin="round" />
          <circle cx="65" cy="50" r="3"
            fill="var(--sheet)" />
        `
        : html`
          <path d="M8 8h42v36H8zM8 54h42v34H8z" ...${line} />
          <circle cx="48" cy="50" r="4"
            fill="var(--ink)" />
        `}
    </g>
  `

const Person = ({ x, y, height, pose }) =>
  html`
    <svg x=${x} y=${y} width=${(height * 140) / 208} height=${height} viewBox="-4 0 140 208">
      <${Figure} pose=${pose} white=${true} />
    </svg>
  `

// What one sees through each shape: the left glass, and the right one.
const SEEN = {
  sharp: (tile) =>
    html`
      <${Person} x=${66} y=${56} height=${84} pose="zij" />
      <${Door} tile=${tile} open=${false} />
    `,
  round: () =>
    html`
      <g ...${line}>
        <path d="M62 78h54v26a24 24 0 0 1-24 24h-6a24 24 0 0 1-24-24z"
          fill="var(--tape)" />
        <path d="M116 84h8a12 12 0 0 1 0 26h-9M78 66q-7-9 0-17M98 66q-7-9 0-17" />
      </g>
      <${Person} x=${258} y=${44} height=${92} pose="koffie" />
    `,
  half: () =>
    html`
      <g ...${line}>
        <circle cx="96" cy="92" r="38" fill="var(--tape)" />
        <path d="M96 70v22l16 10" />
        <path d="M252 62h84v66h-84zM252 80h84M272 54v14M316 54v14" fill="none" />
        <path d="M270 100l12 12 24-20" stroke="var(--accent)" />
      </g>
    `,
  pair: (tile) =>
    html`
      <${Person} x=${42} y=${42} height=${92} pose="staat" />
      <${Person} x=${98} y=${72}
        height=${62} pose="zij" />
      <${Door} tile=${tile} />
    `,
  square: (tile) =>
    html`
      <${Person} x=${66} y=${44} height=${92} pose="zwaait" />
      <${Door} tile=${tile} />
    `,
  wide: (tile) =>
    html`
      <${Person} x=${66} y=${48} height=${84} pose="staat" />
      <${Door} tile=${tile} />
    `,
}

/** A pair of glasses, with what is seen through it; the words beside it name the lens. */
export function Glasses({ shape, tile }) {
  const [left, right] = GLASSES[shape] ?? GLASSES.round
  const frame = { stroke: "var(--ink)", "stroke-width": 12, "stroke-linejoin": "round" }
  return html`
    <svg class="glasses" viewBox="0 0 390 176" aria-hidden="true">
      <path d="M0 62l22 4M390 62l-22 4M174 70c8-14 34-14 42 0" fill="none" ...${frame}
        stroke-linecap="round" />
      <path d=${left} fill="var(--sheet)" ...${frame} />
      <path d=${right} fill="var(--sheet)" ...${frame} />
      <path d="M44 138h112M234 138h112" stroke="var(--edge)" stroke-width="3" />
      ${(SEEN[shape] ?? SEEN.pair)(tile)}
    </svg>
  `
}
