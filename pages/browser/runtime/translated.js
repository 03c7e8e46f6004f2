// Lets a browser translate the page. A translator takes each text out of the page and puts it, in
// other words, in two <font> elements. What draws the page goes on with the text it knows, which
// nobody sees any more: old words would stay, and new ones come beside them. So the text keeps its
// place, empty, in front of its translation. As soon as it becomes another text the translation
// goes, and the translator translates it anew.

/**
 * @typedef {object} Known
 * @property {string} own what the text is in the language of the page
 * @property {Element} font what is seen instead
 */

/** @type {Map<Text, Known>} */
const translated = new Map()

/** @param {HTMLElement} app */
export function keepTranslatable(app) {
  const watch = new MutationObserver((records) => {
    follow(records)
    // what was just done here is known
    watch.takeRecords()
  })
  watch.observe(app, {
    characterData: true,
    characterDataOldValue: true,
    childList: true,
    subtree: true,
  })
}

/**
 * The text of an element as the page wrote it, whatever a translator made of it.
 * @param {Node} node
 * @returns {string}
 */
export function ownText(node) {
  if (node instanceof Text) return translated.get(node)?.own ?? node.data
  return [...node.childNodes].filter((one) => !isFont(one)).map(ownText).join("")
}

/** @param {MutationRecord[]} records */
function follow(records) {
  const taken = textsTaken(records)
  for (const font of fontsAdded(records)) {
    const text = taken.size ? behind(font, taken) : null
    if (text) replaced(text, font, oldest(records, text))
  }
  for (const [text, known] of translated) keepTogether(text, known)
}

/**
 * @param {MutationRecord[]} records
 * @returns {Map<Text, MutationRecord>}
 */
function textsTaken(records) {
  const taken = new Map()
  for (const record of records) {
    for (const node of record.removedNodes) if (node instanceof Text) taken.set(node, record)
  }
  return taken
}

/** Whole translations that came, with where they came. */
function fontsAdded(/** @type {MutationRecord[]} */ records) {
  const added = records.flatMap((record) => [...record.addedNodes])
  return new Set(
    added.filter((node) => isFont(node) && node.isConnected && !isFont(node.parentNode)),
  )
}

/**
 * The text that a translation stands for: it lies in it, or lay where the translation came.
 * @param {Node} font
 * @param {Map<Text, MutationRecord>} taken
 */
function behind(font, taken) {
  for (const [text, record] of taken) {
    if (font.contains(text)) return text
    const beside = [...record.addedNodes, record.previousSibling, record.nextSibling]
    if (!text.isConnected && beside.includes(font)) return text
  }
  return null
}

/**
 * @param {Text} text
 * @param {any} font
 * @param {string | null} before
 */
function replaced(text, font, before) {
  const known = translated.get(text)
  // a translator that takes empty texts too would go on for ever
  if (known && !text.data) return
  if (font.contains(text)) text.replaceWith(text.data)
  known?.font.remove()
  translated.set(text, { own: before ?? text.data, font })
  text.data = ""
  font.before(text)
}

/** The words of a text before a translator changed them, if it did so in the text itself. */
function oldest(/** @type {MutationRecord[]} */ records, /** @type {Text} */ text) {
  return records.find(({ type, target }) => type === "characterData" && target === text)
    ?.oldValue ?? null
}

/**
 * @param {Text} text
 * @param {Known} known
 */
function keepTogether(text, { own, font }) {
  const gone = !text.isConnected
  if (!gone && !text.data && font.isConnected) {
    if (text.nextSibling !== font && !isFont(text.parentNode)) text.after(font)
    return
  }
  translated.delete(text)
  // the translator took its translation back
  if (!gone && !text.data && !font.isConnected) text.data = own
  const outer = outermost(text)
  if (outer) outer.replaceWith(text)
  font.remove()
}

/** The translation that a text lies in, if it was taken while it was empty. */
function outermost(/** @type {Node} */ node) {
  /** @type {any} */
  let outer = null
  for (let at = node.parentNode; isFont(at); at = at?.parentNode ?? null) outer = at
  return outer
}

const isFont = (/** @type {Node | null} */ node) => node?.nodeName === "FONT"
