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
  const chosen = others.find((one) => one.id === into)?.name ?? ""
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
      <p>${_(
        "De gsm en wat {name} vandaag invulde, horen dan bij {chosen}. " +
          "Vulden ze allebei hetzelfde in, dan blijft wat {chosen} invulde.",
        { name: person.name, chosen },
      )}</p>
      <p>${_("Je kunt dit meteen daarna ongedaan maken.")}</p>
      <//>
  `
}
