// Who reads what is written here, said where it is written.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"

/** `told`: it was on the screen; `over`: the exercise is done in the room. */
export const WhoReads = ({ told, over }) =>
  html`<p class="muted who-reads">${words(told, over)}</p>`

function words(told, over) {
  if (told) return _("Dit kwam op het scherm. Wat je nu verandert, ziet de groep ook.")
  const choose = _("Op ‘Wie mag dit zien?’, op je eigen plek, kies je anders.")
  if (over) return `${_("Dit komt in het verslag.")} ${choose}`
  return [
    _("Alleen jullie organisatie leest dit, tot jullie vertellen."),
    _("Komt het niet aan bod, dan komt het in het verslag zodra deze oefening afgelopen is."),
    choose,
  ].join(" ")
}
