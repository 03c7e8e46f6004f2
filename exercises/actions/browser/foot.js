// Below what is on the screen.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"

/** Below: which page this is, and a sentence. */
export const Foot = ({ data, text = "" }) =>
  (data.pages > 1 || text) && html`
    <p class="foot-line">${text && html`<span>${text}</span>`}${data.pages > 1 &&
      html`<span class="page-of">${
        _("Blad {n} van {m}", {
          n: data.page,
          m: data.pages,
        })
      }</span>`}</p>
  `
