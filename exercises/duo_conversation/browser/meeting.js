// The spot on the floor: oneself and the others, standing together at their number.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { FIGURE, FigureAt } from "../../kit/browser/figures.js"
import { PhoneFloor } from "../../kit/browser/scenery.js"
import { useBox } from "../../kit/browser/hall.js"

const TALLEST = 230

export function Meeting({ me, group }) {
  const room = useRef(null)
  const { width, height } = useBox(room)
  const others = group?.people ?? []
  const feet = height - Math.max(64, height * 0.24)
  const tall = Math.max(80, Math.min(TALLEST, feet - 16, (width / (others.length + 1)) * 1.45))
  const size = (tall / FIGURE.height) * FIGURE.width
  const all = [{ id: "me", tile: me.organisation?.tile, pose: me.pose }, ...others]
  const apart = size * 0.92
  const at = (place) => width / 2 + (place - (all.length - 1) / 2) * apart
  return html`
    <div class="meeting" ref=${room}>
      <svg viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} aria-hidden="true">
          <${PhoneFloor} top=${Math.round(
            feet - tall * 0.66,
          )} bottom=${height} width=${width} depth=${324} />
          ${group && html`<${Spot} x=${width / 2} y=${feet + 34} number=${group.spot} />`}
          ${all.map((one, place) =>
            html`
              <${FigureAt} key=${one.id} x=${at(place)} y=${feet} size=${size} tile=${one.tile}
                pose=${one.pose} />
            `
          )}
        </svg>
    </div>
  `
}

/** A square of tape on the floor with its number. */
function Spot({ x, y, number }) {
  return html`
    <g transform=${`translate(${x} ${y})`}>
      <path d="M-34-20h68v40h-68z" fill="var(--tape)" stroke="var(--edge)" stroke-width="2.5"
        stroke-linejoin="round" />
      <text x="0" y="10" text-anchor="middle" font-size="28" font-weight="700"
        fill="var(--ink)">${number}</text>
    </g>
  `
}
