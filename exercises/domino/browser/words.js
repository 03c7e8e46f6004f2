// A field for a few words that are sent with a button: says how much still fits.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { ngettext } from "../../kit/browser/i18n.js"
import { Alert } from "../../kit/browser/figures.js"

export function Words({ text, onText, limit, label, hint, id = "domino-words" }) {
  const left = limit - [...text.trim()].length
  return html`<div class="few-words"><label for=${id}>${label}</label>
    <textarea id=${id} class="field" rows="2" dir="auto" value=${text} placeholder=${hint}
      aria-describedby=${`${id}-left`} aria-invalid=${
    left < 0 ? "true" : "false"
  } onFocus=${bringIntoView} onInput=${(event) => onText(event.target.value)}></textarea>
    <p id=${`${id}-left`} class="left" aria-live="polite">${
    left < 0
      ? html`<span class="refused"><${Alert} />${
        ngettext(
          "{n} teken te veel: maak het iets korter. Er gaat niets verloren.",
          "{n} tekens te veel: maak het iets korter. Er gaat niets verloren.",
          -left,
        )
      }</span>`
      : html`<span class="muted">${ngettext("nog {n} teken", "nog {n} tekens", left)}</span>`
  }</p>
  </div>`
}

/** The keyboard takes a moment to come up; only then is it known what is still in sight. */
function bringIntoView(event) {
  const field = event.currentTarget
  setTimeout(
    () => field.matches(":focus") && field.scrollIntoView({ block: "center", behavior: "auto" }),
    320,
  )
}
