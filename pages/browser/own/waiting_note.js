// A note that is on this device alone, as the list of the notebook shows it.
/** @import { KeptNote } from "./kept.js" */
import { _ } from "../../../exercises/kit/browser/i18n.js"

/**
 * @param {KeptNote} note
 * @param {(item: HTMLElement) => void} remove takes it away
 * @param {() => void} change puts it back in the form
 */
export function waiting(note, remove, change) {
  const item = document.createElement("li")
  item.className = "waits"
  item.dataset.client = note.client
  for (const one of note.photos) {
    const image = document.createElement("img")
    image.src = URL.createObjectURL(one.blob)
    image.alt = _("Je foto")
    item.append(image)
  }
  const words = line("words", String(note.fields.text))
  words.dir = "auto"
  const state = line(
    "who",
    note.refused
      ? _("Niet bewaard. {why}", { why: note.refused })
      : _("Staat op dit toestel. Gaat mee zodra er verbinding is. Alleen jij leest dit."),
  )
  const acts = document.createElement("div")
  acts.className = "acts"
  if (note.refused) acts.append(button(_("Verbeter"), change))
  acts.append(button(_("Haal weg"), () => remove(item)))
  item.append(words, state, acts)
  return item
}

/** @param {string} kind @param {string} words */
function line(kind, words) {
  const made = document.createElement("p")
  made.className = kind
  made.textContent = words
  return made
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const made = document.createElement("button")
  made.type = "button"
  made.className = "btn quiet"
  made.textContent = words
  made.addEventListener("click", act)
  return made
}
