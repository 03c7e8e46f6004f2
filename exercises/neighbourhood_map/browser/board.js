// The village on a phone with the own pawn on it: tap a place, drag the pawn, or use the arrow
// keys. `near` shows the surroundings of the pawn at twice the size. Only the pawn itself keeps the
// finger; a swipe elsewhere scrolls the page.
import { html, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { useBox } from "../../kit/browser/hall.js"
import { Pawn } from "./pawn.js"

const VILLAGE = new URL("../village-phone.svg", import.meta.url).href
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
const NEAR = 2.2
// a finger moved less than this (px) has tapped
const STILL = 6

export function Board({ data, me, spot, near }) {
  const frame = useRef(null)
  const box = useBox(frame, null)
  const view = box && viewOf(box, data.size, near ? spot.at : null, near)
  const tap = (event) => {
    if (spot.locked || !view) return
    const edge = frame.current.getBoundingClientRect()
    spot.choose(view.pointOf(event.clientX - edge.left, event.clientY - edge.top))
  }
  const ratio = `aspect-ratio:${data.size[0]}/${data.size[1]}`
  return html`<div class=${
    spot.locked ? "board locked" : "board"
  } ref=${frame} style=${ratio} onClick=${tap}>
    ${
    view && html`
      <div class="drawing"><img src=${VILLAGE} alt="" draggable=${false}
        style=${`width:${view.width}px;height:${view.height}px;transform:translate(${-view
          .left}px,${-view.top}px)`} />
              <${Past} earlier=${data.earlier} view=${view} />
              <${From} spot=${spot} view=${view} me=${me} /></div>
      <${Handle} frame=${frame} drawn=${data.pawn} spot=${spot} view=${view} />
    `
  }
  </div>`
}

/** Which part of the drawing is in the frame, and points of the drawing <-> px of the frame. */
function viewOf(box, [wide, high], at, near) {
  const scale = (box.width / wide) * (near ? NEAR : 1)
  const [width, height] = [wide * scale, high * scale]
  const middle = at ?? { x: wide / 2, y: high / 2 }
  const left = Math.min(width - box.width, Math.max(0, middle.x * scale - box.width / 2))
  const top = Math.min(height - box.height, Math.max(0, middle.y * scale - box.height / 2))
  return {
    width,
    height,
    left,
    top,
    scale,
    x: (x) => x * scale - left,
    y: (y) => y * scale - top,
    pointOf: (x, y) => ({ x: (x + left) / scale, y: (y + top) / scale }),
  }
}

/** Where the pawn stood in an earlier meeting. */
function Past({ earlier, view }) {
  if (!earlier) return null
  const place = `transform:translate(${view.x(earlier.x)}px,${view.y(earlier.y)}px)`
  return html`
    <${Pawn} class="past" drawn=${earlier.pawn} width=${40} style=${place} />
  `
}

/** Where the pawn stood before the talk. */
function From({ spot, view, me }) {
  const { at, from } = spot
  if (!at || !from || Math.hypot(at.x - from.x, at.y - from.y) < 15) return null
  const [x, y, x2, y2] = [view.x(from.x), view.y(from.y), view.x(at.x), view.y(at.y)]
  return html`
    <svg class="from" aria-hidden="true">
      <path d=${`M${x} ${y}L${x2} ${y2}`} stroke="var(--ink)" stroke-width="3"
        stroke-dasharray="1 8"
        stroke-linecap="round" />
      <circle cx=${x} cy=${y} r="8" fill=${`var(--org-${
        (((me.organisation?.tile ?? 1) - 1) % 12) + 1
      })`} stroke="var(--ink)"
        stroke-width="2.5" />
    </svg>
  `
}

function Handle({ frame, drawn, spot, view }) {
  const grip = useRef(null)
  const [held, hold] = useState(false)
  if (!spot.at) return null
  const pointer = (event) => {
    const edge = frame.current.getBoundingClientRect()
    return view.pointOf(
      event.clientX - edge.left + grip.current.dx,
      event.clientY - edge.top + grip.current.dy,
    )
  }
  const down = (event) => {
    if (spot.locked) return
    const edge = frame.current.getBoundingClientRect()
    const foot = { x: edge.left + view.x(spot.at.x), y: edge.top + view.y(spot.at.y) }
    grip.current = {
      dx: foot.x - event.clientX,
      dy: foot.y - event.clientY,
      x: event.clientX,
      y: event.clientY,
      moved: false,
    }
    event.currentTarget.setPointerCapture(event.pointerId)
    hold(true)
  }
  const move = (event) => {
    if (!held || !grip.current) return
    grip.current.moved ||=
      Math.hypot(event.clientX - grip.current.x, event.clientY - grip.current.y) > STILL
    if (grip.current.moved) spot.drag(pointer(event))
  }
  const up = (event) => {
    if (held && grip.current?.moved) spot.choose(pointer(event))
    hold(false)
  }
  const cancel = () => {
    hold(false)
    spot.drop()
  }
  const key = (event) => {
    const way = KEYS[event.key]
    if (!way || spot.locked) return
    event.preventDefault()
    spot.step(...way, event.shiftKey ? 4 : 1)
  }
  return html`
    <button type="button" class=${held ? "handle held" : "handle"} aria-disabled=${spot
      .locked} style=${`transform:translate(${view.x(spot.at.x)}px,${view.y(spot.at.y)}px)`}
      aria-label=${_(
        "Jullie pion op de kaart",
      )} aria-describedby="map-place" onKeyDown=${key} onClick=${(event) => event.stopPropagation()}
      onPointerDown=${down} onPointerMove=${move} onPointerUp=${up}
      onPointerCancel=${cancel}>
      <${Pawn} drawn=${drawn} width=${50} />
    </button>
  `
}
