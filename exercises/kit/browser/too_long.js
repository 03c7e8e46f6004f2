// Texts beyond their limit: how much must go, in the same words at every field.
import { html } from "./vendor/htm-preact.js"
import { _, ngettext } from "./i18n.js"
import { Alert } from "./figures.js"

/** A text as others read it: without white space that somebody left while writing. */
export const readable = (text) =>
  text.split("\n").map((line) => line.trim().replace(/\s+/g, " ")).join("\n").trim()

/** Counts as the server does: an emoji is one character, and surplus spaces do not count. */
export const length = (text) => [...readable(text)].length

/** How many characters a text has beyond its limit; 0 when it fits. */
export const surplus = (text, limit) => Math.max(0, length(text) - limit)

/** '17 tekens te veel', for a place that only says how far something is. */
export const surplusWord = (n) => ngettext("{n} teken te veel", "{n} tekens te veel", n)

/** Below a field: how much must go, and where the text is kept meanwhile (`where`, a sentence). */
export const TooLong = ({ n, where = null }) =>
  html`<span class="refused"><${Alert} />${
    ngettext(
      "{n} teken te veel: maak het iets korter.",
      "{n} tekens te veel: maak het iets korter.",
      n,
    )
  }${where && ` ${where}`}</span>`

/** Said once the server has the draft. */
export const asDraft = () => _("Bewaard als klad, nog niet gedeeld.")

/** Said of a text that is too long even for a draft. */
export const onlyHere = () => _("Het staat alleen op dit toestel, nog niet gedeeld.")

/** Said while only this page has the text. */
export const notShared = () => _("Nog niet gedeeld.")
