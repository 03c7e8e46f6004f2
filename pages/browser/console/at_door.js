// Organisations that somebody typed at the door: whether they belong to the track, asked on console
// and remote.
import { html, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { Alert } from "../../../exercises/kit/browser/figures.js"

// The next ones come up as these are settled.
const MOST_SHOWN = 2

export const AtDoor = ({ data, ui }) =>
  data.at_door.slice(0, MOST_SHOWN).map((one) =>
    html`<${Asked} key=${one.id} one=${one} others=${others(data, one)} ui=${ui} />`
  )

const others = ({ organisations, at_door }, one) =>
  organisations.filter(({ id }) => id !== one.id && !at_door.some((asked) => asked.id === id))

function Asked({ one, others, ui }) {
  const [choosing, choose] = useState(false)
  const [into, setInto] = useState("")
  const say = (answer, more = {}) => ui.act("door_organisation", { id: one.id, answer, ...more })
  return html`
    <section class="con-doubt" aria-label=${_("Hoort {name} bij dit traject?", one)}>
      <p><${Alert} size=${18} /><span>${_(
        "{name} kwam er aan de deur bij. Hoort dit bij het traject?",
        one,
      )}</span></p>
      ${!choosing && html`
        <button type="button" class="btn quiet con-sm" onClick=${() => say("belongs")}>${_(
          "Ja",
        )}</button>
        <button type="button" class="btn quiet con-sm" onClick=${() => say("today")}>${_(
          "Alleen vandaag",
        )}</button>
      `}
      ${others.length > 0 && html`
        <button type="button" class="btn quiet con-sm" aria-expanded=${choosing}
          onClick=${() => choose(!choosing)}>${choosing
            ? _("Toch niet")
            : _("Dat is een andere")}</button>
      `}
      ${choosing && html`
        <div class="con-same-party">
          <select class="field" aria-label=${_("Welke organisatie is {name}?", one)} value=${into}
            onChange=${(event) => setInto(event.target.value)}>
            <option value="">${_("Kies een organisatie")}</option>
            ${others.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
          </select>
          <button type="button" class="btn quiet con-sm" aria-disabled=${!into}
            onClick=${() => into && say("another", { into })}>${_("Dat is deze")}</button>
        </div>
      `}
    </section>
  `
}
