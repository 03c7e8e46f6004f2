// Splits a list that does not fit the screen into pages, which change at the same moment on every
// screen.
import { html, useEffect, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"

const READING = 12000

/** {shown, at, total}: the items of the page that is on now. */
export function usePages(items, most, now) {
  const total = Math.max(1, Math.ceil(items.length / most))
  const [, turn] = useState(0)
  useEffect(() => {
    if (total < 2) return
    const beat = setInterval(() => turn((n) => n + 1), 1000)
    return () => clearInterval(beat)
  }, [total])
  const at = Math.floor(now() / READING) % total
  return { shown: items.slice(at * most, (at + 1) * most), at, total }
}

export function PageCount({ at, total }) {
  return total > 1 &&
    html`<p class="page-count">${_("bladzijde {n} van {m}", { n: at + 1, m: total })}</p>`
}
