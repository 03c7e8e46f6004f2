// The button to the next step, on console and remote.
import { html } from "../../../exercises/kit/browser/vendor/htm-preact.js"

/**
 * `cls` is the class of its place. Just after a step it ignores presses, which were meant for the
 * step before (act.js).
 */
export const MainButton = ({ ui, cls = "con-main-do", onClick, children }) =>
  html`
    <button type="button" class=${`btn settles ${cls}`} aria-disabled=${ui.settling}
      onClick=${() => ui.settling || onClick()}>${children}</button>
  `
