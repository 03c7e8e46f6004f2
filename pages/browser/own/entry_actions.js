// Sharing, no longer sharing and taking away a note of the list, without leaving the page: where
// there is no connection nothing changes, and the note says so.
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { post } from "./sending.js"
import { untilOnline } from "./until_online.js"

/** @type {Record<string, () => string>} */
const DONE = {
  share: () => _("Gedeeld."),
  unshare: () => _("Niet meer gedeeld."),
  remove: () => _("Weggehaald."),
}
/** @type {Record<string, () => string>} */
const NEEDS = {
  share: () => _("Delen kan pas met verbinding. Je notitie is bewaard."),
  unshare: () => _("Geen verbinding. De notitie is nog gedeeld. Probeer het straks opnieuw."),
  remove: () => _("Geen verbinding. De notitie staat er nog. Probeer het straks opnieuw."),
}

/**
 * @param {HTMLElement} list
 * @param {() => Promise<void>} refresh puts what the server has in the list
 * @param {(words: string) => void} say tells what was done
 */
export function actOnEntries(list, refresh, say) {
  list.addEventListener("submit", (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    event.preventDefault()
    act(list, form, refresh, say)
  })
  list.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href*='?wijzig=']")
    if (!link || navigator.onLine) return
    event.preventDefault()
    tellOffline(link, _("Verbeteren kan pas met verbinding. Je notitie is bewaard."))
  })
}

/**
 * @param {HTMLElement} list
 * @param {HTMLFormElement} form
 * @param {() => Promise<void>} refresh
 * @param {(words: string) => void} say
 */
async function act(list, form, refresh, say) {
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button[name=what]"))
  const note = String(new FormData(form).get("note"))
  const what = button.value
  if (button.disabled) return
  button.disabled = true
  const sent = JSON.stringify({ what, note })
  const answer = await post(form.action, sent, "application/json")
  button.disabled = false
  if (answer.outcome === "gone") tell(form, _("Open je eigen link opnieuw."))
  else if (answer.outcome !== "done") tellOffline(form, NEEDS[what]())
  else if (answer.refused) tell(form, answer.refused)
  else {
    await refresh()
    say(DONE[what]())
    const there = [...list.querySelectorAll("input[name=note]")].find((one) =>
      one instanceof HTMLInputElement && one.value === note
    )
    const next = there?.closest("form")?.querySelector("button") ?? document.getElementById("mine")
    next?.focus()
  }
}

/**
 * @param {Element} at something of a note
 * @param {string} words
 */
function tell(at, words) {
  const entry = at.closest("li")
  entry?.querySelector(".refused")?.remove()
  const told = document.createElement("p")
  told.className = "refused"
  told.setAttribute("role", "alert")
  told.textContent = words
  entry?.append(told)
  return told
}

/**
 * As `tell`, of what needs a connection.
 * @param {Element} at
 * @param {string} words
 */
const tellOffline = (at, words) => untilOnline(tell(at, words))
