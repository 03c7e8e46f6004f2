// What a person can see and press on a page, for any browser that runs a script: the same answer
// inside a shadow root as outside.
function finder() {
  const ROLES = {
    button: "button, summary, a[href], input[type=radio], input[type=checkbox], [role=button], " +
      "[role=link], [role=menuitem], [role=switch], [role=radio], [role=slider]",
    field: "textarea, select, input:not([type=radio], [type=checkbox], [type=hidden])",
    picture: "svg[role=img], img[alt]:not([alt=''])",
  }
  // Scripts that fail are told about at the end of a test.
  if (!globalThis.odvErrors) {
    globalThis.odvErrors = []
    addEventListener("error", (event) => globalThis.odvErrors.push(String(event.message)))
    addEventListener(
      "unhandledrejection",
      (event) => globalThis.odvErrors.push(String(event.reason)),
    )
  }

  const flat = (text) => text.replace(/\s+/g, " ").trim()
  const inside = (node) => node.shadowRoot ? [node.shadowRoot, node] : [node]

  function elements(selector, root = document) {
    const found = [...root.querySelectorAll(selector)]
    const hosts = [...root.querySelectorAll("*")].filter((one) => one.shadowRoot)
    return found.concat(...hosts.map((host) => elements(selector, host.shadowRoot)))
  }

  function texts(node, shown) {
    if (node.nodeType === Node.TEXT_NODE) return [node.data]
    if (node.nodeType === Node.ELEMENT_NODE && !shown(node)) return []
    return inside(node).flatMap((one) => [...one.childNodes]).flatMap((one) => texts(one, shown))
  }

  const visible = (element) => {
    if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|HEAD)$/.test(element.tagName)) return false
    const { display, visibility } = getComputedStyle(element)
    return display !== "none" && visibility !== "hidden"
  }
  const isControl = (element) => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName)
  const textOf = (element, shown) => flat(texts(element, shown).join(" "))

  function nameOf(element) {
    const by = element.getAttribute("aria-labelledby")
    if (by) {
      const root = element.getRootNode()
      return flat(by.split(/\s+/).map((id) => root.getElementById(id)?.textContent ?? "").join(" "))
    }
    const said = element.getAttribute("aria-label") ?? element.getAttribute("alt")
    if (said !== null) return flat(said)
    if (!isControl(element)) return textOf(element, visible)
    const outside = (one) => !isControl(one)
    return flat([...element.labels ?? []].map((one) => textOf(one, outside)).join(" "))
  }

  // What is pressed of a radio that is drawn by its label is the label.
  const target = (element) => element.matches("label input") ? element.closest("label") : element

  function boxOf(element) {
    const pressed = target(element)
    const own = pressed.getBoundingClientRect()
    // A handle without a size of its own is as large as what is drawn in it.
    const { x, y, width, height } = own.width && own.height ? own : contentsOf(pressed)
    return { x, y, width, height, element: pressed }
  }

  function contentsOf(element) {
    const range = document.createRange()
    range.selectNodeContents(element)
    return range.getBoundingClientRect()
  }

  const inSight = ({ width, height, element }) => width > 0 && height > 0 && visible(element)

  function topmost(x, y, root = document) {
    const at = root.elementFromPoint(x, y)
    return at?.shadowRoot && at.shadowRoot !== root ? topmost(x, y, at.shadowRoot) ?? at : at
  }

  function isFree({ x, y, width, height, element }) {
    const at = topmost(x + width / 2, y + height / 2)
    return Boolean(at) && (element.contains(at) || at.contains(element))
  }

  const fits = (name, wanted) =>
    wanted.endsWith("…") ? name.startsWith(wanted.slice(0, -1)) : name === wanted

  function found(role, name) {
    return elements(ROLES[role] ?? role).filter((one) => inSight(boxOf(one)))
      .filter((one) => fits(nameOf(one), name))
  }

  const isOff = (element) => element.disabled || element.getAttribute("aria-disabled") === "true"

  /** The place of an element where nothing lies over it, or null. */
  function freePlace(element) {
    if (!isFree(boxOf(element))) {
      target(element).scrollIntoView({ block: "center", inline: "center" })
    }
    const box = boxOf(element)
    const { x, y, width, height } = box
    return isFree(box) ? { x, y, width, height } : null
  }

  return {
    /** All text that is displayed, in the order of the page. */
    words: () => document.body ? textOf(document.body, visible) : "",

    /** The place of a control that can be reached, scrolled into view; else null. */
    place(role, name) {
      const able = found(role, name).filter((one) => !isOff(one))
      return able.reduce((place, one) => place ?? freePlace(one), null)
    },

    /** What a field holds. */
    value: (name) => found("field", name)[0]?.value ?? null,

    /** Choose from a list by the words of the option; whether it could be done. */
    choose(name, words) {
      const list = found("field", name)[0]
      const option = [...list?.options ?? []].find((one) => flat(one.textContent) === words)
      if (!option) return false
      list.value = option.value
      list.dispatchEvent(new Event("input", { bubbles: true }))
      list.dispatchEvent(new Event("change", { bubbles: true }))
      return true
    },

    /** Where a link leads. */
    leads: (name) => found("button", name)[0]?.href ?? null,

    /** The names of all that can be pressed or filled in, to find out why a test waits. */
    offers: () =>
      ["button", "field"].flatMap((role) =>
        elements(ROLES[role]).filter((one) => inSight(boxOf(one))).map((one) =>
          `${role} ${nameOf(one)}`
        )
      ),

    errors: () => globalThis.odvErrors,
  }
}
