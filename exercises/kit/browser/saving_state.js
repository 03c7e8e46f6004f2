// The line below a field or a place that says how it stands. It is seen at every key, and told to a
// screen reader only when it matters: saved or not, once; and the last characters that are left.
import { html, useEffect, useRef } from "./vendor/htm-preact.js"
import { say } from "./speech.js"

// told when this many characters are left
const TOLD = [0, 10]

/**
 * `children` is what is seen: of it the parts `.saved` and `.refused` are told, each once until the
 * other comes between. `left`: how many characters still fit, or -1.
 */
export function SavingState(
  { id = null, tag = "p", class: kind = "writing-state", left = -1, children },
) {
  const line = useRef(null)
  const outcome = useRef(new Outcome()).current
  useEffect(() => {
    const told = outcome.news(words(line.current, ".saved, .refused"))
    if (told) say(told)
  })
  useEffect(() => {
    const count = words(line.current, ".muted")
    if (TOLD.includes(left) && /\d/.test(count)) say(count)
  }, [left])
  const beyond = id && left < 0 ? `${kind} is-beyond` : kind
  return html`<${tag} id=${id} class=${beyond} translate="no" ref=${line}>${children}<//>`
}

/** Which outcomes are news: not the one that stood there at first, and none twice in a row. */
export class Outcome {
  constructor() {
    /** @type {string | null} */
    this.known = null
    this.untouched = true
  }

  /**
   * @param {string} now what the line says, "" while it says nothing of an outcome
   * @returns {string} what is to be told
   */
  news(now) {
    // a count in a sentence does not make it another one
    const same = now.replace(/\d+/g, "")
    const before = this.known
    if (before === null) this.known = same
    else if (same) this.known = same
    else if (this.untouched) this.known = ""
    if (before !== null && this.known !== before) this.untouched = false
    return before !== null && same && same !== before ? now : ""
  }
}

/**
 * @param {Element} line
 * @param {string} what
 */
const words = (line, what) =>
  [...line.querySelectorAll(what)].map(({ textContent }) => textContent.trim().replace(/\s+/g, " "))
    .join(" ")
