// Progressive enhancement of the join form: known names to tap, a list of organisations that
// collapses after a choice, and typed text that survives a reload.
const MOMENT = 400
const form = /** @type {HTMLFormElement} */ (document.getElementById("door"))
const place = `odv:door:${form.dataset.code}`
const list = /** @type {HTMLElement} */ (form.querySelector(".list"))
const again = /** @type {HTMLElement} */ (document.getElementById("again"))
const name = /** @type {HTMLInputElement} */ (document.getElementById("name"))
const fields = () => inputs("input.field")

/**
 * @param {string} selector
 * @returns {HTMLInputElement[]}
 */
function inputs(selector) {
  return [...form.querySelectorAll(selector)].filter((one) => one instanceof HTMLInputElement)
}

/**
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
function parts(selector) {
  return [...form.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement)
}

/** What an event came from, or from within. */
const within = (/** @type {Event} */ event, /** @type {string} */ selector) =>
  event.target instanceof Element
    ? /** @type {HTMLElement | null} */ (event.target.closest(selector))
    : null

function chosen() {
  return inputs("input[name=organisation]:checked")[0]?.value
}

/** The chosen name shows where it was tapped, also when the field is out of sight. */
function markName() {
  const typed = name.value.trim()
  for (const chip of parts("[data-name]")) {
    chip.setAttribute("aria-pressed", String(chip.dataset.name === typed))
  }
}

function showNames() {
  markName()
  for (const other of parts(".other")) other.hidden = chosen() !== "+"
  for (const group of parts(".known")) group.hidden = group.dataset.of !== chosen()
}

/**
 * With `chosenNow` only the chosen organisation is left in the list. With the keyboard the whole
 * list stays.
 */
function fold(chosenNow) {
  list.classList.toggle("chosen", chosenNow)
  again.hidden = !chosenNow
  for (const one of parts(".o")) {
    one.classList.toggle("aside", chosenNow && !one.querySelector("input")?.checked)
  }
}

function remember() {
  const typed = Object.fromEntries(fields().map((field) => [field.name, field.value]))
  try {
    sessionStorage.setItem(place, JSON.stringify({ ...typed, organisation: chosen() }))
  } catch {
    // no storage (private browsing): the form itself still holds the text
  }
}

function recall() {
  try {
    const typed = JSON.parse(sessionStorage.getItem(place) ?? "{}")
    for (const field of fields()) field.value ||= typed[field.name] ?? ""
    const radio = inputs("input[name=organisation]").find((one) => one.value === typed.organisation)
    if (radio && !chosen()) radio.checked = true
  } catch {
    // nothing to recall
  }
}

/**
 * What was refused goes once it is mended: a choice that was missing, or what was typed. A question
 * about the name stays as long as that name does.
 */
const lacksChoice = !chosen()
function mended(field) {
  const said = document.getElementById("why")
  if (said?.querySelector("button") && field.name !== "name") return
  if (!lacksChoice || chosen()) said?.remove()
}

recall()
showNames()
fold(Boolean(chosen()))
const why = document.getElementById("why")
if (why) {
  why.focus()
  // A form that was refused is a page of its own: on the way back the browser would have to send it
  // again, and shows an error page instead.
  history.replaceState(null, "", location.href)
}
form.addEventListener("input", (event) => {
  mended(event.target)
  markName()
  remember()
})
form.addEventListener("change", () => {
  showNames()
  remember()
})
list.addEventListener("pointerup", (event) => {
  const radio = within(event, ".o")?.querySelector("input")
  // after a delay, so that the second tap of a double tap does not hit another organisation
  if (radio) {
    setTimeout(() => {
      if (radio.checked) {
        fold(true)
        radio.closest("fieldset")?.scrollIntoView({ block: "start" })
      }
    }, MOMENT)
  }
})
again.addEventListener("click", () => fold(false))
form.addEventListener("click", (event) => {
  const known = within(event, "[data-name]")?.dataset.name
  if (known === undefined) return
  name.value = known
  mended(name)
  markName()
  remember()
  document.getElementById("in")?.focus()
})
