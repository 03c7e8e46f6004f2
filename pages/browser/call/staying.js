// Without a connection the links and buttons of a call stay where they are, and say so; a button
// goes on by itself once there is one.

import { post } from "./posting.js"

const AGAIN_MS = 4000
const told = /** @type {HTMLElement} */ (document.getElementById("no-connection"))
const words = told.dataset

/** @param {string} [sentence] */
function tell(sentence = "") {
  if (told.textContent !== sentence) told.textContent = sentence
}

/** @param {MouseEvent} event */
function stay(event) {
  const link = /** @type {Element} */ (event.target).closest?.("a[href]")
  if (!(link instanceof HTMLAnchorElement) || link.getAttribute("href")?.startsWith("#")) return
  if (navigator.onLine) return
  event.preventDefault()
  tell(words.link)
}

/** @param {HTMLFormElement} form */
function staysWith(form) {
  let going = false
  let waiting = 0

  async function go() {
    if (going) return
    going = true
    clearTimeout(waiting)
    const answer = await post(form.action, new URLSearchParams(), "text/html")
    if (answer?.redirected) {
      location.assign(answer.url)
    } else if (answer) {
      // It can't be done: the page that says why is an answer to the form itself.
      form.submit()
    } else {
      tell(words.button)
      waiting = setTimeout(go, AGAIN_MS)
    }
    going = false
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    go()
  })
  addEventListener("online", () => waiting && go())
}

document.addEventListener("click", stay)
document.querySelectorAll("form[data-stays]").forEach((form) =>
  staysWith(/** @type {HTMLFormElement} */ (form))
)
addEventListener("online", () => tell())
