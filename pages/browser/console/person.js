// One person in the list: tile, name, where this person stands, and what can be done for somebody.
import { Component, html } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { Alert, Check, Tile } from "../../../exercises/kit/browser/figures.js"
import { Away, Dots, Pen } from "./icons.js"
import { Menu } from "./menu.js"
import { AnswerFor, Rename } from "./person_dialogs.js"
import { SamePerson } from "./same_person.js"

/**
 * Rendered only when this person changes: with 300 people each answer would otherwise re-render the
 * whole list.
 */
export class Person extends Component {
  /** @override */
  shouldComponentUpdate(next) {
    return stamp(next) !== stamp(this.props)
  }

  /** @override */
  render({ person, behalf, slot, ui }) {
    const status = statusOf(person)
    return html`
      <li class=${`con-person is-${status.kind}`}>
        <${Tile} tile=${person.tile} size=${26} />
        <span class="con-person-text">
        <span class="con-person-name"><b class="name" translate="no" title=${[
          person.name,
          person.function,
        ].filter(
          Boolean,
        ).join(", ")}>${person.name}</b>
            </span>
        ${(status.word || person.byhand) && html`
          <span class="con-status">
            ${person.byhand && html`
              <span class="con-byhand"
                title=${_("zonder gsm")}><${Pen} size=${15} /><span class="visually-hidden">${_(
                  "zonder gsm",
                )}</span></span>
            `}${status.sign}${status.word}
          </span>
        `}
        </span>
        <${Menu} label=${_("Meer over {name}", { name: person.name })} items=${() =>
          itemsFor(person, behalf, slot, ui)}><${Dots} size=${18} /><//>
            ${person.takeover &&
              html`<span class="con-takeover"><${Alert} size=${15} />${
                person.disputed ? _("op twee gsm’s") : _("op een andere gsm")
              }</span>`}
            ${person.newcomer && html`
              <span class="con-takeover"><${Alert} size=${15} />${_("nieuw: ken je die?")}
                <button type="button" class="con-link" aria-label=${_("Ja, {name} hoort erbij", {
                  name: person.name,
                })} onClick=${() => ui.act("settle_takeover", { id: person.id })}>${_(
                  "Ja",
                )}</button></span>
            `}
          </li>
    `
  }
}

const stamp = ({ person, behalf, slot }) => JSON.stringify([person, behalf, slot])

/** The word always comes with a sign, and the sign never with colour alone. */
function statusOf(person) {
  const check = person.answered ? html`<${Check} size=${17} />` : null
  if (!person.joined && !person.byhand) {
    const word = person.absent ? _("vandaag niet") : _("niet binnen")
    return { kind: "out", sign: null, word }
  }
  if (person.home) {
    return { kind: "away", sign: html`${check}<${Away} size=${16} />`, word: _("naar huis") }
  }
  if (!person.here && !person.byhand) {
    const word = person.away ? _("weg") : _("gsm slaapt")
    return { kind: "away", sign: html`${check}<${Away} size=${16} />`, word }
  }
  return { kind: person.answered ? "done" : "here", sign: check, word: person.status ?? "" }
}

function itemsFor(person, behalf, slot, ui) {
  const open = (View, props) =>
    ui.open((close) =>
      html`<${View} person=${person} act=${ui.act} onClose=${close} ...${props} />`
    )
  return [
    person.takeover &&
    {
      label: _("Het klopt: laat zo"),
      onPick: () => ui.act("settle_takeover", { id: person.takeover }),
    },
    person.disputed &&
    {
      label: _("Het is de gsm die buiten staat"),
      onPick: () => ui.act("hand_over", { id: person.id }),
    },
    person.takeover && !person.disputed &&
    {
      label: _("Terugdraaien: weer op de eerste gsm"),
      onPick: () => ui.act("undo_takeover", { id: person.takeover }),
    },
    person.unproven && !person.takeover &&
    {
      label: _("Ja, dit is {name}", { name: person.name }),
      onPick: () => ui.act("settle_takeover", { id: person.id }),
    },
    behalf && { label: _("Antwoord invullen"), onPick: () => open(AnswerFor, { behalf }) },
    slot && person.answered &&
    {
      label: _("Antwoord weghalen"),
      onPick: () => ui.act("remove_answer", { person: person.id, slot }),
    },
    person.joined && { label: _("Naam wijzigen"), onPick: () => open(Rename) },
    !person.joined &&
    {
      label: person.absent ? _("Komt toch") : _("Is er vandaag niet"),
      onPick: () => ui.act("stays_away", { person: person.id, value: !person.absent }),
    },
    person.joined &&
    {
      label: _("Dit is iemand die al op de lijst staat"),
      onPick: () =>
        ui.open((close, now) =>
          html`
            <${SamePerson} person=${person} people=${now.people} act=${ui.act}
              onClose=${close} />
          `
        ),
    },
    (person.joined || person.byhand) &&
    {
      label: person.home ? _("Is er weer") : _("Is naar huis: antwoorden blijven"),
      onPick: () => ui.act("went_home", { person: person.id, value: !person.home }),
    },
    person.joined &&
    { label: _("Uit de bijeenkomst halen"), onPick: () => askToRemove(person, ui) },
  ].filter(Boolean)
}

function askToRemove(person, ui) {
  ui.ask({
    title: _("{name} uit de bijeenkomst halen?", { name: person.name }),
    text: _(
      "Ook wat {name} antwoordde, verdwijnt van het scherm. " +
        "Je kunt dit meteen daarna ongedaan maken.",
      { name: person.name },
    ),
    yes: _("Uit de bijeenkomst halen"),
    onYes: () => ui.act("remove_person", { person: person.id }),
  })
}
