// The browser's own memory, or a stand-in for where it is forbidden, which lasts as long as the
// page.
/** @import { Memory } from "./protocol.d.ts" */

/**
 * @param {"localStorage" | "sessionStorage"} name
 * @returns {Memory}
 */
export function browserMemory(name) {
  try {
    globalThis[name].getItem("odv")
    return globalThis[name]
  } catch {
    return pageMemory()
  }
}

/** @returns {Memory} */
export function pageMemory() {
  /** @type {Map<string, string>} */
  const items = new Map()
  return {
    get length() {
      return items.size
    },
    key: (at) => [...items.keys()][at] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => void items.set(key, text),
    removeItem: (key) => void items.delete(key),
  }
}
