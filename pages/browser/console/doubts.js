// The phones that wait for the facilitator’s word: each can be settled with one tap, on the console
// above the list of people and on the remote.
import { html, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { Alert, Cross } from "../../../exercises/kit/browser/figures.js"

// The next ones come up as these are settled.
const MOST_SHOWN = 3

/** Names that were taken over by another phone; first those that phones took from each other. */
export function Takeovers({ people, ui }) {
  const moved = people.filter((one) => one.takeover)
  const waiting = [...moved].sort((one, two) => Number(two.disputed) - Number(one.disputed))
  return waiting.slice(0, MOST_SHOWN).map((one) =>
    one.disputed
      ? html`<${Disputed} key=${one.id} person=${one} ui=${ui} />`
      : html`<${Takeover} key=${one.id} person=${one} ui=${ui} />`
  )
}

function Disputed({ person, ui }) {
  const { id, name } = person
  return html`
    <section class="con-doubt" aria-label=${_("Welke gsm is die van {name}?", { name })}>
      <p><${Alert} size=${18} /><span>${_(
        "Twee gsm’s namen de naam {name} van elkaar over. Ga even kijken: welke is het?",
        { name },
      )}</span></p>
      <button type="button" class="btn quiet con-sm" onClick=${() =>
        ui.act("settle_takeover", { id })}>${_("Die binnen is")}</button>
      <button type="button" class="btn quiet con-sm" onClick=${() =>
        ui.act("hand_over", { id })}>${_("Die buiten staat")}</button>
    </section>
  `
}

function Takeover({ person, ui }) {
  const { name, takeover: id } = person
  return html`
    <section class="con-doubt" aria-label=${_("Is dit {name}?", { name })}>
      <p><${Alert} size=${18} /><span>${_("{name} kwam binnen met een andere gsm. Klopt dat?", {
        name,
      })}</span></p>
      <button type="button" class="btn quiet con-sm" onClick=${() =>
        ui.act("settle_takeover", { id })}>${_("Ja")}</button>
      <button type="button" class="btn quiet con-sm" onClick=${() =>
        ui.act("undo_takeover", { id })}>${_("Nee, zet terug")}</button>
    </section>
  `
}

/** Names that were new at an organisation that was there before; the console has these in rows. */
export function Newcomers({ people, ui }) {
  const waiting = people.filter((one) => one.newcomer && !one.takeover).slice(0, MOST_SHOWN)
  return waiting.map(({ id, name, organisation }) =>
    html`
      <section key=${id} class="con-doubt" aria-label=${_("Is dit {name}?", { name })}>
        <p><${Alert} size=${18} /><span>${_("{name} is nieuw bij {organisation}. Ken je die?", {
          name,
          organisation,
        })}</span></p>
        <button type="button" class="btn quiet con-sm" onClick=${() =>
          ui.act("settle_takeover", { id })}>${_("Ja")}</button>
      </section>
    `
  )
}

/**
 * The phones that did not show whose they are, to be known with one tap. Put aside, this comes back
 * with the next such phone.
 */
export function Unknown({ people, ui }) {
  const [aside, putAside] = useState([])
  const unknown = people.filter((one) => one.unproven && !one.newcomer && !one.takeover)
  const n = unknown.length
  if (unknown.every((one) => aside.includes(one.id))) return null
  return html`
    <div class="con-small con-unknown"><p>${n === 1
      ? _("1 gsm kennen we nog niet van vroeger. Wat van vroeger is, blijft daar nog dicht.")
      : _("{n} gsm’s kennen we nog niet van vroeger. Wat van vroeger is, blijft daar nog dicht.", {
        n,
      })}
      <button type="button" class="con-link" onClick=${() => ui.act("confirm_all", {})}>${n === 1
        ? _("Die persoon ken ik")
        : _("Ik ken ze allemaal")}</button></p>
      <button type="button" class="con-icon" aria-label=${_("Melding sluiten")}
        onClick=${() =>
          putAside(unknown.map((one) => one.id))}><${Cross} size=${14} /></button></div>
  `
}
