// The drawing of a feeling: an outline in a box of 40 by 40, as feelings.json has it.
import { html } from "../../kit/browser/vendor/htm-preact.js"

export const FeelingIcon = ({ d, size = 40 }) =>
  html`
    <svg class="feeling" viewBox="0 0 40 40" width=${size} height=${size} aria-hidden="true">
      <path d=${d} fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"
        stroke-linejoin="round" />
    </svg>
  `
