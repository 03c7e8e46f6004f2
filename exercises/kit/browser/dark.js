// A dark, quiet page for a phone that lies on the table, until it is tapped or needed again. The
// whole page is one button, so that touch, keyboard and screen reader can all use it.
import { html, useEffect, useRef } from "./vendor/htm-preact.js"

/** `label` describes what a tap does; `children`: dimmed text about what goes on meanwhile. */
export function Dark({ label, onWake, children }) {
  const sheet = useRef(null)
  useEffect(() => {
    sheet.current?.focus({ preventScroll: true })
  }, [])
  return html`<button type="button" class="dark-sheet" ref=${sheet} onClick=${onWake}>
    <span class="dark-words">${children}</span><span class="dark-tap">${label}</span>
  </button>`
}
