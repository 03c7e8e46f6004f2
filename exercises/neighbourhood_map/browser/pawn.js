// A pawn as the server drew it (picture_pieces.py): its foot is at (0, 0); it is 86 wide and 139
// high, with 9 below the foot.
import { html } from "../../kit/browser/vendor/htm-preact.js"

/** `drawn` is SVG text of our own server: names in it are escaped there. */
export const Drawn = ({ drawn, ...rest }) =>
  html`
    <g ...${rest} dangerouslySetInnerHTML=${{ __html: drawn }} />
  `

/** A pawn alone, `width` px wide with room for its edge. */
export const Pawn = ({ drawn, width, ...rest }) =>
  html`
    <svg ...${rest} viewBox="-60 -150 120 168" width=${width} height=${width *
      1.4}
      aria-hidden="true">
      <${Drawn} drawn=${drawn} />
    </svg>
  `
