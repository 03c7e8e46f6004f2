// After the exercises: what people may go on with at home, by when, and the links by which they do.
import { html } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../../exercises/kit/browser/i18n.js"
import { Switch } from "./controls.js"

export function Homework({ data, ui }) {
  const { items, links } = data.homework
  if (!items.length) return null
  return html`<section class="con-homework">
    <h2>${_("Thuis verder")}</h2>
    ${items.map((item) => item.left > 0 && html`<${Left} key=${item.id} item=${item} ui=${ui} />`)}
    ${items.map((item) => html`<${Item} key=${item.id} item=${item} ui=${ui} />`)}
    <p class="con-homework-links"><a class="btn quiet con-sm" href=${data.links.home_links}
      target="_blank">${_("Eigen links")}</a>
      <span>${linksText(links)}</span></p>
  </section>`
}

function Item({ item, ui }) {
  const change = (what) => ui.act("homework", { activity: item.id, ...what })
  return html`
    <div class="con-homework-item">
      <${Switch} label=${_("{title}: thuis open", { title: item.title })} value=${item
        .open} onChange=${(value) => change({ value })} />
      <label><span>${item.due_label}</span><input class="field" type="date" value=${item
        .due} onChange=${(event) => change({ due: event.currentTarget.value })} /></label>
    </div>
  `
}

/** What people could still do at home, with one button that opens it until a proposed day. */
function Left({ item, ui }) {
  const open = () => ui.act("homework", { activity: item.id, value: true, due: item.until })
  return html`
    <div class="con-homework-left">
      <p>${ngettext(
        "{title}: voor {n} mens is er nog iets te doen.",
        "{title}: voor {n} mensen is er nog iets te doen.",
        item.left,
        { title: item.title },
      )}</p>
      <button type="button" class="btn quiet con-sm" onClick=${open}>${_(
        "Zet thuis open tot {day}",
        { day: item.until_day },
      )}</button>
    </div>
  `
}

const linksText = (
  n,
) => (n
  ? ngettext("{n} mens heeft een link", "{n} mensen hebben een link", n)
  : _("Nog niemand heeft een link. Zonder link kan niemand thuis verder: maak ze hier."))
