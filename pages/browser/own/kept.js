// Notes that the server does not have yet, in the browser's own database: with their photos, until
// each of them was confirmed. Where there is no database (private browsing) the page itself holds
// them.

/** @typedef {{id: string, blob: Blob}} KeptPhoto */
/** @typedef {Record<string, string | number>} Fields */
/**
 * @typedef {object} KeptNote
 * @property {string} client the id under which the server knows it too
 * @property {string} person
 * @property {string} visit
 * @property {number} at when it was written, in ms
 * @property {Fields} fields
 * @property {KeptPhoto[]} photos those that still must go
 * @property {boolean} sent whether the words have arrived
 * @property {string} [refused] why the server does not take it
 * @property {string} [id] the id that the server gave it
 * @property {number} [arrived] how many of its photos have arrived
 */

const NAME = "odv-schrift"
const STORE = "notes"

/**
 * Under what the photos of notes that a person did not keep yet lie, so that they are not sent.
 * @param {string} person
 */
export const draftsOf = (person) => `draft:${person}`

export class KeptNotes {
  constructor() {
    /** @type {Map<string, KeptNote>} */
    this.loose = new Map()
    /** @type {Promise<IDBDatabase | null>} */
    this.opened = opened()
  }

  /** Whether notes outlive this page. */
  async lasting() {
    return (await this.opened) !== null
  }

  /**
   * All notes of a person, the oldest first.
   * @param {string} person
   * @returns {Promise<KeptNote[]>}
   */
  async of(person) {
    const db = await this.opened
    const found = db
      ? await done(db.transaction(STORE).objectStore(STORE).getAll())
      : [...this.loose.values()]
    return found.filter((one) => one.person === person).sort((one, other) => one.at - other.at)
  }

  /** @param {KeptNote} note */
  async put(note) {
    const db = await this.opened
    if (db) await done(db.transaction(STORE, "readwrite").objectStore(STORE).put(note))
    else this.loose.set(note.client, note)
  }

  /** @param {string} client */
  async remove(client) {
    const db = await this.opened
    if (db) await done(db.transaction(STORE, "readwrite").objectStore(STORE).delete(client))
    else this.loose.delete(client)
  }
}

/** @returns {Promise<IDBDatabase | null>} */
function opened() {
  return new Promise((ready) => {
    try {
      const asked = indexedDB.open(NAME, 1)
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "client" })
      asked.onsuccess = () => ready(asked.result)
      asked.onerror = asked.onblocked = () => ready(null)
    } catch {
      ready(null)
    }
  })
}

/**
 * @template T
 * @param {IDBRequest<T>} asked
 * @returns {Promise<T>}
 */
function done(asked) {
  return new Promise((ready, failed) => {
    asked.onsuccess = () => ready(asked.result)
    asked.onerror = () => failed(asked.error)
  })
}

/** A random id. crypto.randomUUID is missing on plain http, which phones in a hall use. */
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")
}
