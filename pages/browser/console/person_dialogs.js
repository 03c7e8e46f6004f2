// What the facilitator fills in for somebody: an answer, another name, a person without a phone.
import { html, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { FigurePicture } from "../../../exercises/kit/browser/figures.js"
import { surplus, TooLong } from "../../../exercises/kit/browser/too_long.js"
import { FormDialog } from "./dialog.js"

const NEW = "\u0000new"

/** `behalf` says what kind of answer the step asks for; the exercise itself checks it. */
export function AnswerFor({ person, behalf, act, onClose }) {
  const [value, setValue] = useState(behalf.kind === "range" ? 0.5 : "")
  const payload = behalf.kind === "range" ? { at: value } : { text: value }
  const Field = behalf.kind === "range" ? Range : Words
  const tooLong = behalf.kind !== "range" && surplus(String(value), behalf.limit) > 0
  return html`
    <${FormDialog} title=${_("Antwoord van {name}", { name: person.name })} yes=${_(
      "Invullen",
    )} ready=${value !== "" && !tooLong} onClose=${onClose}
      onSend=${() =>
        act("answer_for", {
          person: person.id,
          activity: behalf.activity,
          slot: behalf.slot,
          payload,
        })}>
      <${Field} behalf=${behalf} value=${value} onChange=${setValue} person=${person} />
      <//>
  `
}

function Range({ behalf, value, onChange, person }) {
  const [left, right] = behalf.ends
  return html`
    <div class="con-range">
      <label for="con-range">${_("Waar staat {name}?", { name: person.name })}</label>
      <div class="con-range-floor"
        aria-hidden="true"><span style=${`left:${
          value * 100
        }%`}><${FigurePicture} height=${104} tile=${person.tile} pose=${person.pose} /></span></div>
      <input id="con-range" type="range" min="0" max="1" step="0.01" value=${value}
        aria-valuetext=${placeText(value, left, right)}
        onInput=${(event) => onChange(Number(event.target.value))} />
      <p class="con-ends" aria-hidden="true"><span>${left}</span><span>${right}</span></p>
    </div>
  `
}

function placeText(value, left, right) {
  if (Math.abs(value - 0.5) < 0.04) return _("in het midden")
  return _("{n} procent naar {end}", {
    n: Math.round(Math.abs(value - 0.5) * 200),
    end: value < 0.5 ? left : right,
  })
}

function Words({ behalf, value, onChange }) {
  const long = surplus(value, behalf.limit)
  return html`<label class="con-field"><span>${behalf.label}</span>
    <textarea class="field" rows="3" value=${value} onInput=${(
    event,
  ) => onChange(event.target.value)}></textarea>${long > 0 && html`<${TooLong} n=${long} />`}
  </label>`
}

export function Rename({ person, act, onClose }) {
  const [name, setName] = useState(person.name)
  const clean = name.trim()
  return html`
    <${FormDialog} title=${_("Naam wijzigen")} yes=${_("Bewaren")} ready=${Boolean(
      clean,
    )} onClose=${onClose}
      onSend=${() => clean !== person.name && act("rename", { person: person.id, name: clean })}>
      <${Text} label=${_("Naam")} value=${name} onChange=${setName} />
      <//>
  `
}

export function AddPerson({ organisations, canAdd, act, onClose }) {
  const [pick, setPick] = useState(organisations[0] ? idOf(organisations[0]) : NEW)
  const [fresh, setFresh] = useState("")
  const [name, setName] = useState("")
  const [role, setRole] = useState("")
  const organisation = pick === NEW ? fresh.trim() : pick
  return html`
    <${FormDialog} title=${_("Iemand zonder gsm")} yes=${_("Toevoegen")} ready=${Boolean(
      name.trim() && organisation,
    )} onClose=${onClose}
      onSend=${() => act("add_person", { organisation, name: name.trim(), function: role.trim() })}>
        <p>${_("Deze persoon doet mee. Jij vult de antwoorden in, via het menu naast de naam.")}</p>
        <${Text} label=${_("Naam")} value=${name} onChange=${setName} />
        <${PickOrganisation} organisations=${organisations} canAdd=${canAdd} value=${pick}
          onChange=${setPick} />
        ${pick === NEW &&
          html`<${Text} label=${
            _("Naam van de organisatie")
          } value=${fresh} onChange=${setFresh} />`}
        <${Text} label=${_("Functie (mag leeg blijven)")} value=${role} onChange=${setRole} />
      <//>
  `
}

function PickOrganisation({ organisations, canAdd, value, onChange }) {
  if (organisations.length === 0) return null
  return html`<label class="con-field"><span>${_("Organisatie")}</span>
    <select class="field" value=${value} onChange=${(event) => onChange(event.target.value)}>
      ${
    organisations.map((one) =>
      html`<option key=${idOf(one)} value=${idOf(one)} selected=${
        idOf(one) === value
      }>${one.name}</option>`
    )
  }
      ${
    canAdd &&
    html`<option value=${NEW} selected=${value === NEW}>${_("Een andere organisatie")}</option>`
  }
    </select>
  </label>`
}

// the server may name organisations by id; where it only sends people, their organisation's name
// has to do
const idOf = (organisation) => organisation.id ?? organisation.name

function Text({ label, value, onChange }) {
  return html`<label class="con-field"><span>${label}</span>
    <input type="text" class="field" maxlength="120" autocomplete="off" value=${value} onInput=${(
    event,
  ) => onChange(event.target.value)} />
  </label>`
}
