// The parish hall: paper wall, skirting, tiled floor, tape, door. Geometry as in the look's mock
// pages. The floor extends beyond the 1920 x 1080 layout, so that a window of another shape is
// filled too.
import { html } from "./vendor/htm-preact.js"

// depth of the joints below the skirting: each row a little deeper than the one behind it
const ROWS = [0, 59, 134, 231, 354, 512, 717, 983, 1330, 1780]
const PHONE_ROWS = [25, 64, 115, 181, 266, 376, 519, 705]

/** Joints that run away from us: all through one vanishing point, `step` apart at the skirting. */
function joints({ centre, top, bottom, depth, step, reach }) {
  const grow = 1 + (bottom - top) / depth
  const lines = []
  for (let off = -reach; off <= reach; off += step) {
    lines.push(`M${centre + off} ${top}L${Math.round(centre + off * grow)} ${bottom}`)
  }
  return lines.join("")
}

/** Tiled floor. `top` is where the floor starts (mock: 470 for the line, 690 for the lobby). */
export function Floor(
  {
    top,
    left = -1600,
    right = 3520,
    bottom = 2200,
    rows = ROWS,
    centre = 960,
    depth = 408,
    step = 110,
    width = 3,
    skirt = 18,
  },
) {
  const edge = top + skirt
  const across = rows.map((row) => edge + row).filter((y) => y < bottom).map((y) =>
    `M${left} ${y}H${right}`
  ).join("")
  const away = joints({
    centre,
    top: edge,
    bottom,
    depth,
    step,
    reach: step * Math.ceil((right - left) / 2 / step),
  })
  return html`
    <g>
      <path d=${`M${left} ${top}H${right}V${bottom}H${left}z`} fill="var(--floor)" />
      <path d=${across + away} stroke="var(--joint)" stroke-width=${width} fill="none" />
    </g>
  `
}

/** The wall is the paper itself; what is drawn is its skirting, just over the edge of the floor. */
export function Wall({ top, left = -1600, right = 3520, high = 28, rise = 10, width = 3 }) {
  const y = top - rise
  return html`
    <g>
      <path d=${`M${left} ${y}H${right}v${high}H${left}z`} fill="var(--sheet)" />
      <path d=${`M${left} ${y}H${right}M${left} ${
        y + high
      }H${right}`} stroke="var(--edge)" stroke-width=${width} />
    </g>
  `
}

/**
 * Floor and skirting in the measures of the phone (390 wide in the mock; drawn wider for tablets).
 */
export function PhoneFloor({ top, width = 390, bottom, depth = 175 }) {
  return html`
    <g>
      <${Floor} top=${top} left=${0} right=${width} bottom=${bottom}
        rows=${PHONE_ROWS} centre=${width / 2} depth=${depth} step=${56} width=${2}
        skirt=${9} />
      <${Wall} top=${top} left=${-4} right=${width + 4} high=${14} rise=${5}
        width=${2} />
    </g>
  `
}

/** The tape with its torn ends and the mark in the middle. */
export function Tape({ left = 80, right = 1840, top = 728, bottom = 762, mark = true, width = 3 }) {
  const high = bottom - top
  const tear = high * 0.235
  const d = `M${left} ${top}H${right}l${-tear} ${high * 0.32} ${tear} ${high * 0.33}L${
    right - tear
  } ${bottom}H${left}l${tear} ${-high * 0.35}L${left} ${top + high * 0.32}z`
  const middle = (left + right) / 2
  return html`<g>
    <path d=${d} fill="var(--tape)" stroke="var(--edge)" stroke-width=${width}
      stroke-linejoin="round" />
    ${
    mark &&
    html`<path d=${`M${middle} ${top}v${high}`} stroke="var(--edge)" stroke-width=${width * 1.6} />`
  }
  </g>`
}

/** The open front door of the lobby, street and doormat included. */
export function Door() {
  return html`
    <g>
      <path d="M1500 708h270l70 230h-510z" fill="#FBEFC4" />
      <path d="M1474 708V170h322V708" fill="var(--sheet)" stroke="var(--ink)" stroke-width="5" />
      <path d="M1500 708V196h270V708z" fill="#F6D77E" stroke="var(--ink)" stroke-width="5" />
      <${Street} />
      <path d="M1770 196l120 34V742l-120-34z" fill="var(--accent)" stroke="var(--ink)"
        stroke-width="5"
        stroke-linejoin="round" />
      <path d="M1794 248l72 20v178l-72-16zM1794 472l72 14v164l-72-12z" fill="none" stroke="#B5604F"
        stroke-width="4" />
      <circle cx="1870" cy="490" r="9" fill="var(--org-1)" stroke="var(--ink)" stroke-width="4" />
      <path d="M1510 752h250l26 44h-306z" fill="#8A5B2E" stroke="var(--ink)" stroke-width="4.5"
        stroke-linejoin="round" />
      <path d="M1506 763h258M1499 774h272M1492 785h286" stroke="#B98A55" stroke-width="4" />
    </g>
  `
}

function Street() {
  return html`
    <g>
      <g fill="#EFC65A" stroke="var(--ink)" stroke-width="3.5" stroke-linejoin="round">
        <path d="M1503 560V440l40-46 44 46v120z" />
        <path d="M1587 560V400h22v-24h24v-24h30v24h24v24h22v160z" />
        <path d="M1709 560V452l34-40 24 28v120z" />
      </g>
      <path d="M1503 560h264v146H1503z" fill="#F9E5A6" />
      <path d="M1503 560h264" stroke="var(--ink)" stroke-width="3.5" />
    </g>
  `
}
