// Spectacles as spectacles.json draws them: paths in a box of 420 by 150 that stand on its lower
// edge.
import { html } from "../../kit/browser/vendor/htm-preact.js"

export const WIDE = 420
export const HIGH = 150

/** The paths alone, for use inside another svg. */
export const Frames = ({ paths }) =>
  html`
    <g stroke="var(--ink)" stroke-width="8" stroke-linejoin="round" stroke-linecap="round">
      ${paths.map((one) => html`<path d=${one.d} fill=${one.fill} />`)}
    </g>
  `

/** A pair of spectacles as a picture, `width` px wide. */
export const Spectacles = ({ paths, width, label = null }) =>
  html`
    <svg class="spectacles" viewBox=${`0 0 ${WIDE} ${HIGH}`} width=${width}
      height=${Math.round((width * HIGH) / WIDE)} role=${label ? "img" : null} aria-label=${label}
      aria-hidden=${label ? null : "true"}>
      <${Frames} paths=${paths} />
    </svg>
  `
