// Tells the writer why something is not saved yet. What the facilitator must do about the server is
// shown on the console.
import { html } from "./vendor/htm-preact.js"
import { _ } from "./i18n.js"
import { Alert, Unplugged } from "./figures.js"

/** `sent`: the state of a slot with status "waiting". */
export const notYet = (sent) =>
  sent.reason
    ? _("Nog niet bewaard: de laptop kan even niet opslaan. Je gsm probeert het opnieuw.")
    : _("Nog niet bewaard: even geen verbinding.")

/**
 * A sentence when the last message in a slot was refused or is not confirmed yet; else null.
 * `sent`: api.slot(slot).
 */
export function savingTrouble(sent) {
  if (sent.status === "refused") {
    return html`<span class="refused"><${Alert} />${
      sent.reason ?? _("Dat kon niet bewaard worden.")
    }</span>`
  }
  if (sent.status === "waiting") {
    return html`<span class="refused"><${Unplugged} />${notYet(sent)}</span>`
  }
  return null
}
