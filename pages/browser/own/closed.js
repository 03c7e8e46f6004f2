// On the page that says that the own page was closed here: what somebody was still writing goes.
// Notes that were kept and wait for a connection stay, and are told of.
import { ngettext } from "../../../exercises/kit/browser/i18n.js"
import { forgetDrafts } from "./draft.js"
import { forgetForms } from "./form_memory.js"
import { draftsOf, KeptNotes } from "./kept.js"

const place = document.getElementById("closed")
const person = place?.dataset.person ?? ""

async function forget() {
  const kept = new KeptNotes()
  for (const one of await kept.of(draftsOf(person))) await kept.remove(one.client)
  const left = (await kept.of(person)).length
  if (!left || !place) return
  const told = document.createElement("p")
  told.className = "refused"
  told.setAttribute("role", "alert")
  told.textContent = ngettext(
    "Eén notitie staat alleen op dit toestel. Open hier je eigen link, dan gaat ze mee.",
    "{n} notities staan alleen op dit toestel. Open hier je eigen link, dan gaan ze mee.",
    left,
  )
  place.append(told)
}

if (person) {
  try {
    forgetDrafts(localStorage, person)
    forgetForms(sessionStorage)
  } catch {
    // no memory (private browsing): nothing was written to it
  }
  forget()
}
