// How far a text is beyond its limit, in the same words at every field, live page or form.
import { ngettext } from "./i18n.js"

/**
 * A text as others read it: without white space that somebody left while writing.
 * @param {string} text
 */
export const readable = (text) =>
  text.split("\n").map((line) => line.trim().replace(/\s+/g, " ")).join("\n").trim()

/**
 * Counts as the server does: an emoji is one character, and surplus spaces do not count.
 * @param {string} text
 */
export const length = (text) => [...readable(text)].length

/**
 * How many characters a text has beyond its limit; 0 when it fits.
 * @param {string} text
 * @param {number} limit
 */
export const surplus = (text, limit) => Math.max(0, length(text) - limit)

/**
 * '17 tekens te veel', for a place that only says how far something is.
 * @param {number} n
 */
export const surplusWord = (n) => ngettext("{n} teken te veel", "{n} tekens te veel", n)

/**
 * What to do about it.
 * @param {number} n
 */
export const surplusSentence = (n) =>
  ngettext(
    "{n} teken te veel: maak het iets korter.",
    "{n} tekens te veel: maak het iets korter.",
    n,
  )
