// Text that was typed and not sent yet, kept in the browser's own memory under the person's name
// for this meeting.

/** {read(key), write(key, text)} for one owner; an empty text removes the draft. */
export function drafts(owner, storage = globalThis.localStorage) {
  // storage may be full or forbidden: then the page itself still holds what was typed
  const written = new Map()
  const place = (key) => `odv:draft:${owner}:${key}`
  return {
    read: (key) => {
      if (written.has(key)) return written.get(key)
      try {
        return storage.getItem(place(key)) ?? ""
      } catch {
        return ""
      }
    },
    write: (key, text) => {
      written.set(key, text)
      try {
        if (text) storage.setItem(place(key), text)
        else storage.removeItem(place(key))
      } catch {
        // see above
      }
    },
  }
}
