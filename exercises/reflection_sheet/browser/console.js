// Beside the preview: the list of sheets of the kit, with the page on the screen, the hosts that
// are wished for, and the top 3 to fill in for an organisation without a phone.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { listed } from "../../kit/browser/listed.js"
import { Chevron } from "../../kit/browser/figures.js"
import { SheetDesk } from "../../kit/sheet/browser/console.js"
import { TopFor } from "./top_for.js"

export default function ReflectionDesk({ data, api }) {
  const own = {
    kind: "reflection_sheet",
    control: "show",
    looking: data.looking,
    isOn: (sheet) => data.now.split("/")[0] === `party-${sheet.id}`,
    target: (sheet) => `party-${sheet.id}`,
    Turn,
    Line: Hosts,
    Form: data.top ? TopFor : null,
    note: _(
      "Wat er op een fiche staat, zie je pas als de organisatie ze zelf deelt. " +
        "Voor wie zonder gsm is, vul jij in.",
    ),
  }
  return html`<${SheetDesk} data=${data} api=${api} own=${own} />`
}

const Hosts = ({ sheet }) =>
  sheet.hosts.length > 0 &&
  html`<span class="hosts" dir="auto">${
    _("Wil naar: {names}", {
      names: listed(sheet.hosts),
    })
  }</span>`

/** Along all pages, one after the other. */
function Turn({ data, show }) {
  const at = data.sights.findIndex((one) => one.key === data.now)
  const to = (place) => data.sights[place] && show(data.sights[place].key)
  return html`
    <div class="turn">
      <button type="button" class="btn quiet" aria-disabled=${at <= 0}
        onClick=${() => to(at - 1)}><${Chevron} dir="left" size=${20} />${_("Vorige")}</button>
      <p><b dir="auto">${data.sights[at]?.label}</b></p>
      <button type="button" class="btn quiet" aria-disabled=${at >= data.sights.length - 1}
        onClick=${() => to(at + 1)}>${_("Volgende")}<${Chevron} dir="right" size=${20} /></button>
    </div>
  `
}
