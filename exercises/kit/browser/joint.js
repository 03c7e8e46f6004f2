// Fields that the people of one organisation edit together. Each phone stores what was typed, sends
// it when typing pauses, and merges a colleague's text without moving the caret. merging.js holds
// the merging itself.
import { html, useEffect, useLayoutEffect, useRef, useState } from "./vendor/htm-preact.js"
import { _, ngettext } from "./i18n.js"
import { listed } from "./listed.js"
import { Check, Clock } from "./figures.js"
import { JointText, reached } from "./merging.js"
import { savingTrouble } from "./saving.js"
import { SavingState } from "./saving_state.js"
import { asDraft, length, notShared, onlyHere, surplus, TooLong } from "./too_long.js"
import { useTyped } from "./typing.js"
import { readersOf } from "./writing.js"

const REST = 600
const LONGEST = 2000 // ms; somebody who types without a pause is sent at least this often
// ms without input before a text that is being composed (IME) may be replaced
const COMPOSING = 1200
const MOST_ON_THE_WAY = 3
const NEAR = 50
const TALLEST = 260
const BEAT = 15000
const FADE = 40000
// as in joint.py: up to so many times its limit a text is kept as a draft
const FAR_TOO_LONG = 4

const page = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) =>
  byte.toString(16).padStart(2, "0")
).join("")

/**
 * Presence per field: {enter, type, leave, at(slot), alone}. `joint` is the result of
 * joint.for_phone. A heartbeat is sent on focus and again while typing; presence expires without a
 * new one. `alone`: nobody else of the organisation has a phone in the room.
 */
export function usePresence(joint, api) {
  const [, again] = useState(0)
  const own = useRef({ field: "", told: 0 }).current
  const tell = (field) => {
    if (!joint.me || (field === own.field && (!field || Date.now() - own.told < BEAT))) return
    own.field = field
    own.told = Date.now()
    api.send(joint.me, { field, beat: Math.max(0, Math.round(api.now())) })
  }
  const latest = useRef(tell)
  latest.current = tell
  useEffect(() => {
    const away = () => document.visibilityState === "hidden" && latest.current("")
    document.addEventListener("visibilitychange", away)
    const timer = setInterval(() => again((n) => n + 1), 5000)
    return () => {
      document.removeEventListener("visibilitychange", away)
      clearInterval(timer)
      latest.current("")
    }
  }, [])
  return {
    enter: (slot) => tell(slot),
    type: (slot) => tell(slot),
    leave: (slot) => own.field === slot && tell(""),
    alone: joint.alone,
    at: (slot) => joint.people.filter((one) => one.field === slot && api.now() - one.beat < FADE),
  }
}

/**
 * One field. `stored` is {text, seen} as in joint.texts; `limit` in characters; `hint` stands in
 * the empty field, `empty` below it. A longer text is stored too, as a draft that only the own
 * organisation sees. `presence` comes from usePresence. Give it `key=${slot}`.
 */
export function JointField(
  {
    slot,
    stored,
    label,
    hint,
    limit,
    empty,
    presence,
    api,
    disabled = false,
    rows = 2,
    single = false,
  },
) {
  const field = useRef(null)
  const writing = useJoint({ slot, stored, limit, api, field })
  const id = `odv-${slot.replace(/[^\w-]/g, "-")}`
  const others = presence.at(slot)
  // a field that is taken away while it has the focus tells no blur
  const latest = useRef(presence)
  latest.current = presence
  useEffect(() => () => latest.current.leave(slot), [])
  useLayoutEffect(() => grow(field.current), [writing.text])
  const typed = (event) => {
    writing.type(event.currentTarget.value)
    presence.type(slot)
  }
  return html`
    <section class=${others.length ? "joint with-others" : "joint"}>
      <div
        class="joint-head"><label for=${id}>${label}</label><${Others} people=${others} /></div>
      <textarea id=${id} class="field" ref=${field} rows=${rows} dir="auto"
        readonly=${disabled} placeholder=${hint ?? ""} enterkeyhint=${single ? "done" : null}
        onInput=${typed} onCompositionStart=${writing.compose} onCompositionEnd=${writing.composed}
        onKeyDown=${single ? oneLine : null}
        onFocus=${(event) => {
          presence.enter(slot)
          bringIntoView(event)
        }} onBlur=${() => {
          presence.leave(slot)
          writing.leave()
        }}
        aria-describedby=${`${id}-state`} aria-invalid=${writing.left < 0
          ? "true"
          : "false"}></textarea>
      <${SavingState} id=${`${id}-state`} left=${writing.left}>
        <${State} writing=${writing} limit=${limit} empty=${empty} />
        <//>
        </section>
  `
}

/** 'Samir schrijft hier', with a pencil: colour is not the only sign. */
function Others({ people }) {
  if (!people.length) return null
  const names = listed(people.map((one) => one.name))
  const said = ngettext("{who} schrijft hier", "{who} schrijven hier", people.length, {
    who: names,
  })
  return html`
    <span class="joint-others"><${Pencil} />${said}</span>
  `
}

const Pencil = () =>
  html`
    <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
      <path d="M4 20l1.2-4.6L16.6 4 20 7.4 8.6 18.8zM14 6.6l3.4 3.4" fill="none"
        stroke="currentColor" stroke-width="2.5" stroke-linejoin="round" />
    </svg>
  `

