// A pawn: a head with the sign of its organisation, on a foot. The foot is at (0, 0); it is 86 wide
// and 139 high, with 9 below the foot.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { orgOf, Sign } from "../../kit/browser/figures.js"

export const BODY = "M-34 0c0-30 16-34 16-62h36c0 28 16 32 16 62a34 9 0 0 1-68 0z"
export const HEAD = { x: 0, y: -96, radius: 43 }

export function Pawn({ tile, shadow = true }) {
  const fill = orgOf(tile)?.fill ?? "var(--sheet)"
  return html`<g stroke-linejoin="round">
    ${shadow && html`<ellipse cx="0" cy="0" rx="46" ry="13" fill="#1E2638" opacity=".28" />`}
    <g fill=${fill} stroke="var(--sheet)" stroke-width="11"><path d=${BODY} /><circle cx="0"
      cy=${HEAD.y} r=${HEAD.radius} /></g>
    <g fill=${fill} stroke="var(--ink)" stroke-width="5"><path d=${BODY} /><circle cx="0"
      cy=${HEAD.y} r=${HEAD.radius} /></g>
    <${Sign} tile=${tile} x=${-30} y=${HEAD.y - 30} size=${60} />
  </g>`
}
