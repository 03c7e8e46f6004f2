// 'Wie mag dit zien?': a choice is made in place, so that nobody is thrown to the top of the page.
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { untilOnline } from "./until_online.js"

const see = document.getElementById("may-see")

/** The page as it is after a choice. @param {HTMLFormElement} form @param {HTMLButtonElement} by */
async function sent(form, by) {
  const body = new URLSearchParams()
  for (const [key, value] of new FormData(form)) body.append(key, String(value))
  body.append(by.name, by.value)
  const answer = await fetch(form.action, { method: "POST", body })
  return new DOMParser().parseFromString(await answer.text(), "text/html")
}

/** Shows the page after a choice, with the same thing open and the same button in focus.
 * @param {Document} after @param {string} asked @param {HTMLButtonElement} by */
function show(after, asked, by) {
  const fresh = after.getElementById("may-see")
  if (!see || !fresh) return location.reload()
  const told = fresh.querySelector("#moved")?.textContent ?? ""
  const status = see.querySelector("#moved")
  // What the reader had folded open stays so.
  const open = see.querySelector("#together")?.hasAttribute("open")
  if (open) fresh.querySelector("#together")?.setAttribute("open", "")
  for (const one of see.querySelectorAll(".bunch[open]")) {
    fresh.querySelector(`#${one.id}`)?.setAttribute("open", "")
  }
  see.querySelector(".in")?.replaceWith(...fresh.children)
  // A status is read aloud when its text changes, not when it comes with the page.
  const now = see.querySelector("#moved")
  if (now) {
    now.textContent = status?.textContent === told ? "" : now.textContent
    setTimeout(() => now.textContent = told, 60)
  }
  // What is one with the rest again has the key of the rest, and is the one that is open.
  const opened = see.querySelector(".place details[open]:not(.bunch)")?.id.slice(2)
  const thing = see.querySelector(`#d-${asked}`) ? asked : opened ?? asked
  const again = `#d-${thing} button[name="${by.name}"][value="${by.value}"]`
  const button = see.querySelector(again)
  const summary = see.querySelector(`#d-${thing} summary`)
  for (const one of [button, summary]) {
    if (one instanceof HTMLElement) {
      one.focus()
      one.scrollIntoView({ block: "nearest" })
      return
    }
  }
}

see?.addEventListener("submit", async (event) => {
  const form = event.target
  const by = event.submitter
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
  if (!(by instanceof HTMLButtonElement)) return
  event.preventDefault()
  const thing = String(new FormData(form).get("thing"))
  try {
    show(await sent(form, by), thing, by)
  } catch {
    const told = document.createElement("p")
    told.className = "refused"
    told.setAttribute("role", "alert")
    told.textContent = _("Geen verbinding. Probeer het straks opnieuw.")
    untilOnline(told)
    form.querySelector(".refused")?.remove()
    form.prepend(told)
  }
})
