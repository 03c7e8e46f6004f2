// The fields of a sheet that people fill in, by name; what a page sends along unseen is no text.
/** @import { SheetTexts } from "./typed.js" */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} SheetField */

/**
 * @param {HTMLFormElement} form
 * @returns {SheetField[]}
 */
function fieldsOf(form) {
  return /** @type {SheetField[]} */ ([...form.elements].filter((one) =>
    one instanceof HTMLTextAreaElement ||
    (one instanceof HTMLInputElement && one.type !== "hidden" && one.tabIndex >= 0)
  ))
}

/**
 * What stands in the fields, "" for a choice that was not made; `given`: what the page came with.
 * @param {HTMLFormElement} form
 * @param {boolean} [given]
 */
export function textsOf(form, given = false) {
  /** @type {SheetTexts} */
  const texts = {}
  for (const one of fieldsOf(form)) {
    if (one.type !== "radio") texts[one.name] = given ? one.defaultValue : one.value
    else if (isChosen(one, given)) texts[one.name] = one.value
    else texts[one.name] ??= ""
  }
  return texts
}

/**
 * @param {SheetField} one
 * @param {boolean} given
 */
function isChosen(one, given) {
  const radio = /** @type {HTMLInputElement} */ (one)
  return given ? radio.defaultChecked : radio.checked
}

/**
 * @param {HTMLFormElement} form
 * @param {SheetTexts} texts
 */
export function putBack(form, texts) {
  for (const one of fieldsOf(form)) {
    const text = texts[one.name]
    if (text === undefined) continue
    if (one instanceof HTMLInputElement && one.type === "radio") one.checked = one.value === text
    else one.value = text
    // What stands folded away would look as if it were lost.
    if (text) one.closest("details")?.setAttribute("open", "")
  }
}

/**
 * A text that somebody typed here while the same field was changed elsewhere: it stands below the
 * field, to take over by hand.
 * @param {HTMLFormElement} form
 * @param {SheetTexts} texts
 * @param {string} words what stands before it
 */
export function putBeside(form, texts, words) {
  for (const [name, text] of Object.entries(texts)) {
    const field = fieldsOf(form).find((one) => one.name === name && one.type !== "radio")
    if (!field || !text) continue
    const note = document.createElement("p")
    note.className = "hint beside"
    note.dir = "auto"
    note.textContent = `${words} ${text}`
    field.after(note)
  }
}
