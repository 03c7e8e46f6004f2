// Acties on the console: the kit's list of sheets, and the pages of what is on the screen.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Chevron } from "../../kit/browser/figures.js"
import { SheetDesk } from "../../kit/sheet/browser/console.js"

export default function ActionsDesk(props) {
  const { data, api } = props
  const own = {
    kind: "actions",
    control: "plan",
    looking: data.stage === "plan",
    isOn: (sheet) => sheet.id === data.plan,
    progress: (sheet) =>
      sheet.count
        ? ngettext("{n} actie", "{n} acties", sheet.count)
        : sheet.present
        ? _("denkt nog na")
        : _("niemand binnen"),
    Turn: () => null,
  }
  return html`
    ${data.pages > 1 && html`<${Pages} data=${data} api=${api} />`}
    <${SheetDesk} ...${props} own=${own} />
  `
}

function Pages({ data, api }) {
  const to = (at) =>
    at >= 1 && at <= data.pages && api.act("control", { key: "page", value: String(at - 1) })
  return html`
    <div class="actions-pages">
      <button type="button" class="btn quiet" aria-disabled=${data.page <= 1}
        onClick=${() => to(data.page - 1)}><${Chevron} dir="left" size=${20} />${_(
          "Vorig blad",
        )}</button>
      <span role="status">${_("Blad {n} van {m}", { n: data.page, m: data.pages })}</span>
      <button type="button" class="btn quiet" aria-disabled=${data.page >= data.pages}
        onClick=${() => to(data.page + 1)}>${_("Volgend blad")}<${Chevron} dir="right"
        size=${20} /></button>
    </div>
  `
}
