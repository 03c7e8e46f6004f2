// The one button that takes everybody further, on console and remote.
import { html } from "../../../exercises/kit/browser/vendor/htm-preact.js"

/**
 * `cls` is the class of its place. While a step has just come it waits: a press now was meant for
 * the step before (act.js).
 */
export const MainButton = ({ ui, cls = "con-main-do", onClick, children }) =>
  html`
    <button type="button" class=${`btn ${cls}`} aria-disabled=${ui.settling}
      onClick=${() => ui.settling || onClick()}>${children}</button>
  `
