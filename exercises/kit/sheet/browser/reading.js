// The own sheet while the sheets are on the screen: to be read.
import { html } from "../../browser/vendor/htm-preact.js"
import { _ } from "../../browser/i18n.js"
import { Hall } from "../../browser/hall.js"
import { notShared, surplusWord } from "../../browser/too_long.js"
import { SheetPicture } from "./deck.js"
import { surplusOf, wordsOf } from "./parts.js"
import { pictureOf } from "./picture.js"
import { Whose } from "./phone.js"

/** A text that is too long is not what the room reads: said before it, since it may be endless. */
const Beyond = ({ field, n }) =>
  html`
    <h3>${field.label}</h3>
    <p class="text long">${surplusWord(n)}. ${notShared()} ${_(
      "Op het scherm staat wat je eerder deelde. Inkorten kan als het schrijven weer opengaat.",
    )}</p>
  `

export function Reading({ data, me, api, own }) {
  const tools = { data, api, own }
  const fields = data.pages.flatMap((page) => page.fields)
  const pictures = fields.filter((field) => field.kind === "picture")
    .map((field) => pictureOf(data, field.slot, api)).filter(Boolean)
  const told = fields.filter((field) => field.kind !== "picture")
    .map((field) => ({ field, text: wordsOf(field, tools), long: surplusOf(field, tools) }))
    .filter((one) => one.text)
  const yours = data.holder.kind === "person"
  return html`<div class="page">
    <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
    <p class="lead" role="status">${
    !data.large
      ? _("De fiches hangen aan de muur.")
      : yours
      ? _("Jouw fiche hangt nu groot. Vertel er iets bij.")
      : _("Jullie fiche hangt nu groot. Vertel er iets bij.")
  }</p>
    ${
    !pictures.length && !told.length
      ? html`<${Hall} me=${me} />`
      : html`<article class="sheet poster read">
      <${Whose} holder=${data.holder} />
      ${
        pictures.map((picture) =>
          html`
            <div class="shown">
              <${SheetPicture} picture=${picture} />
            </div>
          `
        )
      }
      ${
        told.map(({ field, text, long }) =>
          html`
            ${long > 0 && html`<${Beyond} field=${field} n=${long} />`}
            ${field.rows && !field.counts
              ? html`<p class="people">${
                text.split(" · ").map((line) => html`<span dir="auto">${line}</span>`)
              }</p>`
              : html`
                ${!long && html`<h3>${field.label}</h3>`}
                <p class=${long ? "text is-cut" : "text"} dir="auto">${field.rows
                  ? text.split(" · ").join("\n")
                  : text}</p>
              `}
          `
        )
      }
    </article>`
  }
  </div>`
}
