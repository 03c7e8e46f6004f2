// The sheet to draw on: with the finger, or with ready-made shapes that can be moved with buttons
// and keys too. What was drawn is kept on the phone at each line and sent when the hand rests.
import { html, useEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Alert, Check, Chevron, Clock } from "../../kit/browser/figures.js"
import { savingTrouble } from "../../kit/browser/saving.js"
import { SavingState } from "../../kit/browser/saving_state.js"
import { draftSlot, DraftState, dropDraft, isBeyondDraft, isKept } from "../../kit/browser/draft.js"
import { surplus } from "../../kit/browser/too_long.js"
import { useTyped } from "../../kit/browser/typing.js"
import { Lines, Part, partOf, STAMP_NAMES } from "../../kit/browser/sketch.js"
import { STAMPS } from "../../kit/browser/stamps.js"
import { COLOURS, fitted, HEIGHT, pathOf, SIZES, WIDTH, WIDTHS } from "../../kit/browser/strokes.js"

const IDLE = 1200
const STEP = 40
const LETTERS = Object.keys(COLOURS)
const NAMES = {
  i: () => _("inkt"),
  r: () => _("rood"),
  y: () => _("geel"),
  g: () => _("groen"),
  b: () => _("blauw"),
  o: () => _("oranje"),
}
const SHAPES = {
  huis: () => _("huis"),
  deur: () => _("deur"),
  boom: () => _("boom"),
  hart: () => _("hart"),
  kop: () => _("kop"),
  hand: () => _("hand"),
  tafel: () => _("tafel"),
  mens: () => _("mens"),
  zon: () => _("zon"),
  bloem: () => _("bloem"),
  pan: () => _("pan"),
  fiets: () => _("fiets"),
}
const KEYS = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** `kind` is the note as the server gave it: {slot, text, items, heading, hint}. */
export function Pad({ kind, api, limit }) {
  const sheet = useSheet(kind, api, limit)
  const [colour, setColour] = useState("i")
  const [width, setWidth] = useState("1")
  const [held, hold] = useState(null) // a shape that is being put in its place
  const [full, setFull] = useState(false)
  const put = (item) => {
    const text = fitted(item, sheet.items)
    setFull(text === null)
    if (text !== null) sheet.change([...sheet.items, text])
  }
  const box = useRef(null)
  // with the keyboard, the focus goes to the shape that was just picked
  const free = () => {
    const name = held && STAMP_NAMES[held.stamp]
    hold(null)
    setTimeout(() =>
      box.current?.querySelector(`[data-shape="${name}"]`)?.focus({ preventScroll: true })
    )
  }
  const letGo = () => {
    if (held) put(held)
    free()
  }
  const take = (name) => {
    if (held) put(held)
    const count = sheet.items.length
    hold({
      stamp: STAMP_NAMES.indexOf(name),
      colour,
      size: held?.size ?? "3",
      x: 500 + ((count * 70) % 200) - 100,
      y: 300,
    })
  }
  const back = () => {
    setFull(false)
    if (held) free()
    else sheet.change(sheet.items.slice(0, -1))
  }
  return html`<div class="pad" ref=${box}>
    <${Paper} items=${sheet.items} colour=${colour} width=${width} held=${held} hold=${hold}
      put=${put} label=${label(sheet.items, kind)} hint=${kind.hint} />
    ${
    held ? html`<${Placing} held=${held} hold=${hold} letGo=${letGo} back=${back} />` : html`
      <div class="tools" role="group" aria-label=${_("Kleur en dikte")}>
        ${LETTERS.map((letter) =>
          html`
            <button type="button" class=${`swatch${
              letter === colour ? " on" : ""
            }`} aria-pressed=${letter === colour} aria-label=${NAMES[letter]()}
              title=${NAMES[letter]()} onClick=${() => setColour(letter)}><i style=${`background:${
                COLOURS[letter]
              }`}></i></button>
          `
        )}
        ${[["1", _("dun")], ["2", _("dik")]].map(([one, name]) =>
          html`
            <button type="button" class=${`thick${
              one === width ? " on" : ""
            }`} aria-pressed=${one === width}
              onClick=${() => setWidth(one)}><i style=${`height:${
                WIDTHS[one] / 2.5
              }px`}></i>${name}</button>
          `
        )}
        <button type="button" class="thick undo" aria-disabled=${!sheet.items
          .length} onClick=${back}>${_("wis laatste")}</button>
      </div>
    `
  }
    <${Shapes} take=${take} />
    <label class="caption">${_("Wat staat erop?")} <span>${_("mag leeg blijven")}</span>
      <input class="field" type="text" dir="auto" value=${sheet.text} onInput=${(
    event,
  ) => sheet.write(event.target.value)} onBlur=${sheet.flush} />
    </label>
    <${SavingState}>${
    full
      ? html`<span class="refused"><${Alert} />${
        _("De tekening is vol. Neem een paar lijnen terug.")
      }</span>`
      : surplus(sheet.text, limit)
      ? html`
        <${DraftState} slot=${captionSlot(kind)} text=${sheet.text} limit=${limit}
          api=${api} />
      `
      : html`<${State} sent=${sheet.sent} waits=${sheet.waits} empty=${!sheet.items.length} />`
  }<//>
  </div>`
}

