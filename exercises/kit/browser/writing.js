// A text field that stores a draft at each keystroke, sends it when typing pauses, and shows
// whether it is saved. A text that is too long is kept as a draft and not shared: see draft.js.
import { html, useEffect, useLayoutEffect, useRef, useState } from "./vendor/htm-preact.js"
import { _, ngettext } from "./i18n.js"
import { Check, Clock } from "./figures.js"
import { DraftState, isKept, sendWords } from "./draft.js"
import { savingTrouble } from "./saving.js"
import { SavingState } from "./saving_state.js"
import { length, surplus } from "./too_long.js"
import { useTyped } from "./typing.js"

/** The characters that are left are told from this many on. */
export const NEAR = 50
const IDLE = 1500
const TALLEST = 240

/**
 * `slot` is where the words go, as {text}; `stored` what the server had when the page was made;
 * `limit` in characters as in Python. `hint` stands in the empty field; `empty`, which says who
 * reads it, stays below the field. Give it `key=${slot}`: another slot is another field.
 */
export function Writing(
  { slot, stored, label, hint, limit, empty, api, disabled = false, rows = 2 },
) {
  const sent = api.slot(slot)
  const sharedNow = () => api.slot(slot).own?.text ?? stored ?? ""
  // what the server has of this person's words, or is being sent
  const knownNow = () => api.unshared(slot) || sharedNow()
  const known = knownNow()
  const [text, setText] = useState(() => api.draft(slot) || known)
  const field = useRef(null)
  const idle = useRef(null)
  const last = useRef(known)

  const send = () => {
    clearTimeout(idle.current)
    idle.current = null
    const now = field.current ? field.current.value : text
    if (now.trim() === last.current.trim()) return
    last.current = now
    sendWords({ slot, text: now, limit, shared: sharedNow(), api })
  }
  const soon = () => {
    clearTimeout(idle.current)
    idle.current = setTimeout(send, IDLE)
  }
  const write = (event) => {
    setText(event.target.value)
    api.keep(slot, event.target.value)
    soon()
  }
  const latest = useRef(send)
  latest.current = send
  useTyped(latest)
  // without unsent text the field follows the stored text, which another tab may have changed, but
  // not while somebody is typing
  const follow = () => {
    const now = knownNow()
    if (isUnsent(text, last.current, slot, api) || now.trim() === text.trim()) return
    last.current = now
    setText(now)
  }
  useEffect(() => {
    if (!isBeingTypedIn(field.current)) follow()
  }, [known])
  useEffect(() => {
    // a draft from before a reload is sent by itself, since nobody retypes a field that looks
    // filled in
    if (text.trim() !== last.current.trim()) soon()
    return () => {
      if (idle.current) latest.current()
    }
  }, [])
  // the draft is removed once the server has the text, as another device may change it later
  useEffect(() => {
    const fits = !surplus(text, limit)
    const arrived = sent.status === "saved" && sent.payload?.text === text.trim()
    if (fits ? arrived : isKept(slot, text, api)) api.keep(slot, "")
  }, [sent.status, api.unshared(slot), text])
  useLayoutEffect(() => grow(field.current), [text])

  const id = `odv-${slot.replace(/[^\w-]/g, "-")}`
  return html`
    <section class="writing">
      <label for=${id}>${label}</label>
      <textarea id=${id} class="field" ref=${field} rows=${rows} dir="auto"
        value=${text} readonly=${disabled} onInput=${write} onBlur=${() => {
          send()
          follow()
        }}
        onFocus=${bringIntoView}
        placeholder=${hint ??
          ""} aria-describedby=${`${id}-state`} aria-invalid=${surplus(text, limit)
          ? "true"
          : "false"}></textarea>
      <${SavingState} id=${`${id}-state`} left=${limit - length(text)}>
        <${WritingState} slot=${slot} text=${text} sent=${sent} last=${last.current}
          limit=${limit} empty=${empty} api=${api} />
        <//>
        </section>
  `
}

/** Whether words stand in the field that the server does not have: `last` are those sent last. */
function isUnsent(text, last, slot, api) {
  const words = text.trim()
  if (words !== last.trim() || api.slot(slot).status === "refused") return true
  return words !== "" && words === api.draft(slot).trim()
}

const isBeingTypedIn = (field) => document.hasFocus() && document.activeElement === field

function WritingState({ slot, text, sent, last, limit, empty, api }) {
  if (surplus(text, limit)) {
    return html`<${DraftState} slot=${slot} text=${text} limit=${limit} api=${api} />`
  }
  const left = limit - length(text)
  const saving = savingWord(text, sent, last, empty)
  return html`${readersOf(text, empty)}${
    left <= NEAR &&
    html`<span class="muted">${ngettext("nog {n} teken", "nog {n} tekens", left)}</span>`
  }${saving}`
}

/**
 * Who reads a text, on a line of its own: what was true of the empty field is true of the words.
 * @param {string} text
 * @param {string} [told]
 */
export const readersOf = (text, told) =>
  told && text.trim() ? html`<span class="read-by">${told}</span>` : null

function savingWord(text, sent, last, empty) {
  const trouble = savingTrouble(sent)
  if (trouble) return trouble
  if (text.trim() !== last.trim()) return null
  if (sent.status === "sending") {
    return html`<span class="pending"><${Clock} />${_("Bezig met bewaren.")}</span>`
  }
  if (!text.trim()) return html`<span class="muted">${empty}</span>`
  return html`<span class="saved"><${Check} />${_("Bewaard.")}</span>`
}

/** Makes a field as high as its words, to a limit. */
export function grow(field) {
  field.style.height = "auto"
  field.style.height = `${Math.min(TALLEST, field.scrollHeight + 4)}px`
}

/**
 * Scrolls the field into view after a delay, when the on-screen keyboard has changed the layout.
 */
export function bringIntoView(event) {
  const field = event.currentTarget
  setTimeout(
    () => field.matches(":focus") && field.scrollIntoView({ block: "center", behavior: "auto" }),
    320,
  )
}
