// The note that somebody is writing and did not keep yet: its words and choices, on this device.

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Memory */

const START = "odv:note:"
/** What a reload may bring back; the id and the day of a note are always those of the new page. */
const FIELDS = ["text", "quote", "question", "consent", "area", "indicator"]

/**
 * The place of the draft of a person on a visit.
 * @param {string} person
 * @param {string} visit
 */
export const placeOf = (person, visit) => `${START}${person}:${visit}`

/**
 * What was being written, by the name of its field; empty for nothing. An earlier version kept the
 * words alone.
 * @param {Memory} memory
 * @param {string} place
 * @returns {Record<string, string>}
 */
export function readDraft(memory, place) {
  const found = memory.getItem(place) ?? ""
  try {
    const fields = JSON.parse(found)
    if (fields && typeof fields === "object" && !Array.isArray(fields)) return chosen(fields)
  } catch {
    // words alone
  }
  return chosen({ text: found })
}

/**
 * @param {Memory} memory
 * @param {string} place
 * @param {Record<string, unknown>} fields
 */
export function writeDraft(memory, place, fields) {
  const draft = chosen(fields)
  if (Object.keys(draft).length) memory.setItem(place, JSON.stringify(draft))
  else memory.removeItem(place)
}

/**
 * Takes away all drafts of a person.
 * @param {Memory} memory
 * @param {string} person
 */
export function forgetDrafts(memory, person) {
  const places = Array.from({ length: memory.length }, (_none, at) => memory.key(at))
  for (const place of places) {
    if (place?.startsWith(placeOf(person, ""))) memory.removeItem(place)
  }
}

/**
 * Whether a person was writing something, on any visit.
 * @param {Memory} memory
 * @param {string} person
 */
export function hasDraft(memory, person) {
  return Array.from({ length: memory.length }, (_none, at) => memory.key(at))
    .some((place) => place?.startsWith(placeOf(person, "")) && readDraft(memory, place).text)
}

/** @param {Record<string, unknown>} fields */
function chosen(fields) {
  return Object.fromEntries(
    FIELDS.filter((name) => fields[name]).map((name) => [name, String(fields[name])]),
  )
}
