// A field for a few words that are sent with a button: says how much still fits.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { ngettext } from "../../kit/browser/i18n.js"
import { DraftState, useButtonDraft } from "../../kit/browser/draft.js"
import { SavingState } from "../../kit/browser/saving_state.js"
import { length } from "../../kit/browser/too_long.js"

/** `slot` names the draft of what is too long; the button that sends the words must drop it. */
export function Words({ slot, text, onText, limit, label, hint, api, id = "domino-words" }) {
  const left = limit - length(text)
  useButtonDraft({ slot, text, limit, api })
  return html`<div class="few-words"><label for=${id}>${label}</label>
    <textarea id=${id} class="field" rows="2" dir="auto" value=${text} placeholder=${hint}
      aria-describedby=${`${id}-left`} aria-invalid=${
    left < 0 ? "true" : "false"
  } onFocus=${bringIntoView} onInput=${(event) => onText(event.target.value)}></textarea>
    <${SavingState} id=${`${id}-left`} class="left" left=${left}>${
    left < 0
      ? html`<${DraftState} slot=${slot} text=${text} limit=${limit} api=${api} />`
      : html`<span class="muted">${ngettext("nog {n} teken", "nog {n} tekens", left)}</span>`
  }<//>
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
