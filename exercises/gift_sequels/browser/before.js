// What colleagues wrote before: the last sentence stands, and none is lost.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"

export function Before({ texts, back, scene }) {
  if (!texts.length) return null
  return html`
    <details class="before">
      <summary>${_("Wat er eerst stond")}</summary>
      <ul>${texts.map((text) =>
        html`
          <li key=${text}><p dir="auto">${text}</p>${scene.open && html`
            <button type="button" class="btn quiet" aria-label=${_("Zet dit terug: {text}", {
              text,
            })}
              onClick=${() => back(text)}>${_("Zet dit terug")}</button>
          `}</li>
        `
      )}</ul>
    </details>
  `
}
