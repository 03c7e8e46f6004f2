// A field with a limit (data-limit, in characters) takes all that is typed or pasted. What is too
// much is said below it, and the form is not sent before it fits: nothing is cut without a word.
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { surplus, surplusSentence } from "../../../exercises/kit/browser/surplus.js"

/** @typedef {HTMLInputElement | HTMLTextAreaElement} LimitedField */

/**
 * @param {ParentNode} within
 * @returns {LimitedField[]}
 */
const limited = (within) => [...within.querySelectorAll("[data-limit]")].filter(isText)

/**
 * @param {unknown} one
 * @returns {one is LimitedField}
 */
function isText(one) {
  return one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement
}

/** @param {LimitedField} field */
const tooMuch = (field) => surplus(field.value, Number(field.dataset.limit))

/** @param {LimitedField} field */
function toldAt(field) {
  const id = `over-${field.id}`
  const there = document.getElementById(id)
  if (there) return there
  const made = document.createElement("p")
  made.id = id
  made.className = "refused"
  made.hidden = true
  made.setAttribute("role", "status")
  field.after(made)
  const others = field.getAttribute("aria-describedby")
  field.setAttribute("aria-describedby", [others, id].filter(Boolean).join(" "))
  return made
}

/** Says of a field how much is too much. @param {LimitedField} field */
export function measure(field) {
  const n = tooMuch(field)
  const told = toldAt(field)
  const words = n ? `${surplusSentence(n)} ${_("Nog niet bewaard.")}` : ""
  if (told.textContent !== words) told.textContent = words
  told.hidden = !n
  if (n) field.setAttribute("aria-invalid", "true")
  else field.removeAttribute("aria-invalid")
}

document.addEventListener("input", (event) => {
  if (isText(event.target) && event.target.dataset.limit) measure(event.target)
})
document.addEventListener("submit", (event) => {
  const form = event.target
  const by = event.submitter
  if (!(form instanceof HTMLFormElement)) return
  // A button that keeps nothing, such as one for one more row, gives back all that was typed.
  if (by instanceof HTMLButtonElement && by.formNoValidate) return
  const over = limited(form).find((field) => tooMuch(field) > 0)
  if (!over) return
  event.preventDefault()
  event.stopImmediatePropagation()
  measure(over)
  over.focus()
  toldAt(over).scrollIntoView({ block: "nearest" })
}, true)
limited(document).forEach(measure)
