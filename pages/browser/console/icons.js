// Small signs of the console only; what phones and screen need too lives in
// exercises/kit/browser/figures.js.
import { html } from "../../../exercises/kit/browser/vendor/htm-preact.js"

const stroke = {
  fill: "none",
  stroke: "currentColor",
  "stroke-width": 2.6,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
}

const icon = (d) => ({ size = 20 }) =>
  html`
    <svg viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true">
      <path d=${d} ...${stroke} />
    </svg>
  `

/** Out of the door: this person is away for the moment. */
export const Away = icon("M10 4H4v16h6M9 12h11M16 8l4 4-4 4")
export const Plus = icon("M12 5v14M5 12h14")
export const Pen = icon("M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4")
export const Undo = icon("M9 5L4 10l5 5M4 10h10a6 6 0 0 1 0 12h-3")

export const Dots = ({ size = 20 }) =>
  html`
    <svg viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true"
      fill="currentColor">
      <circle cx="5" cy="12" r="2.2" />
      <circle cx="12" cy="12" r="2.2" />
      <circle cx="19" cy="12" r="2.2" />
    </svg>
  `

/** An exercise without an area: a sheet of paper with lines, beside the four coloured tiles. */
export const SheetIcon = ({ size = 40 }) =>
  html`
    <svg viewBox="0 0 60 60" width=${size} height=${size} aria-hidden="true">
      <path d="M1.5 1.5h57v57h-57z" fill="var(--sheet)" stroke="var(--edge)" stroke-width="3" />
      <path d="M16 18h28M16 30h28M16 42h18" stroke="var(--ink)" stroke-width="4"
        stroke-linecap="round" />
    </svg>
  `
