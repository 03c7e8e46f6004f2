// What was typed on a sheet of an application and is not on the server yet, kept in the browser
// until it is: a reload, the way back and an error page of the browser lose nothing.

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} SheetMemory */
/** @typedef {Record<string, string>} SheetTexts by the name of the field */
/**
 * @typedef {object} KeptSheet
 * @property {number} at when it was typed, in ms
 * @property {SheetTexts} texts what stood in the fields
 * @property {Record<string, string[]>} known what the server may hold of each field: what it gave,
 *   and what was sent without an answer
 * @property {string} [start] the word of a first sheet, which makes sending it again the same
 *   application
 */

const PLACE = "odv:sheet:"
/** Who left a text that long ago finds what the server has. */
const KEPT_MS = 14 * 24 * 3600 * 1000
const MOST_KNOWN = 8

/** @param {string} text */
const plain = (text) => text.replace(/\s+/g, " ").trim()

/**
 * @param {SheetMemory} memory
 * @param {string} path the path of the sheet
 * @param {number} now in ms
 * @returns {KeptSheet | null} null where nothing waits
 */
export function readSheet(memory, path, now) {
  try {
    const found = JSON.parse(memory.getItem(PLACE + path) ?? "null")
    return found?.texts && found.known && now - found.at < KEPT_MS ? found : null
  } catch {
    return null
  }
}

/**
 * @param {SheetMemory} memory
 * @param {string} path
 * @param {KeptSheet} kept
 */
export function writeSheet(memory, path, kept) {
  try {
    memory.setItem(PLACE + path, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing still saves at the server.
  }
}

/**
 * @param {SheetMemory} memory
 * @param {string} path
 */
export function forgetSheet(memory, path) {
  try {
    memory.removeItem(PLACE + path)
  } catch {
    // see above
  }
}

/**
 * Adds what the server may hold by now.
 * @param {Record<string, string[]>} known
 * @param {SheetTexts} texts
 */
export function learn(known, texts) {
  for (const [name, text] of Object.entries(texts)) {
    const before = (known[name] ?? []).filter((one) => one !== text)
    known[name] = [...before, text].slice(-MOST_KNOWN)
  }
}

/**
 * Which kept texts go back into their fields, and which stand beside a text that came from
 * elsewhere meanwhile.
 * @param {KeptSheet} kept
 * @param {SheetTexts} given what the server gave
 * @returns {{ back: SheetTexts, beside: SheetTexts }}
 */
export function compared(kept, given) {
  /** @type {{ back: SheetTexts, beside: SheetTexts }} */
  const found = { back: {}, beside: {} }
  for (const [name, text] of Object.entries(kept.texts)) {
    const there = given[name]
    if (there === undefined || plain(there) === plain(text)) continue
    const ours = (kept.known[name] ?? []).some((one) => plain(one) === plain(there))
    found[ours ? "back" : "beside"][name] = text
  }
  return found
}
