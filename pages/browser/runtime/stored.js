// Answers that the server has not confirmed, in the browser's own memory: one key for each, so that
// two tabs of one phone never write over each other's.

export class StoredAnswers {
  constructor(keep, storage = globalThis.localStorage) {
    this.start = `odv:outbox:${keep}:`
    this.list = `odv:outbox:${keep}` // one list of all, as earlier versions kept it
    this.storage = storage
  }

  /** All that is there, the oldest first. */
  all() {
    try {
      this.takeOverList()
      const keys = Array.from({ length: this.storage.length }, (_none, at) => this.storage.key(at))
      return keys.filter((key) => key?.startsWith(this.start))
        .map((key) => parsed(this.storage.getItem(key)))
        .filter((item) => item?.id && item.kind === "answer")
        .sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
    } catch {
      return []
    }
  }

  takeOverList() {
    const items = parsed(this.storage.getItem(this.list))
    if (Array.isArray(items)) { for (const item of items) if (item?.id) this.put(item) }
    this.storage.removeItem(this.list)
  }

  put(item) {
    try {
      this.storage.setItem(this.start + item.id, JSON.stringify(item))
    } catch {
      // no memory to write in (private browsing, or full): the page itself still holds it
    }
  }

  remove(item) {
    try {
      this.storage.removeItem(this.start + item.id)
    } catch {
      // as above
    }
  }

  /**
   * What a `storage` event says of another tab: {id, item}, `item` null when it was removed; null
   * for other keys.
   */
  told({ key, newValue }) {
    if (!key?.startsWith(this.start)) return null
    return { id: key.slice(this.start.length), item: newValue ? parsed(newValue) : null }
  }
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
