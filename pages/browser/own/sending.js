// Sends kept notes, and after each its photos. What does not arrive stays, and is tried again.
/** @import { KeptNote, KeptNotes } from "./kept.js" */
import { _ } from "../../../exercises/kit/browser/i18n.js"

/** @typedef {"done" | "waiting" | "offline" | "gone"} Outcome */
/**
 * @typedef {object} Sent
 * @property {"done" | "waiting" | "gone"} outcome `waiting` when something did not arrive, `gone`
 * when this browser may not send for that person any more
 * @property {string[]} told what somebody must know of what was sent: a photo that can't be kept
 */
/** @typedef {{outcome: Outcome, refused?: string, note?: string}} Answered */

/**
 * Sends all notes of a person, one after the other.
 * @param {KeptNotes} kept
 * @param {string} person
 * @returns {Promise<Sent>}
 */
export async function sendAll(kept, person) {
  /** @type {Sent} */
  const made = { outcome: "done", told: [] }
  for (const note of await kept.of(person)) {
    // Of a note that has arrived only a photo can have been refused.
    if (note.refused && !note.sent) continue
    const outcome = await sendNote(kept, note, made.told)
    if (outcome === "gone") return { ...made, outcome }
    // Later notes wait too: they would come before this one where the connection is back meanwhile.
    if (outcome === "offline") return { ...made, outcome: "waiting" }
    if (outcome === "waiting") made.outcome = outcome
  }
  return made
}

/**
 * @param {KeptNotes} kept
 * @param {KeptNote} note
 * @param {string[]} told
 * @returns {Promise<Outcome>}
 */
async function sendNote(kept, note, told) {
  const address = addressOf(note)
  if (!note.sent) {
    const answer = await post(address, JSON.stringify(note.fields), "application/json")
    if (answer.outcome !== "done") return answer.outcome
    if (answer.refused) {
      await kept.put({ ...note, refused: answer.refused })
      return "done"
    }
    note = { ...note, sent: true, id: answer.note }
    await kept.put(note)
  }
  const outcome = await sendPhotos(kept, note, told)
  if (outcome === "done") await kept.remove(note.client)
  return outcome
}

/**
 * A photo that can't be kept holds up nothing: the rest goes, and it is said once.
 * @param {KeptNotes} kept
 * @param {KeptNote} note
 * @param {string[]} told
 * @returns {Promise<Outcome>}
 */
async function sendPhotos(kept, note, told) {
  const words = String(note.fields.text ?? "").trim()
  let why = ""
  while (note.photos.length) {
    const [photo, ...rest] = note.photos
    const query = new URLSearchParams({ notitie: note.client, foto: photo.id })
    const answer = await post(`${addressOf(note)}/foto?${query}`, photo.blob, photo.blob.type)
    if (answer.outcome !== "done") return answer.outcome
    why = answer.refused ?? why
    note = { ...note, photos: rest, arrived: (note.arrived ?? 0) + (answer.refused ? 0 : 1) }
    await kept.put(note)
  }
  if (!why) return "done"
  told.push(
    `${
      words ? _("Je woorden zijn bewaard, een foto niet.") : _("Een foto is niet bewaard.")
    } ${why}`,
  )
  return words || note.arrived || !note.id ? "done" : await takeAway(note)
}

/** A note without words or photos is none. @param {KeptNote} note @returns {Promise<Outcome>} */
async function takeAway(note) {
  const sent = JSON.stringify({ what: "remove", note: note.id })
  const { outcome } = await post(addressOf(note), sent, "application/json")
  return outcome
}

/** @param {KeptNote} note */
const addressOf = (note) => `/mijn/schrift/${encodeURIComponent(note.visit)}`

/**
 * Posts something: `refused` where the server does not take it, and says why; `note` the id under
 * which the server has it.
 * @param {string} address
 * @param {BodyInit} body
 * @param {string} type
 * @returns {Promise<Answered>}
 */
export async function post(address, body, type) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      body,
      headers: { "Content-Type": type || "application/octet-stream" },
    })
    if (answer.status === 410) return { outcome: "gone" }
    const told = await answer.json()
    if (answer.ok && told.ok) return { outcome: "done", note: told.note }
    return told.refused ? { outcome: "done", refused: told.refused } : { outcome: "waiting" }
  } catch {
    return { outcome: "offline" }
  }
}
