// Who said a quote: a name, an organisation, or nobody.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { Tile } from "../../kit/browser/figures.js"

/** Who said a quote, as far as that person allowed. */
export function Who({ quote }) {
  if (!quote.name && !quote.house) return null
  return html`<p class="who">${quote.tile && html`<${Tile} tile=${quote.tile} size=${72} />`}<span
    translate="no" dir="auto">${
    quote.name ? html`<b>${quote.name}</b>${quote.house && `, ${quote.house}`}` : quote.house
  }</span></p>`
}
