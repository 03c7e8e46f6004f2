// A drawing for each form of a part: a cup, an eye, hands, two who talk, a pot, a pencil.
import { html } from "../../kit/browser/vendor/htm-preact.js"

const DRAWN = {
  welcome: "M5 9h12v6a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5zM17 11c5-1 5 5 0 5M9 3v3M13 3v3",
  attend: "M4 20v-3a4 4 0 0 1 8 0v3M8 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6M13 20v-2a4 4 0 0 1 7 0v2" +
    "M16.500 11a2.500 2.500 0 1 0 0-5",
  help: "M14 4l6 6-9 9-6 1 1-6zM12 6l6 6M4 4l3 3M20 20l-3-3",
  watch: "M2 12c5-8 15-8 20 0-5 8-15 8-20 0zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
  interview: "M3 4h12v8H9l-4 4v-4H3zM18 9h3v8h-2v3l-4-3h-5v-2",
  meal: "M5 10h14l-2 10H7zM8 10c0-7 8-7 8 0M3 10h18",
  look_back: "M4 20l1-5L16 4l4 4L9 19zM14 6l4 4",
}

/** The drawing of a form; nothing is said, since the words stand beside it. */
export const FormSign = ({ form, size = 26 }) =>
  html`
    <svg viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true">
      <path d=${DRAWN[form] ?? DRAWN.attend} fill="none" stroke="currentColor" stroke-width="2.4"
        stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  `
