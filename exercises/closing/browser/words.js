// Words of which the last line never holds a single one, in browsers that do not balance lines too.
import { html } from "../../kit/browser/vendor/htm-preact.js"

/**
 * A text whose last two words stay on one line, unless they are longer than `most` characters: a
 * narrow box could not hold them.
 */
export function Together({ text, most = 24 }) {
  const last = text.lastIndexOf(" ")
  const start = text.lastIndexOf(" ", last - 1) + 1
  if (last < 1 || start < 1 || text.length - start > most) return text
  return html`${text.slice(0, start)}<span class="tail">${text.slice(start)}</span>`
}
