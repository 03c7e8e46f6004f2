// What somebody types alone beyond the limit of a field: a draft on the server, for the own phones
// only (exercises/engine/drafts.py). Until the server has it, the field keeps it with `api.keep`.
import { html, useEffect, useRef } from "./vendor/htm-preact.js"
import { savingTrouble } from "./saving.js"
import { asDraft, notShared, onlyHere, surplus, TooLong } from "./too_long.js"
import { useTyped } from "./typing.js"

const IDLE = 1500
// as in drafts.py
const LONGEST = 10000

/** The slot of the draft of an answer in `slot`. */
export const draftSlot = (slot) => `draft.${slot}`

/** Whether a text is too long even to be kept as a draft. */
export const isBeyondDraft = (text) => [...text].length > LONGEST

/**
 * Sends a text where it belongs: to its slot when it fits, else to the draft of that slot. What
 * stood in the slot (`shared`) is then taken back, since half a text is never shared. `put` sends
 * an answer, by default as {text}.
 */
export function sendWords(
  { slot, text, limit, shared, api, put = (words) => api.send(slot, { text: words }) },
) {
  if (surplus(text, limit) === 0) {
    put(text.trim())
    return dropDraft(slot, api)
  }
  if (!isBeyondDraft(text)) api.send(draftSlot(slot), { text })
  if (shared) put("")
}

/** Takes the draft of a slot away, where the server keeps one: the answer itself is sent. */
export function dropDraft(slot, api) {
  if (api.unshared(slot)) api.send(draftSlot(slot), { text: "" })
}

/** Whether the server has this text as the draft of a slot. */
export function isKept(slot, text, api) {
  const sent = api.slot(draftSlot(slot))
  if (sent.status === "sending" || sent.status === "waiting") return false
  return api.unshared(slot) === text || (sent.status === "saved" && sent.payload?.text === text)
}

/**
 * For a field whose words are sent with a button: while they are too long a draft is kept, and
 * followed until the button is pressed, which must call `dropDraft`. `slot` is the key of
 * `api.keep` too.
 */
export function useButtonDraft({ slot, text, limit, api }) {
  const idle = useRef(null)
  const latest = useRef(null)
  latest.current = () => {
    clearTimeout(idle.current)
    idle.current = null
    const kept = api.unshared(slot)
    if (text === kept || isBeyondDraft(text) || !(kept || surplus(text, limit))) return
    api.send(draftSlot(slot), { text })
  }
  const typed = useRef(null)
  typed.current = () => idle.current && latest.current()
  useTyped(typed)
  const before = useRef(text)
  useEffect(() => {
    // words that were only read, or that a press just sent, are no draft
    if (before.current === text && !surplus(text, limit)) return
    before.current = text
    clearTimeout(idle.current)
    idle.current = setTimeout(() => latest.current(), IDLE)
  }, [text])
  useEffect(() => () => idle.current && latest.current(), [])
}

/** Below a field whose text is too long: how much must go, and whether the draft is kept. */
export function DraftState({ slot, text, limit, api }) {
  const trouble = savingTrouble(api.slot(draftSlot(slot)))
  const where = isBeyondDraft(text) ? onlyHere() : isKept(slot, text, api) ? asDraft() : notShared()
  return html`<${TooLong} n=${surplus(text, limit)} where=${trouble ? null : where} />${trouble}`
}
