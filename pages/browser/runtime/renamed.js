// What was typed and not sent comes along when the facilitator said that the person of this phone
// is another one of the list, and goes back when that is undone.
/** @import { Boot, Memory } from "./protocol.d.ts" */

const KINDS = ["draft", "outbox"]

/**
 * Moves what one owner keeps to another one; where that one has something already, it stays. What
 * the new owner had here before never goes to the other one when this is undone.
 * @param {Pick<Boot, "keep" | "kept_before">} boot
 * @param {Memory} memory
 */
export function takeAlong({ keep, kept_before: before }, memory) {
  if (!before || before === keep) return
  try {
    const theirs = parsed(memory.getItem(mark(before)))
    if (memory.getItem(mark(keep)) === null) {
      memory.setItem(mark(keep), JSON.stringify(keysOf(keep, memory)))
    }
    for (const key of keysOf(before, memory)) {
      const to = renamed(key, before, keep)
      if (theirs.includes(key) || memory.getItem(to) !== null) continue
      memory.setItem(to, memory.getItem(key) ?? "")
      memory.removeItem(key)
    }
  } catch {
    // a memory that is full or forbidden: it stays where it is
  }
}

const mark = (/** @type {string} */ owner) => `odv:theirs:${owner}`

/**
 * @param {string} owner
 * @param {Memory} memory
 * @returns {string[]}
 */
function keysOf(owner, memory) {
  const keys = Array.from({ length: memory.length }, (_none, at) => memory.key(at) ?? "")
  return keys.filter((key) => KINDS.some((kind) => key.startsWith(`odv:${kind}:${owner}:`)))
}

/**
 * @param {string} key
 * @param {string} before
 * @param {string} keep
 */
function renamed(key, before, keep) {
  const kind = key.split(":")[1]
  return `odv:${kind}:${keep}:${key.slice(`odv:${kind}:${before}:`.length)}`
}

/**
 * @param {string | null} text
 * @returns {string[]}
 */
function parsed(text) {
  const found = JSON.parse(text ?? "[]")
  return Array.isArray(found) ? found : []
}
