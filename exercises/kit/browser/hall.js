// The hall on a phone: wall, floor, and the person whose phone this is. Scaled to the measured box,
// so that the figure is not cut off on a small phone nor tiny on a tablet.
import { html, useLayoutEffect, useRef, useState } from "./vendor/htm-preact.js"
import { FIGURE, FigureAt, Tile } from "./figures.js"
import { PhoneFloor } from "./scenery.js"

/**
 * Width and height in px of the element of `ref`, followed when it changes; `start` until it was
 * measured.
 * @param {{current: any}} ref
 * @param {{width: number, height: number} | null} start
 * @returns {any} {width, height}, or null when `start` was
 */
export function useBox(ref, start = { width: 390, height: 300 }) {
  const [box, measure] = useState(/** @type {any} */ (start))
  useLayoutEffect(() => {
    const look = () => {
      const { clientWidth: width, clientHeight: height } = ref.current
      if (width && height) {
        measure((old) => (old?.width === width && old.height === height ? old : { width, height }))
      }
    }
    const watch = new ResizeObserver(look)
    watch.observe(ref.current)
    look()
    return () => watch.disconnect()
  }, [])
  return box
}

const TILES_HIGH = 60

/**
 * Own figure on the floor, the tiles of all who are here along the bottom, the own one in the
 * middle. It decorates: the words above it say what to do, and a screen reader hears those alone.
 */
export function Hall({ me, tiles = [], pose }) {
  const room = useRef(null)
  const { width, height } = useBox(room)
  const feet = height - (tiles.length ? TILES_HIGH : 0) - Math.max(14, height * 0.135)
  const tall = Math.max(90, Math.min(268, feet - 24))
  return html`
    <div class="hall" ref=${room}>
      <svg viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} aria-hidden="true">
        <${PhoneFloor} top=${Math.round(
          feet - tall * 0.68,
        )} bottom=${height} width=${width} depth=${324} />
        <${FigureAt} x=${width / 2} y=${feet} size=${(tall / FIGURE.height) *
          FIGURE.width} tile=${me.organisation?.tile} pose=${pose ?? me.pose} />
      </svg>
      <${TileRow} tiles=${tiles} own=${me.organisation?.tile} />
    </div>
  `
}

const SIDE = 11 // tiles to each side: enough for a tablet lying down

function TileRow({ tiles, own }) {
  if (!tiles.length) return null
  const others = own && !tiles.includes(own) ? [own, ...tiles] : tiles
  const middle = Math.max(0, others.indexOf(own))
  const row = Array.from(
    { length: 2 * SIDE + 1 },
    (_none, at) => others[(middle + at - SIDE + SIDE * others.length) % others.length],
  )
  return html`<div class="tile-row" aria-hidden="true">${
    row.map((tile) => html`<${Tile} tile=${tile} size=${TILES_HIGH} />`)
  }</div>`
}
