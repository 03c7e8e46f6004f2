// How many of all did something, in words.
import { html } from "./vendor/htm-preact.js"
import { _ } from "./i18n.js"

/** '9 van de 12 staan er.': `words` follow the numbers. True of an empty hall as well. */
export const partOf = (n, m, words) =>
  m > 0 ? html`<b>${_("{n} van de {m}", { n, m })}</b> ${words}` : _("Er is nog niemand binnen.")
