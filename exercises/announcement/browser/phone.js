// Bekendmaking on a phone: nothing until the own door was opened, then whom we visit and who visits
// us.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { Hall } from "../../kit/browser/hall.js"

export default function AnnouncementPhone({ data, me }) {
  if (!data.own.length) return html`<${Wait} me=${me} />`
  return html`
    <div class="announcement-phone">
      <h1>${_("Wie bij wie over de vloer komt")}</h1>
      <p class="lead">${_("Kijk naar het scherm voor de anderen.")}</p>
      <ul>${data.own.map((one) => html`<${Own} key=${one.key} one=${one} />`)}</ul>
    </div>
  `
}

function Wait({ me }) {
  return html`
    <div class="announcement-phone">
      <h1>${_("Wie gaat bij wie?")}</h1>
      <p class="lead">${_("Kijk naar het scherm. Jullie deur gaat straks open.")}</p>
      ${me && html`<${Hall} me=${me} />`}
    </div>
  `
}

function Own({ one }) {
  return html`
    <li class="sheet">
      <${Tile} tile=${one.tile} size=${64} />
      <div>
        <p class="what">${told(one)}</p>
        <p class="where" translate="no" dir="auto">${one.name}</p>
        <p class="who" dir="auto">${one.who}</p>
      </div>
    </li>
  `
}

const told = (one) => {
  if (!one.goes) return _("Bij jullie komt over de vloer")
  return one.me ? _("Jij gaat over de vloer bij") : _("Jouw organisatie gaat over de vloer bij")
}
