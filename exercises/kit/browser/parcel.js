// A wrapped gift: the giver's sign repeated on the paper, a ribbon with a bow. The server gives the
// lines (kit/drawing/parcel.py); here they get paper and colour, and move when somebody wraps or
// unwraps.
import { html, useMemo } from "./vendor/htm-preact.js"
import { _ } from "./i18n.js"
import { orgOf } from "./figures.js"

let papers = 0
const MOTIF = 56

export const PAPER_NAMES = {
  signs: () => _("tekens"),
  stripes: () => _("strepen"),
  dots: () => _("stippen"),
  plain: () => _("effen"),
}
export const RIBBON_NAMES = {
  white: () => _("wit"),
  red: () => _("rood"),
  yellow: () => _("geel"),
  green: () => _("groen"),
  blue: () => _("blauw"),
}

/** As <g>, standing on (0, 0). `state`: wrapped, wrapping, opening or open. */
export function Parcel({ gift, look, state = "wrapped" }) {
  const id = useMemo(() => `odv-paper-${++papers}`, [])
  const { shape } = gift
  const org = orgOf(gift.from.tile)
  const fill = org ? org.fill : "var(--sheet)"
  const band = {
    fill: look.ribbons[gift.ribbon] ?? "var(--sheet)",
    stroke: "var(--ink)",
    "stroke-width": 4,
    "stroke-linejoin": "round",
  }
  const line = { stroke: "var(--ink)", "stroke-width": 5, "stroke-linejoin": "round" }
  return html`<g class=${`parcel is-${state}`}>
    <ellipse cx="0" cy="0" rx=${footOf(shape, state) / 2 + 14} ry="14" fill="#B79F70" />
    <defs><pattern id=${id} width=${MOTIF} height=${MOTIF} patternUnits="userSpaceOnUse"><${Motif}
      tile=${gift.from.tile} paper=${gift.paper} groupTiles=${look.group_tiles} /></pattern></defs>
    ${
    state === "open" || state === "opening"
      ? html`
        <g class="parcel-notes">
          <${Sticking} shape=${shape} />
        </g>
      `
      : null
  }
    <path d=${shape.body} fill=${fill} /><path d=${shape.body} fill=${`url(#${id})`} ...${line} />
    <g class="parcel-lid"><path d=${shape.plain} fill=${fill} ...${line} /></g>
    <g class="parcel-band"><path d=${shape.ribbon} ...${band} /></g>
    <g transform=${`translate(0 ${shape.bow})`}><g class="parcel-bow">${
    look.bow.map((d) => html`<path d=${d} ...${band} />`)
  }</g></g>
  </g>`
}

/** How wide it stands: the twisted ends go with the lid. */
const ENDS = 100
const footOf = (
  shape,
  state,
) => (state === "open" && shape.form === "candy" ? shape.wide - ENDS : shape.wide)

/** Notes that look over the edge of an open gift. */
function Sticking({ shape }) {
  const top = shape.bow + (shape.form === "box" ? 26 : 8)
  const paper = {
    fill: "var(--sheet)",
    stroke: "var(--ink)",
    "stroke-width": 4,
    "stroke-linejoin": "round",
  }
  return html`
    <path d=${`M-62 ${top + 24}l-10-74 62-10 12 78z`} ...${paper} />
    <path d=${`M2 ${top + 24}l12-90 66 8-8 86z`} ...${paper} />
    <path d=${`M24 ${top - 36}l40 5M21 ${top - 18}l40 5M-58 ${top - 24}l36-6M-55 ${
      top - 8
    }l36-6`} stroke="var(--edge)" stroke-width="4" stroke-linecap="round" />
  `
}

/**
 * A filled box that waits for its paper: open, and from the front, so nothing of what is in it
 * shows.
 */
export function OpenBox() {
  const line = { stroke: "var(--ink)", "stroke-width": 5, "stroke-linejoin": "round" }
  return html`
    <g class="parcel-waits">
      <ellipse cx="0" cy="0" rx="158" ry="14" fill="#B79F70" />
      <path d="M-110 -150h220l30 46h-280z" fill="#8C7440" ...${line} />
      <path d="M-140 -104l-42 -34 66 -24 6 12zM140 -104l42 -34-66 -24-6 12z" fill="#E9DBB9"
        ...${line} />
      <path d="M-140 -104h280v104h-280z" fill="#F3E9CF" ...${line} />
    </g>
  `
}

function Motif({ tile, paper, groupTiles }) {
  const org = orgOf(tile)
  const on = org ? org.on : "var(--ink)"
  if (paper === "plain") return null
  if (paper === "stripes") {
    return html`<path d="M8 0h12v56H8zM36 0h12v56H36z" fill=${on} opacity=".35" />`
  }
  if (paper === "dots") {
    return html`
      <g fill=${on} opacity=".5">
        <circle cx="14" cy="14" r="6" />
        <circle cx="42" cy="42" r="6" />
      </g>
    `
  }
  const [one, other] = org ? [org, org] : [orgOf(groupTiles[1]), orgOf(groupTiles[2])]
  return html`
    <g opacity=${org ? 0.5 : 1}>
      <use href=${`#teken-${one.sign}`} x="4" y="4" width="22" height="22" fill=${org
        ? on
        : one.fill} />
      <use href=${`#teken-${other.sign}`} x="32" y="32" width="22" height="22" fill=${org
        ? on
        : other.fill} />
    </g>
  `
}

/** A gift as a picture of its own. */
export function ParcelPicture({ gift, look, state = "wrapped", height = 220, label }) {
  const wide = Math.max(gift.shape.wide, 200) + 48
  const high = gift.shape.high + 40
  return html`
    <svg class="parcel-picture" viewBox=${`${-wide / 2} ${
      -high + 18
    } ${wide} ${high}`} width=${(height * wide) / high} height=${height}
      ...${label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" }}>
      <${Parcel} gift=${gift} look=${look} state=${state} />
    </svg>
  `
}