const label = (items, kind) =>
  `${kind.heading}. ${
    items.length
      ? ngettext("Een tekening van {n} deel", "Een tekening van {n} delen", items.length)
      : _("Nog leeg")
  }`

/** Where a caption that is too long is kept as a draft. */
export const captionSlot = (kind) => `${kind.slot}.caption`

/**
 * The drawing as it is now: drawn here, or else sent, or else known to the server. A caption that
 * is too long is a draft, and the drawing goes without it.
 */
function useSheet(kind, api, limit) {
  const sent = api.slot(kind.slot)
  const shared = () => sent.own ?? { items: [...kind.items], text: kind.text }
  const known = () => {
    const draft = api.unshared(captionSlot(kind))
    return draft ? { ...shared(), text: draft } : shared()
  }
  const [sheet, setSheet] = useState(() => readDraft(api.draft(kind.slot)) ?? known())
  const last = useRef(known())
  const live = useRef(sheet)
  const idle = useRef(null)
  live.current = sheet
  const flush = () => {
    clearTimeout(idle.current)
    idle.current = null
    const now = { items: live.current.items, text: live.current.text.trim() }
    if (same(now, last.current)) return
    last.current = now
    if (!surplus(now.text, limit)) {
      api.send(kind.slot, now)
      return dropDraft(captionSlot(kind), api)
    }
    const { text } = live.current
    if (!isBeyondDraft(text) && text !== api.unshared(captionSlot(kind))) {
      api.send(draftSlot(captionSlot(kind)), { text })
    }
    const bare = bareOf(now)
    if (!same(bare, shared())) api.send(kind.slot, bare)
  }
  const latest = useRef(flush)
  latest.current = flush
  useTyped(latest)
  const become = (next) => {
    live.current = next
    setSheet(next)
    api.keep(kind.slot, JSON.stringify(next))
    clearTimeout(idle.current)
    idle.current = setTimeout(() => latest.current(), IDLE)
  }
  useEffect(() => {
    if (!same(live.current, last.current)) idle.current = setTimeout(() => latest.current(), IDLE)
    return () => {
      if (idle.current) latest.current()
    }
  }, [])
  useEffect(() => {
    const { text } = live.current
    const long = surplus(text, limit) > 0
    const arrived = sent.status === "saved" && same(sent.payload, long ? bareOf(sheet) : sheet)
    if (arrived && (!long || isKept(captionSlot(kind), text, api))) api.keep(kind.slot, "")
  }, [sent.status, api.unshared(captionSlot(kind)), sheet])
  return {
    ...sheet,
    sent,
    flush,
    waits: !same({ items: sheet.items, text: sheet.text.trim() }, last.current),
    change: (items) => become({ ...live.current, items }),
    write: (text) => become({ ...live.current, text }),
  }
}

/** A drawing without its caption. */
const bareOf = ({ items }) => ({ items, text: "" })

const same = (one, other) =>
  (one.text ?? "").trim() === (other.text ?? "").trim() && one.items.join() === other.items.join()

/** A drawing as it is kept on the phone; null for anything else. */
export function readDraft(text) {
  try {
    const draft = JSON.parse(text)
    return Array.isArray(draft.items)
      ? { items: draft.items, text: String(draft.text ?? "") }
      : null
  } catch {
    return null
  }
}

/**
 * One finger draws; a shape that is held follows it. Points that come between two frames are taken
 * too.
 */
