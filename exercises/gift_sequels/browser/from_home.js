// What colleagues filled in at home, on a phone of which nobody knows yet whose it is.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"

export const FromHome = () =>
  html`
    <p class="from-home" role="status">${_(
      "Iemand van jullie vulde dit thuis al in. De begeleider moet nog zeggen wie je bent. " +
        "Dan verschijnt het hier vanzelf.",
    )}</p>
  `
