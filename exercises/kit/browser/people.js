// Animates people who move to a point (x, y) of the layout by a CSS transition. The delay of each
// is decided here, the same way for the lobby and for every exercise with people.
import { html, useLayoutEffect, useRef, useState } from "./vendor/htm-preact.js"
import { FIGURE, Figure } from "./figures.js"

const WALK = 900
const AT_ONCE = 6
const STEP = 80
const PATIENCE = 4000

const still = () => globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false

/**
 * Returns a function that gives the delay of each animation: six run at once, the next one waits
 * for a free lane. null: skip the animation, as the wait would be too long.
 */
export function makeTurns() {
  const free = new Array(AT_ONCE).fill(0)
  let last = -Infinity
  return (now) => {
    const lane = free.indexOf(Math.min(...free))
    const start = Math.max(now, free[lane], last + STEP)
    if (start - now > PATIENCE) return null
    free[lane] = start + WALK
    last = start
    return start - now
  }
}

/**
 * Compares positions with those of the last render. Gives for each person {wait, fresh}: the delay
 * of the animation, and whether the person is new. The first render, also after a reload, has no
 * animation, since nobody moved.
 */
export function usePacing(people) {
  const memory = useRef({ known: new Map(), turn: makeTurns(), first: true }).current
  const calm = memory.first || still()
  const now = performance.now()
  const known = new Map()
  // keep the order of the nodes: a node that is moved in the document loses its transition
  for (const [id] of memory.known) {
    if (people.some((one) => one.id === id)) known.set(id, memory.known.get(id))
  }
  for (const one of people) {
    const place = `${one.x},${one.y}`
    const before = known.get(one.id)
    if (before?.place === place) continue
    known.set(one.id, {
      place,
      fresh: before ? before.fresh : !calm,
      wait: calm ? null : memory.turn(now),
    })
  }
  memory.known = known
  memory.first = false
  const byId = new Map(people.map((one) => [one.id, one]))
  return [...known].map(([id, pace]) => ({ one: byId.get(id), pace }))
}

/** Moves its children to (x, y) by a transition; a new one starts at `from`. */
export function Walker({ x, y, from, pace, class: kind = "", children }) {
  const [there, go] = useState(!(pace.fresh && from))
  const node = useRef(null)
  useLayoutEffect(() => {
    if (there) return
    // force a layout at the start position, or the transition has nothing to start from
    node.current.getBoundingClientRect()
    go(true)
  }, [])
  const spot = there ? { x, y } : from
  const wait = pace.wait === null ? "--wait:0ms;--walk:0ms" : `--wait:${Math.round(pace.wait)}ms`
  const style = `transform:translate(${spot.x}px,${spot.y}px);z-index:${Math.round(y)};opacity:${
    there ? 1 : 0
  };${wait}`
  return html`<div ref=${node} class=${`walker ${kind}`} style=${style}>${children}</div>`
}

/**
 * The figure of a Walker: drawn in its own size and scaled around the soles, so that growing and
 * walking go together.
 */
export function Standing({ size, ...figure }) {
  return html`
    <svg class="standing" viewBox="-4 0 140 208" width="140" height="208"
      style=${`transform:scale(${size / FIGURE.width})`}
      aria-hidden="true">
      <${Figure} ...${figure} />
    </svg>
  `
}

/** Half of the people look the other way, always the same half: a group, not a row of toys. */
export function turned(id) {
  let sum = 0
  for (const letter of String(id)) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return sum % 3 === 0
}
