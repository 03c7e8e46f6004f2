// What a screen reader is told without being asked. A page has one region for that (#odv-said, in
// pages/templates/live.html): a region that comes into the page together with its text is skipped.
import { useEffect, useRef } from "./vendor/htm-preact.js"

const REGION = "odv-said"
// ms in which sentences are gathered: what is said at once comes as one
const GATHER = 120
// ms after which the region is emptied: who reads on through the page would find it there, when it
// may not hold any more
const KEEP = 10_000

/** @type {string[]} */
let waiting = []

/** @type {number | undefined} */
let emptying

/**
 * Has a sentence read aloud, also when it is the same as the last one.
 * @param {string} text
 */
export function say(text) {
  const words = text.trim()
  if (!words || waiting.includes(words)) return
  waiting.push(words)
  if (waiting.length > 1) return
  // emptied first, or the same sentence again would be no change
  tell("")
  clearTimeout(emptying)
  setTimeout(() => {
    tell(waiting.join(" "))
    waiting = []
    emptying = setTimeout(() => tell(""), KEEP)
  }, GATHER)
}

function tell(/** @type {string} */ text) {
  const region = document.getElementById(REGION)
  if (region) region.textContent = text
}

/**
 * Says a sentence when it becomes another one: not the one that a component begins with, and none
 * that was the last. Without a sentence nothing is said and the last one stays known.
 * @param {string | null | undefined | false} text
 */
export function useSaid(text) {
  const last = useRef(text || "")
  useEffect(() => {
    if (!text || text === last.current) return
    last.current = text
    say(text)
  }, [text])
}
