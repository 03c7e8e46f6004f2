// The tape on the phone's floor with the own figure on it. The figure is a slider: drag it, or use
// the keys. Only the figure itself keeps the finger; on the rest of the floor a swipe still scrolls
// the page, and a tap is a place.
import { html, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { FIGURE, Figure, orgOf, Sign } from "../../kit/browser/figures.js"
import { PhoneFloor, Tape as TapeStrip } from "../../kit/browser/scenery.js"
import { useBox } from "../../kit/browser/hall.js"
import { clamp, placeInWords } from "./place.js"

// at=0 and at=1 stand this far from the edge, so that nobody is cut in two, nor the coffee
const MARGIN = 58
const TAPE_HIGH = 18
const KEYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -4, PageUp: 4 }

export function Tape({ data, me, place }) {
  const floor = useRef(null)
  // draw nothing before the floor is measured: the figure would visibly slide to its place
  const box = useBox(floor, null)
  const tap = (event) => {
    if (place.locked || !box) return
    const edge = floor.current.getBoundingClientRect().left
    place.choose(measures(box).atOf(event.clientX - edge))
  }
  return html`<div class=${place.locked ? "tape locked" : "tape"} ref=${floor} onClick=${tap}>
    ${box && html`<${OnFloor} box=${box} data=${data} me=${me} place=${place} />`}
  </div>`
}

function OnFloor({ box, data, me, place }) {
  const size = measures(box)
  return html`
    <svg class="ground" viewBox=${`0 0 ${box.width} ${box.height}`} width=${box.width} height=${box
      .height} aria-hidden="true">
      <${PhoneFloor} top=${size.wall} bottom=${box.height} width=${box.width} />
      <${TapeStrip} left=${18} right=${box.width - 18} top=${size.tape -
        TAPE_HIGH / 2} bottom=${size.tape + TAPE_HIGH / 2}
        width=${2} />
      <${OldPlace} place=${place} size=${size} tile=${me.organisation?.tile} />
    </svg>
    ${!place.chosen && !place.locked &&
      html`<p class="hint" style=${`left:${size.bench.x + size.bench.wide}px;top:${
        size.wall + 10
      }px;height:${size.tape - TAPE_HIGH / 2 - size.wall - 10}px`}>${
        _("Sleep je figuur of tik op de lijn.")
      }</p>`}
    <${Handle} data=${data} me=${me} place=${place} size=${size} />
  `
}

/** From the measured box: heights of wall and tape, size of the figure, and at <-> x. */
function measures({ width, height }) {
  const tape = height - 48
  const tall = Math.min(176, tape - 6)
  const span = Math.max(1, width - 2 * MARGIN)
  const scale = tall / FIGURE.height
  return {
    tape,
    tall,
    scale,
    wall: Math.round(tape - tall * 0.68),
    // who has not chosen stands back at the wall: beside the line, not on it
    bench: {
      x: 56,
      y: tape - tall * 0.36,
      scale: scale * 0.62,
      wide: FIGURE.width * scale * 0.62 * 0.62,
    },
    xOf: (at) => MARGIN + at * span,
    atOf: (x) => clamp((x - MARGIN) / span),
  }
}

/** Round two: a dashed sign where you stood before the talk. */
function OldPlace({ place, size, tile }) {
  if (place.from === null || place.at === null || Math.abs(place.from - place.at) < 0.02) {
    return null
  }
  const x = size.xOf(place.from)
  const y = size.tape + 26
  return html`
    <g>
      <circle cx=${x} cy=${y} r="15" fill=${tile
        ? orgOf(tile).fill
        : "var(--sheet)"} stroke="var(--ink)"
        stroke-width="2.5" stroke-dasharray="6 4" />
      <${Sign} tile=${tile} x=${x - 10} y=${y - 10} size=${20} />
    </g>
  `
}

function Handle({ data, me, place, size }) {
  const grip = useRef(null)
  const [held, hold] = useState(false)
  const { at } = place
  const spot = at === null ? size.bench : { x: size.xOf(at), y: size.tape + 1, scale: size.scale }
  const hands = place.locked ? {} : pointers({ grip, hold, place, size })
  const style = `transform:translate(${spot.x}px,${spot.y}px) scale(${spot.scale})`
  return html`
    <div class=${`handle${held ? " held" : ""}${place.locked ? " locked" : ""}${
      at === null ? " bench" : ""
    }`} style=${style}
      role="slider" tabindex=${place.locked ? -1 : 0} aria-label=${_(
        "Jouw figuur op de lijn",
      )} aria-describedby="line-ends"
      aria-orientation="horizontal"
      aria-valuemin="0" aria-valuemax="100" aria-valuenow=${at === null
        ? 50
        : Math.round(at * 100)} aria-valuetext=${placeInWords(at, data.ends)}
      aria-disabled=${place.locked ? "true" : "false"} onKeyDown=${keys(place)} onClick=${(event) =>
        event.stopPropagation()} ...${hands}>
        <svg viewBox="-4 0 140 208" width="140" height="208" aria-hidden="true">
          <${Figure} tile=${me.organisation?.tile} pose=${me.pose} />
        </svg>
        ${!place.locked && at !== null && html`<${Arrows} at=${at} />`}
      </div>
  `
}

/** Which way can you still go. */
const Arrows = ({ at }) =>
  html`
    <svg class="arrows" viewBox="-80 0 280 208" width="280" height="208" aria-hidden="true">
      <g fill="none" stroke="var(--ink)" stroke-width="4.6" stroke-linecap="round"
        stroke-linejoin="round">
        ${at > 0.02 && html`<path d="M-16 115l-16 15 16 15" />`}
        ${at < 0.98 && html`<path d="M155 115l16 15-16 15" />`}
      </g>
    </svg>
  `

function pointers({ grip, hold, place, size }) {
  const move = (event) => {
    const start = grip.current
    if (!start || start.pointer !== event.pointerId) return
    if (!start.moved && Math.abs(event.clientX - start.x) < 4) return
    start.moved = true
    start.last = size.atOf(start.feet + event.clientX - start.x)
    place.drag(start.last)
  }
  const end = (event, keep) => {
    const start = grip.current
    if (!start || start.pointer !== event.pointerId) return
    grip.current = null
    hold(false)
    if (!start.moved) return
    if (keep) place.choose(start.last)
    else place.drop() // the system cancelled the touch (an incoming call): undo the drag
  }
  return {
    onPointerDown: (event) => {
      if (event.button) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const feet = place.at === null ? size.bench.x : size.xOf(place.at)
      grip.current = {
        pointer: event.pointerId,
        x: event.clientX,
        feet,
        moved: false,
        last: place.at,
      }
      hold(true)
    },
    onPointerMove: move,
    onPointerUp: (event) => end(event, true),
    onPointerCancel: (event) => end(event, false),
  }
}

const keys = (place) => (event) => {
  if (place.locked) return
  if (event.key === "Home") place.choose(0, { wait: 350 })
  else if (event.key === "End") place.choose(1, { wait: 350 })
  else if (event.key in KEYS) place.step(KEYS[event.key])
  else return
  event.preventDefault()
}