function Paper({ items, colour, width, held, hold, put, label, hint }) {
  const [line, setLine] = useState(null)
  const pen = useRef(null)
  const at = (event) => {
    const box = event.currentTarget.getBoundingClientRect()
    return [
      ((event.clientX - box.left) / box.width) * WIDTH,
      ((event.clientY - box.top) / box.height) * HEIGHT,
    ]
  }
  const down = (event) => {
    if (event.button || pen.current) return
    event.currentTarget.setPointerCapture(event.pointerId)
    event.preventDefault()
    pen.current = { pointer: event.pointerId, points: [at(event)] }
    if (held) hold(moved(held, ...at(event)))
    else setLine(pathOf(pen.current.points))
  }
  const move = (event) => {
    if (pen.current?.pointer !== event.pointerId) return
    if (held) return hold(moved(held, ...at(event)))
    const between = event.getCoalescedEvents?.() ?? []
    const box = event.currentTarget.getBoundingClientRect()
    for (const one of between.length ? between : [event]) {
      pen.current.points.push([
        ((one.clientX - box.left) / box.width) * WIDTH,
        ((one.clientY - box.top) / box.height) * HEIGHT,
      ])
    }
    setLine(pathOf(pen.current.points))
  }
  const up = (event) => {
    if (pen.current?.pointer !== event.pointerId) return
    const { points } = pen.current
    pen.current = null
    setLine(null)
    if (!held) put({ points, colour, width })
  }
  const keys = (event) => {
    if (!held || !(event.key in KEYS)) return
    event.preventDefault()
    const [dx, dy] = KEYS[event.key]
    hold(moved(held, held.x + dx, held.y + dy))
  }
  return html`
    <svg class=${`paper${
      held ? " placing" : ""
    }`} viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${label}
      onPointerDown=${down} onPointerMove=${move} onPointerUp=${up}
      onPointerCancel=${up} onKeyDown=${keys}>
        ${!items.length && !line && !held &&
          html`<text x="500" y="310" text-anchor="middle" class="paper-hint">${hint}</text>`}
        <${Lines} items=${items} />
        ${line && html`
          <path d=${line} fill="none" stroke=${COLOURS[colour]} stroke-width=${WIDTHS[
            width
          ]} stroke-linecap="round"
            stroke-linejoin="round" />
        `}
        ${held && html`
          <g>
            <rect x=${held.x - SIZES[held.size] / 2 - 14} y=${held.y - SIZES[held.size] / 2 -
              14} width=${SIZES[held.size] + 28} height=${SIZES[held.size] +
              28} class="paper-frame" />
            <${Part} part=${partOf(held)} />
          </g>
        `}
      </svg>
  `
}

const clamp = (value, most) => Math.round(Math.max(0, Math.min(most, value)))
const moved = (held, x, y) => ({ ...held, x: clamp(x, WIDTH), y: clamp(y, HEIGHT) })

/** A shape is put in its place: by dragging it, with these buttons, or with the arrow keys. */
function Placing({ held, hold, letGo, back }) {
  const box = useRef(null)
  useEffect(() => {
    box.current?.querySelector("button")?.focus({ preventScroll: true })
  }, [held.stamp])
  const name = SHAPES[STAMP_NAMES[held.stamp]]()
  const step = (x, y) => () => hold(moved(held, held.x + x * STEP, held.y + y * STEP))
  const grow = (by) => () =>
    hold({ ...held, size: String(Math.max(1, Math.min(5, Number(held.size) + by))) })
  const keys = (event) => {
    if (!(event.key in KEYS)) return
    event.preventDefault()
    const [x, y] = KEYS[event.key]
    hold(moved(held, held.x + x, held.y + y))
  }
  return html`
    <div class="tools placing" ref=${box} role="group" aria-label=${_(
      "{name} op zijn plaats zetten",
      { name },
    )}
      onKeyDown=${keys}>
        <button type="button" class="thick main" onClick=${letGo}>${_("zet hier")}</button>
        ${[["left", -1, 0, _("naar links")], ["up", 0, -1, _("naar boven")], [
          "down",
          0,
          1,
          _("naar beneden"),
        ], ["right", 1, 0, _("naar rechts")]].map(([dir, x, y, word]) =>
          html`
            <button type="button" class="swatch" aria-label=${word}
              onClick=${step(x, y)}><${Chevron} dir=${dir} size=${20} /></button>
          `
        )}
        <button type="button" class="thick" aria-disabled=${held.size === "1"} onClick=${grow(
          -1,
        )}>${_(
          "kleiner",
        )}</button>
        <button type="button" class="thick" aria-disabled=${held.size === "5"} onClick=${grow(
          1,
        )}>${_(
          "groter",
        )}</button>
        <button type="button" class="thick" onClick=${back}>${_("weg")}</button>
        <p class="visually-hidden" role="status">${_("{name}: {x} van links, {y} van boven", {
          name,
          x: Math.round(held.x / 10),
          y: Math.round(held.y / 6),
        })}</p>
      </div>
  `
}

function Shapes({ take }) {
  return html`
    <details class="shapes">
      <summary>${_("Liever een vorm kiezen")}</summary>
      <div class="shape-list">${STAMP_NAMES.map((name) =>
        html`
          <button type="button" class="shape" data-shape=${name} aria-label=${SHAPES
            [name]()} title=${SHAPES[name]()}
            onClick=${() => take(name)}>
            <svg viewBox="-4 -4 108 108" width="40" height="40" aria-hidden="true">
              <path d=${STAMPS[
                name
              ]} fill="none" stroke="var(--ink)" stroke-width="6" stroke-linecap="round"
                stroke-linejoin="round" />
            </svg>
          </button>
        `
      )}</div>
    </details>
  `
}

function State({ sent, waits, empty }) {
  const trouble = savingTrouble(sent)
  if (trouble) return trouble
  if (waits || sent.status === "sending") {
    return html`<span class="pending"><${Clock} />${_("Bezig met bewaren.")}</span>`
  }
  return empty ? null : html`<span class="saved"><${Check} />${_("Bewaard.")}</span>`
}
