// Somebody who came in under another name than the one on the list: the facilitator says who it is.
import { html, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { Dialog, FormDialog } from "./dialog.js"

export function SamePerson({ person, people, act, onClose }) {
  const others = people.filter((one) =>
    one.organisation === person.organisation && one.id !== person.id
  )
  // Who did not come in is most likely meant.
  others.sort((one, other) => Number(one.joined) - Number(other.joined))
  const [into, setInto] = useState(others[0]?.id ?? "")
  const title = _("Wie is {name}?", { name: person.name })
  if (others.length === 0) {
    return html`
      <${Dialog} title=${title} onClose=${onClose}>
        <p>${_("Er staat niemand anders van deze organisatie op de lijst.")}</p>
        <//>
    `
  }
  const chosen = others.find((one) => one.id === into)
  return html`
    <${FormDialog} title=${title} yes=${_("Dit is dezelfde persoon")} ready=${Boolean(
      chosen,
    )} onClose=${onClose}
      onSend=${() => act("same_person", { person: person.id, into })}>
      <label class="con-field"><span>${_("Kies de naam op de lijst")}</span>
          <select class="field" value=${into} onChange=${(event) => setInto(event.target.value)}>
            ${others.map((one) =>
              html`
                <option key=${one.id} value=${one.id} selected=${one.id === into}>${one
                  .name}</option>
              `
            )}
          </select>
        </label>
      ${chosen && consequences(person, chosen).map((text) => html`<p key=${text}>${text}</p>`)}
      <//>
  `
}

/** What joining does to phones, answers and the list, in sentences for the facilitator. */
export function consequences(person, chosen) {
  const names = { name: person.name, chosen: chosen.name }
  const bothHavePhone = [person, chosen].every((one) => one.joined && !one.byhand)
  return [
    _(
      "De gsm en wat {name} vandaag invulde, horen dan bij {chosen}. " +
        "Vulden ze allebei hetzelfde in, dan blijft wat {chosen} invulde.",
      names,
    ),
    bothHavePhone && _(
      "Allebei zijn ze binnen met een gsm, en iedereen heeft er maar één: " +
        "de gsm van {name} blijft binnen, die van {chosen} gaat eruit.",
      names,
    ),
    _(
      "De naam {name} verdwijnt van de lijst, behalve als {name} ook op bezoek ging " +
        "of op een andere bijeenkomst was.",
      names,
    ),
    _("Je kunt dit meteen daarna ongedaan maken."),
  ].filter(Boolean)
}
