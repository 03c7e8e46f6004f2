// For who received nothing: what giving brought, or simply listening.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { listed } from "../../kit/browser/listed.js"
import { Writing } from "../../kit/browser/writing.js"
import { Before } from "./before.js"
import { FromHome } from "./from_home.js"
import { WhoReads } from "./who_reads.js"

export function Gave({ data, scene, api }) {
  const { gave } = data
  if (!gave.to.length) {
    return html`
      <div class="words">
        <h1>${_("Neem een koffie, en luister mee.")}</h1>
        <p class="lead">${_(
          "Voor jullie lag er geen cadeautje op de tafel. Jullie vragen zijn even welkom.",
        )}</p>
      </div>
    `
  }
  return html`
    <div class="words">
      <h1>${_("Jullie gaven iets.")}</h1>
      <p class="lead">${_("Een cadeautje voor {names}.", { names: listed(gave.to) })}</p>
    </div>
    ${gave.unread
      ? html`<${FromHome} />`
      : html`<${Field} data=${data} scene=${scene} api=${api} />`}
  `
}

function Field({ data, scene, api }) {
  const { gave } = data
  return html`
    <div class="tell">
      <${Writing} key=${gave.slot} slot=${gave.slot} stored=${gave.text} label=${gave.question}
        hint=${_("Eén zin volstaat. Niets schrijven mag ook.")} limit=${data.limit} api=${api}
        rows=${3} disabled=${!scene.open} />
      <${Before} texts=${gave.before} back=${(text) => api.send(gave.slot, { text })}
        scene=${scene} />
    </div>
    <${WhoReads} told=${false} over=${data.over} />
  `
}
