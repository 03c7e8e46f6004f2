// Without a connection a form would lead to the browser's own error page: say so here instead.
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { untilOnline } from "./until_online.js"

document.addEventListener("submit", (event) => {
  const form = event.target
  if (navigator.onLine || !(form instanceof HTMLFormElement)) return
  event.preventDefault()
  form.querySelector("[data-offline]")?.remove()
  const told = document.createElement("p")
  told.className = "refused"
  told.setAttribute("role", "alert")
  told.textContent = _("Geen verbinding. Probeer het straks opnieuw.")
  untilOnline(told)
  // Where the finger is: the top of a long form is out of sight.
  const button = event.submitter ?? form.querySelector("button")
  if (button) button.before(told)
  else form.prepend(told)
  told.scrollIntoView({ block: "nearest" })
})
