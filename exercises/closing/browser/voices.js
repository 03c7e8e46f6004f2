// Why organisations stand where they stand on the map, some at a time.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"
import { Together } from "./words.js"

// Two last words of so many characters fit beside each other.
const NARROW = 14

export function Voices({ data }) {
  const list = useRef(null)
  useFit(list, data.cards.map((one) => one.name + one.text).join())
  return html`
    <ul class="voices" ref=${list}>${data.cards.map((one) =>
      html`
        <li>
          <p class="house"><${Tile} tile=${one.tile} size=${48} /><span dir="auto"
            translate="no">${one.name}</span></p>
          <p class="why" dir="auto">
            <${Together} text=${one.text} most=${NARROW} />
          </p>
        </li>
      `
    )}</ul>
    ${data.pages > 1 &&
      html`<p class="page">${_("{n} van de {m}", { n: data.page, m: data.pages })}</p>`}
  `
}
