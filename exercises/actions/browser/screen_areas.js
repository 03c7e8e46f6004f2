// The four areas: which actions belong to each, and which one nobody chose.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { AreaIcon, Tile } from "../../kit/browser/figures.js"
import { Fitted } from "../../kit/browser/name.js"
import { Foot } from "./foot.js"

export function Areas({ data }) {
  const nobody = data.areas.filter((one) => !one.count)
  const title = !nobody.length
    ? _("Elk gebied kreeg een actie.")
    : nobody.length === data.areas.length
    ? _("Welk gebied kiezen wij?")
    : _("Welk gebied koos nog niemand?")
  return html`
    <h1>${title}</h1>
    <div class="areas">${data.areas.map((area) =>
      html`
        <section key=${area.number} class=${area.count ? "area" : "area is-open"}>
          <header><${AreaIcon} area=${area.number} size=${84} /><${Fitted} forms=${[
            area.name,
          ]} /></header>
          ${area.count
            ? html`<ul class=${area.slips.length < 3 ? "few" : ""}>${
              area.slips.map((one) =>
                html`
                  <li key=${one.key}>
                    <${Tile} tile=${one.tile} size=${44} label=${one
                      .name} />
                    <${Fitted} forms=${[one.text]} />
                  </li>
                `
              )
            }</ul>${
              area.count > area.slips.length &&
              html`<p class="more">${
                ngettext("en nog {n}", "en nog {n}", area.count - area.slips.length)
              }</p>`
            }`
            : html`<p class="nobody">${
              _("Niemand koos dit gebied. Mist een gezin hier iets?")
            }</p>`}
        </section>
      `
    )}</div>
    <${Foot} data=${data} text=${data.without > 0 &&
      ngettext(
        "{n} actie heeft nog geen gebied.",
        "{n} acties hebben nog geen gebied.",
        data.without,
      )} />
  `
}
