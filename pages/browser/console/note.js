// The facilitator's note on the talk. It is saved automatically, since it is typed while people
// speak. A draft is kept in the browser until the server has it.
import {
  html,
  useEffect,
  useRef,
  useState,
} from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { Check } from "../../../exercises/kit/browser/figures.js"

const IDLE = 1000

/** A note for each slot: with another slot everything starts anew, hence the key. */
export const Note = ({ note, activity, api }) =>
  note && html`
    <${NoteField} key=${`${activity}/${note.slot}`} name=${`note/${activity}/${note.slot}`}
      activity=${activity} note=${note}
      api=${api} />
  `

function NoteField({ name, activity, note, api }) {
  const { text, change, flush, state } = useNote({ name, activity, note, api })
  return html`
    <div class="con-note">
      <p class="con-note-head">
          <label for="con-note">${note.label}</label> ${note.help &&
            html`<span id="con-note-help">${note.help}</span>`}
          <span class="con-note-state" role="status">${SIGNS[state]?.()}</span>
        </p>
      <textarea id="con-note" class="field" rows="2" value=${text} aria-describedby=${note.help
        ? "con-note-help"
        : null}
        onInput=${(event) => change(event.target.value)} onBlur=${flush}></textarea>
    </div>
  `
}

const SIGNS = {
  saved: () => html`<span class="saved"><${Check} size=${18} />${_("Bewaard")}</span>`,
  waiting: () => html`<span class="pending">${_("Nog niet bewaard: geen verbinding")}</span>`,
}

function useNote({ name, activity, note, api }) {
  const [text, setText] = useState(() => api.draft(name) || note.text || "")
  const sent = useRef(note.text ?? "")
  const live = useRef({})
  live.current = { text, api, slot: note.slot }
  const changed = !same(text, note.text)

  // send a text only once: typing, leaving the field and leaving the step all call this
  const flush = () => {
    const { text, api, slot } = live.current
    if (!api.online || text === sent.current) return
    sent.current = text
    api.act("note", { activity, slot, text }).then((outcome) => {
      // no outcome: the text may not be stored, so it is sent again
      if (outcome.again && sent.current === text) sent.current = null
      if (outcome.again) flush()
    })
  }
  const change = (value) => {
    setText(value)
    api.keep(name, value)
  }

  useEffect(() => {
    if (!changed) return
    const idle = setTimeout(flush, IDLE)
    return () => clearTimeout(idle)
  }, [text])
  useEffect(() => flush, [])
  useAfresh({ note, api, name, live, sent, setText, flush })
  return { text, change, flush, state: stateOf(text, changed, api) }
}

/**
 * Reacts to new props: our own text is stored (the draft is removed), another console changed it,
 * or the connection changed.
 */
function useAfresh({ note, api, name, live, sent, setText, flush }) {
  const before = useRef(note.text)
  useEffect(() => {
    const mine = same(live.current.text, before.current)
    before.current = note.text
    if (same(live.current.text, note.text)) return api.keep(name, "")
    // changed on the other console, while nothing was being typed here
    if (mine && !api.draft(name)) {
      sent.current = note.text ?? ""
      setText(note.text ?? "")
    }
  }, [note.text])
  useEffect(() => {
    if (!api.online) {
      sent.current = null
      return
    }
    if (!same(live.current.text, note.text)) flush()
  }, [api.online])
}

const same = (one, other) => (one ?? "").trim() === (other ?? "").trim()

function stateOf(text, changed, api) {
  if (!changed) return text.trim() ? "saved" : "empty"
  return api.online ? "busy" : "waiting"
}