function useJoint({ slot, stored, limit, api, field }) {
  const [, redraw] = useState(0)
  const key = `joint:${slot}`
  const own = useRef(null)
  own.current ??= {
    text: new JointText(page, stored, parsed(api.draft(key))),
    timer: null,
    first: 0,
    typed: 0,
    composing: false,
    later: null,
  }
  const me = own.current
  const sent = api.slot(slot)
  const keep = () => {
    const draft = me.text.draft()
    api.keep(key, draft ? JSON.stringify(draft) : "")
  }
  const most = limit * FAR_TOO_LONG
  const fits = () => length(me.text.text) <= Math.max(most, length(me.text.known))

  const send = ({ force = false, again = false } = {}) => {
    clearTimeout(me.timer)
    me.timer = null
    me.first = 0
    if (!fits()) return keep()
    // several messages are unconfirmed: wait, so that the next one holds all changes together
    if (!force && me.text.trail.length >= MOST_ON_THE_WAY) {
      return (me.timer = setTimeout(() => latest.current.send(), REST))
    }
    const message = me.text.message(again)
    if (message) api.send(slot, message)
    keep()
  }
  const soon = () => {
    clearTimeout(me.timer)
    me.first ||= Date.now()
    me.timer = setTimeout(
      () => latest.current.send(),
      Math.max(0, Math.min(REST, me.first + LONGEST - Date.now())),
    )
  }
  const take = () => {
    clearTimeout(me.later)
    const rest = Date.now() - me.typed
    if (me.composing && rest < COMPOSING) {
      return void (me.later = setTimeout(() => latest.current.take(), COMPOSING - rest))
    }
    const { stored: now } = latest.current
    const box = field.current
    const before = me.text.text
    const caret = me.text.take(now, box?.selectionStart ?? 0)
    if (me.text.text !== before && box) show(box, me.text.text, caret)
    if (me.text.dirty && !me.timer) soon()
    keep()
    redraw((n) => n + 1)
  }
  const latest = useRef({})
  latest.current = { send, take, stored }
  const typed = useRef(null)
  typed.current = () => me.timer && latest.current.send()
  useTyped(typed)

  useLayoutEffect(() => {
    field.current.value = me.text.text
  }, [])
  useEffect(() => {
    // resend what an earlier page had sent without confirmation, unless the outbox still holds it
    const onItsWay = ["sending", "waiting"].includes(api.slot(slot).status)
    if (me.text.trail.length && !onItsWay) send({ force: true, again: true })
    else if (me.text.dirty) soon()
    return () => {
      clearTimeout(me.later)
      if (me.text.dirty) latest.current.send({ force: true })
    }
  }, [])
  useEffect(() => take(), [stored.text, JSON.stringify(stored.seen ?? {})])

  return {
    text: me.text.text,
    left: limit - length(me.text.text),
    beyond: !fits(),
    dirty: me.text.dirty,
    sent,
    type: (text) => {
      me.text.text = text
      me.typed = Date.now()
      keep()
      soon()
      redraw((n) => n + 1)
    },
    compose: () => {
      me.composing = true
    },
    composed: () => {
      me.composing = false
      take()
    },
    leave: () => {
      me.composing = false
      send()
      take()
    },
  }
}

/** Shows a colleague's text; keeps the caret at its word and the scroll position of the page. */
function show(box, text, caret) {
  const focused = document.activeElement === box
  const { scrollTop } = box
  box.value = text
  if (focused) box.setSelectionRange(caret, caret)
  box.scrollTop = scrollTop
}

function State({ writing, limit, empty }) {
  const { left, text } = writing
  if (left < 0) return html`<${Draft} writing=${writing} limit=${limit} />`
  return html`${readersOf(text, empty)}${
    left <= NEAR &&
    html`<span class="muted">${ngettext("nog {n} teken", "nog {n} tekens", left)}</span>`
  }<${Saving} writing=${writing} text=${text} empty=${empty} />`
}

/** Below a text that is too long: how much must go, and who has it meanwhile. */
function Draft({ writing: { text, sent, dirty, beyond }, limit }) {
  const trouble = beyond ? null : savingTrouble(sent)
  const kept = !dirty && sent.status !== "sending"
  const where = beyond ? onlyHere() : kept ? asDraft() : notShared()
  return html`<${TooLong} n=${surplus(text, limit)} where=${trouble ? null : where} />${trouble}`
}

function Saving({ writing: { sent, dirty }, text, empty }) {
  const trouble = savingTrouble(sent)
  if (trouble) return trouble
  if (dirty) return null
  if (sent.status === "sending") {
    return html`<span class="pending"><${Clock} />${_("Bezig met bewaren.")}</span>`
  }
  if (!text.trim()) return empty ? html`<span class="muted">${empty}</span>` : null
  return html`<span class="saved"><${Check} />${_("Bewaard.")}</span>`
}

function parsed(kept) {
  try {
    const { text, base, trail } = JSON.parse(kept)
    return typeof text === "string" && typeof base === "string" && Array.isArray(trail)
      ? { text, base, trail }
      : null
  } catch {
    return null
  }
}

const oneLine = (event) => {
  if (event.key !== "Enter" || event.isComposing) return
  event.preventDefault()
  event.currentTarget.blur()
}

function grow(field) {
  field.style.height = "auto"
  field.style.height = `${Math.min(TALLEST, field.scrollHeight + 4)}px`
}

/**
 * Scrolls the field into view after a delay, when the on-screen keyboard has changed the layout.
 */
function bringIntoView(event) {
  const field = event.currentTarget
  setTimeout(() => field.scrollIntoView({ block: "center", behavior: "auto" }), 320)
}

/**
 * The text of a field that is not open, as it is on this phone: what was typed here counts until
 * the server has it. `stored` is {text, seen} as in joint.texts.
 */
export function jointText(api, slot, stored) {
  const draft = parsed(api.draft(`joint:${slot}`))
  if (draft && !reached(draft, stored?.seen)) return draft.text.trim()
  return (api.slot(slot).own?.text ?? stored?.text ?? "").trim()
}
