// Questions on top of the page, on the browser's own <dialog>: it makes the rest of the page inert
// and gives the focus back afterwards. Done here: keep Tab inside, and let Escape close through our
// own state.
import {
  html,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { Cross } from "../../../exercises/kit/browser/figures.js"

const FOCUSABLE =
  "button:not(:disabled),input:not(:disabled),select:not(:disabled),textarea:not(:disabled),a[href]"
let titles = 0

/**
 * One dialog at a time. `open` takes a function from close and the page's present data to what is
 * to be shown, `ask` a question.
 */
export function useDialogs(data) {
  const [draw, setDraw] = useState(null)
  const tools = useMemo(() => {
    const close = () => setDraw(null)
    // in a function of its own, since a state setter would call the function it gets
    const open = (content) => setDraw(() => (now) => content(close, now))
    return {
      open,
      ask: (question) => open((done) => html`<${Confirm} ...${question} onClose=${done} />`),
    }
  }, [])
  return { ...tools, element: draw ? draw(data) : null }
}

export function Dialog({ title, onClose, children }) {
  const box = useRef(null)
  const id = useMemo(() => `con-dialog-${++titles}`, [])
  useLayoutEffect(() => {
    box.current.showModal()
    firstField(box.current)?.focus()
    return () => box.current?.close()
  }, [])
  return html`
    <dialog ref=${box} class="con-dialog" aria-labelledby=${id} onKeyDown=${keepInside}
      onCancel=${(event) => {
        event.preventDefault()
        onClose()
      }}>
        <div class="con-dialog-head">
          <h2 id=${id}>${title}</h2>
          <button type="button" class="con-icon" aria-label=${_(
            "Sluiten",
          )} onClick=${onClose}><${Cross} size=${18} /></button>
        </div>
        ${children}
      </dialog>
  `
}

/**
 * A question with two answers. The button that cancels gets the focus, as it does no harm.
 */
export function Confirm({ title, text, yes, no = _("Toch niet"), onYes, onClose }) {
  const agree = () => {
    onClose()
    onYes()
  }
  return html`<${Dialog} title=${title} onClose=${onClose}>
    ${text && html`<p>${text}</p>`}
    <div class="con-dialog-foot">
      <button type="button" class="btn" onClick=${agree}>${yes}</button>
      <button type="button" class="btn quiet" data-first onClick=${onClose}>${no}</button>
    </div>
  <//>`
}

/** A dialog that is a form: Enter sends, and the button waits until there is something to send. */
export function FormDialog({ title, yes, ready = true, onSend, onClose, children }) {
  const send = (event) => {
    event.preventDefault()
    if (!ready) return
    onClose()
    onSend()
  }
  return html`
    <${Dialog} title=${title} onClose=${onClose}>
      <form class="con-form" onSubmit=${send}>
          ${children}
          <div class="con-dialog-foot">
            <button type="submit" class="btn" aria-disabled=${!ready}>${yes}</button>
            <button type="button" class="btn quiet" onClick=${onClose}>${_("Toch niet")}</button>
          </div>
        </form>
      <//>
  `
}

// focus the marked button, or else the first field, but never the close button
function firstField(box) {
  return box.querySelector("[data-first]") ?? box.querySelector("input,select,textarea") ??
    box.querySelector(".btn") ?? box.querySelector(FOCUSABLE)
}

function keepInside(event) {
  if (event.key !== "Tab") return
  const all = [...event.currentTarget.querySelectorAll(FOCUSABLE)]
  const leaving = event.shiftKey ? all[0] : all.at(-1)
  if (document.activeElement !== leaving) return
  event.preventDefault()
  ;(event.shiftKey ? all.at(-1) : all[0]).focus()
}
