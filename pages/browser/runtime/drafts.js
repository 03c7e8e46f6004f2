// Text that was typed and not sent yet, kept in the browser's own memory under the person's name
// for this meeting.
/** @import { Memory } from "./protocol.d.ts" */

/**
 * What one owner typed; an empty text removes the draft.
 * @param {string} owner
 * @param {Memory} memory
 */
export function drafts(owner, memory) {
  // memory may be full or forbidden: then the page itself still holds what was typed
  /** @type {Map<string, string>} */
  const written = new Map()
  const place = (/** @type {string} */ key) => `odv:draft:${owner}:${key}`
  return {
    /** @param {string} key */
    read(key) {
      const here = written.get(key)
      if (here !== undefined) return here
      try {
        return memory.getItem(place(key)) ?? ""
      } catch {
        return ""
      }
    },
    /**
     * @param {string} key
     * @param {string} text
     */
    write(key, text) {
      written.set(key, text)
      try {
        if (text) memory.setItem(place(key), text)
        else memory.removeItem(place(key))
      } catch {
        // see above
      }
    },
  }
}
