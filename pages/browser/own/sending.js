// Sends kept notes, and after each its photos. What does not arrive stays, and is tried again.
/** @import { KeptNote, KeptNotes } from "./kept.js" */

/** @typedef {"done" | "waiting" | "gone"} Outcome */

/**
 * Sends all notes of a person, one after the other. Gives `waiting` when something did not arrive,
 * `gone` when this browser may not send for that person any more.
 * @param {KeptNotes} kept
 * @param {string} person
 * @returns {Promise<Outcome>}
 */
export async function sendAll(kept, person) {
  /** @type {Outcome} */
  let outcome = "done"
  for (const note of await kept.of(person)) {
    if (note.refused) continue
    const one = await sendNote(kept, note)
    if (one === "gone") return "gone"
    if (one === "waiting") outcome = "waiting"
  }
  return outcome
}

/**
 * @param {KeptNotes} kept
 * @param {KeptNote} note
 * @returns {Promise<Outcome>}
 */
async function sendNote(kept, note) {
  const address = `/mijn/schrift/${encodeURIComponent(note.visit)}`
  if (!note.sent) {
    const answer = await post(address, JSON.stringify(note.fields), "application/json")
    if (answer.outcome !== "done") return answer.outcome
    if (answer.refused) return await refuse(kept, note, answer.refused)
    note = { ...note, sent: true }
    await kept.put(note)
  }
  while (note.photos.length) {
    const [photo, ...rest] = note.photos
    const query = new URLSearchParams({ notitie: note.client, foto: photo.id })
    const answer = await post(`${address}/foto?${query}`, photo.blob, photo.blob.type)
    if (answer.outcome !== "done") return answer.outcome
    if (answer.refused) return await refuse(kept, note, answer.refused)
    note = { ...note, photos: rest }
    await kept.put(note)
  }
  await kept.remove(note.client)
  return "done"
}

/**
 * @param {KeptNotes} kept
 * @param {KeptNote} note
 * @param {string} refused
 * @returns {Promise<Outcome>}
 */
async function refuse(kept, note, refused) {
  await kept.put({ ...note, refused })
  return "done"
}

/**
 * Posts something: `refused` where the server does not take it, and says why.
 * @param {string} address
 * @param {BodyInit} body
 * @param {string} type
 * @returns {Promise<{outcome: Outcome, refused?: string}>}
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
    if (answer.ok && told.ok) return { outcome: "done" }
    return told.refused ? { outcome: "done", refused: told.refused } : { outcome: "waiting" }
  } catch {
    return { outcome: "waiting" }
  }
}
