// Unconfirmed answers in localStorage, one key for each, so that two tabs of one phone do not
// overwrite each other's.
/** @import { Answer, Memory } from "./protocol.d.ts" */
/** @typedef {Answer & {id: string, at: number}} StoredAnswer */

export class StoredAnswers {
  /**
   * @param {string} keep names the person and the meeting
   * @param {Memory} memory
   */
  constructor(keep, memory) {
    this.start = `odv:outbox:${keep}:`
    this.list = `odv:outbox:${keep}` // one list of all, as earlier versions kept it
    this.memory = memory
  }

  /**
   * All that is there, the oldest first.
   * @returns {StoredAnswer[]}
   */
  all() {
    try {
      this.takeOverList()
      const keys = Array.from({ length: this.memory.length }, (_none, at) => this.memory.key(at))
      return keys.filter((key) => key?.startsWith(this.start))
        .map((key) => parsed(this.memory.getItem(key ?? "")))
        .filter((item) => item?.id && item.kind === "answer")
        .sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
    } catch {
      return []
    }
  }

  takeOverList() {
    const items = parsed(this.memory.getItem(this.list))
    if (Array.isArray(items)) { for (const item of items) if (item?.id) this.put(item) }
    this.memory.removeItem(this.list)
  }

  /** @param {StoredAnswer} item */
  put(item) {
    try {
      this.memory.setItem(this.start + item.id, JSON.stringify(item))
    } catch {
      // no memory to write in (private browsing, or full): the page itself still holds it
    }
  }

  /** @param {{id: string}} item */
  remove(item) {
    try {
      this.memory.removeItem(this.start + item.id)
    } catch {
      // as above
    }
  }

  /**
   * Parses a `storage` event of another tab into {id, item}, with `item` null when it was removed;
   * null for other keys.
   * @param {{key: string | null, newValue: string | null}} event
   * @returns {{id: string, item: StoredAnswer | null} | null}
   */
  told({ key, newValue }) {
    if (!key?.startsWith(this.start)) return null
    return { id: key.slice(this.start.length), item: newValue ? parsed(newValue) : null }
  }
}

function parsed(/** @type {string | null} */ text) {
  try {
    return JSON.parse(text ?? "null")
  } catch {
    return null
  }
}
