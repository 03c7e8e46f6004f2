// On the page that says that the own page was closed here: what somebody was still writing goes.
// Notes that were kept and wait for a connection stay.
import { forgetDrafts } from "./draft.js"
import { draftsOf, KeptNotes } from "./kept.js"

const person = document.getElementById("closed")?.dataset.person ?? ""

async function forget() {
  const kept = new KeptNotes()
  for (const one of await kept.of(draftsOf(person))) await kept.remove(one.client)
}

if (person) {
  try {
    forgetDrafts(localStorage, person)
  } catch {
    // no memory (private browsing): nothing was written to it
  }
  forget()
}
