// A text field whose words go out with a button only, since what is half written must not stand on
// the screen. Until then they stay on the phone, also when its page is loaded again.
import { html, useEffect, useLayoutEffect, useRef, useState } from "./vendor/htm-preact.js"
import { _, ngettext } from "./i18n.js"
import { Check, Clock } from "./figures.js"
import { DraftState, dropDraft, useButtonDraft } from "./draft.js"
import { savingTrouble } from "./saving.js"
import { SavingState } from "./saving_state.js"
import { length, surplus } from "./too_long.js"
import { bringIntoView, grow, NEAR } from "./writing.js"

/**
 * As `Writing`, with `told`: what happens with the words, which is always seen below the field; and
 * what the button says the `first` time and when it is pressed `again`.
 */
export function PressedWriting(
  { slot, stored, label, hint = "", told, first, again, limit, api, disabled = false, rows = 3 },
) {
  const sent = api.slot(slot)
  const shared = sent.own?.text ?? stored ?? ""
  const [text, setText] = useState(() => api.draft(slot) || api.unshared(slot) || shared)
  const field = useRef(null)
  const before = useRef(shared)
  useButtonDraft({ slot, text, limit, api })
  useLayoutEffect(() => grow(field.current), [text])
  // a field without words of its own follows what was withdrawn or changed elsewhere
  useEffect(() => {
    if (isSame(text, before.current)) {
      setText(shared)
      api.keep(slot, "")
    }
    before.current = shared
  }, [shared])
  useEffect(() => {
    if (sent.status === "saved" && isSame(text, shared)) api.keep(slot, "")
  }, [sent.status, shared, text])

  const ready = !disabled && !isSame(text, shared) && surplus(text, limit) === 0
  const write = (event) => {
    setText(event.target.value)
    api.keep(slot, event.target.value)
  }
  const press = () => {
    if (!ready) return
    api.send(slot, { text: text.trim() })
    dropDraft(slot, api)
  }
  const id = `odv-${slot.replace(/[^\w-]/g, "-")}`
  return html`
    <section class="writing">
      <label for=${id}>${label}</label>
      <textarea id=${id} class="field" ref=${field} rows=${rows} dir="auto"
        value=${text}
        readonly=${disabled} onInput=${write} onFocus=${bringIntoView} placeholder=${hint}
        aria-describedby=${`${id}-told ${id}-state`}
        aria-invalid=${surplus(text, limit) ? "true" : "false"}></textarea>
      <p id=${`${id}-told`} class="muted what-happens">${told}</p>
      <button type="button" class="btn press" aria-disabled=${!ready}
        onClick=${press}>${shared ? again : first}</button>
      <${SavingState} id=${`${id}-state`} left=${limit - length(text)}>
        <${PressedState} slot=${slot} text=${text} shared=${shared} sent=${sent}
          limit=${limit}
          again=${again} api=${api} />
        <//>
        </section>
  `
}

/** As the server compares one line: white space is folded there. */
const folded = (text) => text.replace(/\s+/g, " ").trim()

const isSame = (one, other) => folded(one) === folded(other)

function PressedState({ slot, text, shared, sent, limit, again, api }) {
  if (surplus(text, limit)) {
    return html`<${DraftState} slot=${slot} text=${text} limit=${limit} api=${api} />`
  }
  const left = limit - length(text)
  const saving = savingWord(text, shared, sent, again)
  if (left > NEAR) return saving
  return html`<span class="muted">${
    ngettext("nog {n} teken", "nog {n} tekens", left)
  }</span>${saving}`
}

function savingWord(text, shared, sent, again) {
  const trouble = savingTrouble(sent)
  if (trouble) return trouble
  if (sent.status === "sending") {
    return html`<span class="pending"><${Clock} />${_("Bezig met bewaren.")}</span>`
  }
  if (!shared) return null
  if (isSame(text, shared)) return html`<span class="saved"><${Check} />${_("Bewaard.")}</span>`
  return html`<span class="muted">${
    _("Nog niet veranderd: tik op ‘{button}’.", { button: again })
  }</span>`
}
