// The drawn cups: black coffee that steams, sugar above the cup, beans in it. Told apart by shape,
// not by colour.
import { html } from "../../kit/browser/vendor/htm-preact.js"

const address = (key) => new URL(`../cups/${key}.svg`, import.meta.url).href

export const Cup = ({ cup, size = 56 }) =>
  html`<img class="cup" src=${address(cup)} alt="" width=${size} height=${
    Math.round((size * 110) / 120)
  } />`
