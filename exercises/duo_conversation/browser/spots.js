// For many groups: a list of names by spot. People find their spot here or on their phone.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { PageCount, usePages } from "./pages.js"
import { company } from "./company.js"

const MOST = 48

export function Spots({ data, api }) {
  const page = usePages(data.spots, MOST, api.now)
  return html`
    <div class="list-head">
      <h1>${_("Zoek je duo.")}</h1>
      <p>${company(data)}</p>
      <${PageCount} ...${page} />
    </div>
    <ol class="spots">${page.shown.map((one) =>
      html`<li key=${one.spot}>
      <b class="number">${one.spot}</b>
      ${
        one.people.map((person) =>
          html`
            <span
              class="who"><${Tile} tile=${person.tile} size=${34} /><b dir="auto">${person
                .name}</b></span>
          `
        )
      }
    </li>`
    )}</ol>
  `
}
