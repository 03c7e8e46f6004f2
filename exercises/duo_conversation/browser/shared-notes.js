// What people let the room see: sheets on the wall, four at a time.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"
import { Name } from "../../kit/browser/name.js"
import { PageCount, usePages } from "./pages.js"

const MOST = 4

export function SharedNotes({ notes, api }) {
  const page = usePages(notes, MOST, api.now)
  return html`
    <div class="list-head">
      <h1>${_("Wat nemen we mee?")}</h1>
      <${PageCount} ...${page} />
    </div>
        ${notes.length === 0
          ? html`<p class="nothing">${
            _("Er is nog niets om te tonen. Wie iets wil delen, zet dat aan op de gsm.")
          }</p>`
          : html`<ul class=${`sheets of-${page.shown.length}`}>${
            page.shown.map((note, at) => html`<${Sheet} key=${`${page.at}/${at}`} note=${note} />`)
          }</ul>`}
  `
}

function Sheet({ note }) {
  const box = useRef(null)
  useFit(box, note.text)
  return html`
    <li class="sheet">
      <div class="said" ref=${box}>
        <p dir="auto">${note.text}</p>
      </div>
      <p
        class="from"><${Tile} tile=${note.tile} size=${44} /><span><b dir="auto">${note
          .name}</b> <${Name} of=${note.house} class="house" /></span></p>
    </li>
  `
}
