// Words of which the last line never holds a single one.
import { html } from "../../kit/browser/vendor/htm-preact.js"

// Browsers balance a few lines, which leaves no word alone; of more lines, and in those that do not
// balance at all, the last two words are held together.
const BALANCES = globalThis.CSS?.supports?.("text-wrap", "balance") ?? false
const FEW_LINES = 200

/**
 * A text whose last two words stay on one line, unless they are longer than `most` characters: a
 * narrow box could not hold them. `few`: up to so many characters browsers balance it themselves.
 */
export function Together({ text, most = 24, few = FEW_LINES }) {
  if (BALANCES && text.length <= few) return text
  const last = text.lastIndexOf(" ")
  const start = text.lastIndexOf(" ", last - 1) + 1
  if (last < 1 || start < 1 || text.length - start > most) return text
  return html`${text.slice(0, start)}<span class="tail">${text.slice(start)}</span>`
}
