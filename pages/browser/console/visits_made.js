// Before an exercise about visits that were made: which of those without a day were made? What
// nobody said is told nowhere as something that happened.
import { html } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../../exercises/kit/browser/i18n.js"
import { Dialog } from "./dialog.js"

/** Asks once for all visits together, then calls `onward`; closing it does neither. */
export function askWhichWereMade(item, ui, onward) {
  ui.open((close, data) => {
    const unsaid = data.agenda.find((one) => one.id === item.id)?.unsaid ?? []
    return html`
      <${WhichWereMade} item=${item} unsaid=${unsaid} ui=${ui} close=${close}
        onward=${onward} />
    `
  })
}

function WhichWereMade({ item, unsaid, ui, close, onward }) {
  const go = () => {
    close()
    onward()
  }
  const all = async () => {
    const said = await ui.act("visits_made", { visits: unsaid.map((one) => one.id) })
    if (said.ok) go()
    else close()
  }
  const title = ngettext(
    "Is dit bezoek al geweest?",
    "Zijn deze bezoeken al geweest?",
    unsaid.length,
  )
  return html`<${Dialog} title=${unsaid.length ? title : _("Alles is gezegd")} onClose=${close}>
    ${
    unsaid.length > 0 &&
    html`<p>${
      _("Er is geen dag ingevuld. {title} gaat alleen over wat al geweest is.", {
        title: item.title,
      })
    }</p>`
  }
    <ul class="con-visits">${
    unsaid.map((one) => html`<${Unsaid} key=${one.id} visit=${one} ui=${ui} />`)
  }</ul>
    <div class="con-dialog-foot">
      ${
    unsaid.length > 0 &&
    html`<button type="button" class="btn" data-first onClick=${all}>${
      ngettext("Ja, dit bezoek is geweest", "Ja, alle {n} zijn geweest", unsaid.length)
    }</button>`
  }
      <button type="button" class="btn quiet" onClick=${go}>${
    unsaid.length ? _("Nog niet, toch verder") : _("Verder")
  }</button>
    </div>
  <//>`
}

function Unsaid({ visit, ui }) {
  const name = _("{visitor} bij {host}", visit)
  return html`
    <li>
      <span translate="no" dir="auto">${name}</span>
      <button type="button" class="btn quiet con-sm" aria-label=${_("Geweest: {visit}", {
        visit: name,
      })}
        onClick=${() => ui.act("visits_made", { visits: [visit.id] })}>${_("Geweest")}</button>
    </li>
  `
}
