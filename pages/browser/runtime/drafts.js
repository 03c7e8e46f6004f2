// Text that was typed and not sent yet, kept in the browser's own memory under the person's name for this meeting.
const memory = new Map()

export function drafts(owner) {
  const place = (key) => `odv:draft:${owner}:${key}`
  return {
    read: (key) => {
      try {
        return localStorage.getItem(place(key)) ?? memory.get(place(key)) ?? ""
      } catch {
        return memory.get(place(key)) ?? ""
      }
    },
    write: (key, text) => {
      memory.set(place(key), text)
      try {
        if (text) localStorage.setItem(place(key), text)
        else localStorage.removeItem(place(key))
      } catch {
        // full or forbidden: the page itself still holds it
      }
    },
  }
}
