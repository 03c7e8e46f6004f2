// Texts beyond their limit: how much must go, below the field that somebody writes in.
import { html } from "./vendor/htm-preact.js"
import { _ } from "./i18n.js"
import { Alert } from "./figures.js"
import { surplusSentence } from "./surplus.js"

export { length, readable, surplus, surplusWord } from "./surplus.js"

/** Below a field: how much must go, and where the text is kept meanwhile (`where`, a sentence). */
export const TooLong = ({ n, where = null }) =>
  html`<span class="refused"><${Alert} />${surplusSentence(n)}${where && ` ${where}`}</span>`

/** Said once the server has the draft. */
export const asDraft = () => _("Bewaard als klad, nog niet gedeeld.")

/** Said of a text that is too long even for a draft. */
export const onlyHere = () => _("Het staat alleen op dit toestel, nog niet gedeeld.")

/** Said while only this page has the text. */
export const notShared = () => _("Nog niet gedeeld.")
