// A phone that is put down: dark and quiet until it is tapped, or until it is needed again. The
// whole sheet is one button, so that a thumb, a key and a screen reader find it alike.
import { html, useEffect, useRef } from "./vendor/htm-preact.js"

/** `label` is what a tap does; `children` may say in dim words what goes on meanwhile. */
export function Dark({ label, onWake, children }) {
  const sheet = useRef(null)
  useEffect(() => {
    sheet.current?.focus({ preventScroll: true })
  }, [])
  return html`<button type="button" class="dark-sheet" ref=${sheet} onClick=${onWake}>
    <span class="dark-words">${children}</span><span class="dark-tap">${label}</span>
  </button>`
}
