// What has the focus on a live page. Parts of a page are replaced at every step, and with them what
// was focused; the browser then puts the focus nowhere, and who uses a keyboard or a screen reader
// has to begin at the top. It is handed to the heading of what came instead.
import { ownText } from "./translated.js"

/**
 * Keeps the focus in `app` and lets buttons that are busy (aria-disabled) keep it too: they are not
 * pressed, but they stay where somebody is.
 * @param {HTMLElement} app
 */
export function keepFocus(app) {
  const keeper = new FocusKeeper(app)
  document.addEventListener("focusin", ({ target }) => keeper.took(/** @type {any} */ (target)))
  document.addEventListener("focusout", () => keeper.left())
  document.addEventListener("keydown", () => (keeper.byKey = true), true)
  document.addEventListener("pointerdown", () => (keeper.byKey = false), true)
  for (const event of ["click", "keydown"]) app.addEventListener(event, ignoreBusy, true)
  new MutationObserver((records) => keeper.changed(records)).observe(app, {
    attributes: true,
    attributeFilter: ["disabled", "hidden"],
    childList: true,
    subtree: true,
  })
}

/** @param {Event} event */
function ignoreBusy(event) {
  const pressed = event.type === "click" || ["Enter", " "].includes(/** @type {any} */ (event).key)
  const target = /** @type {Element} */ (event.target)
  if (!pressed || !target.closest("button[aria-disabled=true]")) return
  event.preventDefault()
  event.stopPropagation()
}

class FocusKeeper {
  /** @param {HTMLElement} app */
  constructor(app) {
    this.app = app
    /** Whether the last thing that somebody did was to press a key. */
    this.byKey = false
    /** @type {HTMLElement | null} what holds the focus, or held it when it went */
    this.held = null
    /** @type {HTMLElement | null} what held the focus last, also when somebody left it */
    this.last = null
    /** @type {Element[]} what `held` stands in, from near to far */
    this.around = []
    /** @type {{node: Element | null, words: string}} the title of the page then */
    this.title = { node: null, words: "" }
    /** @type {HTMLElement | null} what held the focus before a dialog came */
    this.opener = null
  }

  /** @param {HTMLElement} element */
  took(element) {
    const inside = this.app.contains(element)
    const dialog = inside && element.closest("dialog")
    if (!dialog) this.opener = null
    else if (this.held && !dialog.contains(this.held)) this.opener = this.held
    this.held = inside ? element : null
    this.last = this.held
    this.around = ancestors(element, this.app)
    const node = titleIn(this.app)
    this.title = { node, words: node ? ownText(node) : "" }
  }

  /** Somebody left it for nothing else; what was taken away is not connected by then. */
  left() {
    const { held } = this
    queueMicrotask(() => {
      if (held === this.held && held && canHold(held) && isNowhere()) this.held = null
    })
  }

  /**
   * The page changed: if what held the focus was moved it takes it again, and if it went the focus
   * is handed on.
   * @param {MutationRecord[]} records
   */
  changed(records) {
    const { last } = this
    if (last && canHold(last) && isNowhere() && records.some((one) => takesOut(one, last))) {
      return last.focus({ preventScroll: true })
    }
    if (!this.held || canHold(this.held) || !isNowhere(this.held)) return
    const target = this.heir()
    // what comes instead may still have to load
    if (!target) return
    this.held = null
    if (!target.matches("button, a, input, textarea, select, [tabindex]")) target.tabIndex = -1
    target.focus({ preventScroll: !this.byKey })
  }

  /** @returns {HTMLElement | null} */
  heir() {
    const dialog = topDialog(this.app)
    if (!dialog && this.opener && canHold(this.opener)) return this.opener
    const title = titleIn(this.app)
    const same = title === this.title.node && (title ? ownText(title) : "") === this.title.words
    if (!same && !dialog) return title
    const near = this.around.find((one) => one.isConnected && headingIn(one))
    return headingIn(near ?? dialog ?? this.app) ?? title
  }
}

/**
 * @param {Element} element
 * @param {Element} end
 */
function ancestors(element, end) {
  const found = []
  for (let at = element.parentElement; at; at = at.parentElement) {
    found.push(at)
    if (at === end) break
  }
  return found
}

/**
 * @param {MutationRecord} record
 * @param {Element} element
 */
const takesOut = ({ removedNodes }, element) =>
  [...removedNodes].some((node) => node.contains(element))

/** @param {any} element */
const canHold = (element) =>
  element.isConnected && !element.disabled && !element.closest("[hidden]")

/** @param {Element} [held] */
const isNowhere = (held) => [document.body, null, held].includes(document.activeElement)

/** @returns {HTMLElement | null} the one title of the page, not one in a picture of another page */
export const titleIn = (/** @type {Element} */ root) => first(root, "h1")
const headingIn = (/** @type {Element} */ root) => first(root, "h1, h2, h3")

/**
 * @param {Element} root
 * @param {string} what
 * @returns {HTMLElement | null}
 */
function first(root, what) {
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(what))]
  return all.find((one) => !one.closest("[aria-hidden=true]")) ?? null
}

const topDialog = (/** @type {Element} */ app) => [...app.querySelectorAll("dialog[open]")].at(-1)
