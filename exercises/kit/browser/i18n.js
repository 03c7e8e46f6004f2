// Text for people. The key is the Dutch text itself, so a missing translation still reads well.
// The catalog is set by the page before the first draw and looked up at each call: a view that was
// imported earlier than the catalog arrives speaks the right language all the same.

/** @typedef {Record<string, string | string[]>} Catalog */
/** @typedef {Record<string, unknown>} Values */

const page = /** @type {{odvTexts?: Catalog, odvLanguage?: string}} */ (globalThis)
const catalog = () => page.odvTexts ?? {}

/**
 * For lang= on a view: the page around it may be in English, a screen reader must not read Dutch
 * that way.
 */
export const language = () => page.odvLanguage ?? "nl-BE"

/**
 * @param {string} text
 * @param {Values} [values]
 */
function fill(text, values) {
  if (!values) return text
  return text.replace(
    /\{(\w+)\}/g,
    (whole, name) => (name in values ? String(values[name]) : whole),
  )
}

/**
 * _("{n} van {m}", {n: 1, m: 2})
 * @param {string} text
 * @param {Values} [values]
 */
export function _(text, values) {
  const found = catalog()[text]
  return fill((Array.isArray(found) ? found[0] : found) || text, values)
}

/**
 * ngettext("{n} mens", "{n} mensen", 3): the catalog holds [singular, plural] under the singular
 * text.
 * @param {string} one
 * @param {string} many
 * @param {number} n
 * @param {Values} [values]
 */
export function ngettext(one, many, n, values) {
  const found = catalog()[one]
  const forms = Array.isArray(found) ? found : [one, many]
  return fill((n === 1 ? forms[0] : forms[1]) || (n === 1 ? one : many), { n, ...values })
}
