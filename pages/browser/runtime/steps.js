// Says each new step once. The root of a view names the step that it shows in data-step, and in
// data-say what is said of it; without that it is the title of the page and the lead below it.
import { say } from "../../../exercises/kit/browser/speech.js"
import { titleIn } from "./focus.js"
import { ownText } from "./translated.js"

// ms that a page gets to come to rest: a step and what stands in it may come one after the other
const REST = 150

/**
 * @param {HTMLElement} app
 */
export function sayEachStep(app) {
  const steps = new Steps(app)
  new MutationObserver(() => steps.changed()).observe(app, {
    attributes: true,
    attributeFilter: ["data-step", "data-say"],
    characterData: true,
    childList: true,
    subtree: true,
  })
}

class Steps {
  /** @param {HTMLElement} app */
  constructor(app) {
    this.app = app
    /** @type {number | undefined} */
    this.timer = undefined
    /** @type {string | null} */
    this.step = null
    this.title = ""
  }

  changed() {
    this.timer ??= setTimeout(() => this.look(), REST)
  }

  look() {
    this.timer = undefined
    const root = /** @type {HTMLElement | null} */ (this.app.querySelector("[data-step]"))
    const step = root?.dataset.step
    if (!root || !step) return
    const title = titleIn(this.app)
    const words = title ? sentence(title) : ""
    const first = this.step === null
    const came = step !== this.step
    // within a step a title that holds the focus is read by that
    const another = words !== this.title && document.activeElement !== title
    this.step = step
    this.title = words
    if (!first && (came || another)) say(root.dataset.say ?? withLead(title))
  }
}

/** @param {HTMLElement | null} title */
function withLead(title) {
  if (!title) return ""
  /** @type {NodeListOf<HTMLElement> | undefined} */
  const leads = title.parentElement?.querySelectorAll(".lead, .intro, .more")
  return [title, ...(leads ?? [])].map(sentence).filter(Boolean).join(" ")
}

/** With a full stop, for a pause before what comes after it. */
function sentence(/** @type {HTMLElement} */ element) {
  const text = ownText(element).trim().replace(/\s+/g, " ")
  return /[\p{L}\d]$/u.test(text) ? `${text}.` : text
}
