// What somebody typed in a form and did not send yet outlives a reload, in this tab alone.
import { FORM_START } from "./form_memory.js"

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} KeptField */

for (const form of document.querySelectorAll("form[data-keep]")) {
  if (form instanceof HTMLFormElement) keep(form, FORM_START + form.dataset.keep)
}

/**
 * @param {HTMLFormElement} form
 * @param {string} place
 */
function keep(form, place) {
  // What was refused came back in the form itself, and says more than what was kept.
  if (!form.parentElement?.querySelector(".refused")) bring(form, place)
  form.addEventListener("input", () => {
    put(place, valuesOf(form))
    // What was said of the words before is not about these.
    form.querySelector(".kept")?.remove()
  })
  form.addEventListener("submit", () => {
    if (navigator.onLine) put(place, { sent: valuesOf(form) })
  })
}

/**
 * @param {HTMLFormElement} form
 * @returns {KeptField[]}
 */
function fieldsOf(form) {
  return /** @type {KeptField[]} */ ([...form.elements].filter((one) =>
    one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement ||
    (one instanceof HTMLInputElement && one.type !== "hidden")
  ))
}

/**
 * @param {HTMLFormElement} form
 * @returns {(string | boolean)[]}
 */
function valuesOf(form) {
  return fieldsOf(form).map((one) => isTick(one) ? one.checked : one.value)
}

/**
 * @param {KeptField} one
 * @returns {one is HTMLInputElement}
 */
function isTick(one) {
  return one instanceof HTMLInputElement && (one.type === "checkbox" || one.type === "radio")
}

/**
 * @param {HTMLFormElement} form
 * @param {string} place
 */
function bring(form, place) {
  let kept
  try {
    kept = JSON.parse(sessionStorage.getItem(place) ?? "null")
  } catch {
    return
  }
  const fields = fieldsOf(form)
  // A form that has other fields by now is another form.
  // What was sent is brought back to who returns from the browser's page for a lost connection.
  if (kept?.sent && !isReturn()) return put(place, null)
  kept = kept?.sent ?? kept
  if (!Array.isArray(kept) || kept.length !== fields.length) return
  fields.forEach((one, at) => {
    if (isTick(one)) one.checked = kept[at] === true
    else one.value = String(kept[at])
  })
}

/** Whether the page was opened by the browser's way back or a reload. */
function isReturn() {
  const [entry] = performance.getEntriesByType("navigation")
  const { type } = /** @type {PerformanceNavigationTiming} */ (entry ?? {})
  return type === "back_forward" || type === "reload"
}

/**
 * @param {string} place
 * @param {(string | boolean)[] | { sent: (string | boolean)[] } | null} values
 */
function put(place, values) {
  try {
    if (values) sessionStorage.setItem(place, JSON.stringify(values))
    else sessionStorage.removeItem(place)
  } catch {
    // A browser that keeps nothing still sends the form.
  }
}
