// Copies the own link of an application; without a clipboard it is selected, to copy by hand. Who
// tried to send what is not complete stands at the sentence that says so.

const link = /** @type {HTMLInputElement} */ (document.getElementById("link"))
const button = /** @type {HTMLElement} */ (document.getElementById("copy"))
const told = /** @type {HTMLElement} */ (document.getElementById("copied"))

async function copyLink() {
  const { done = "", failed = "" } = button.dataset
  link.select()
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(link.value)
    else if (!document.execCommand("copy")) throw new Error("no clipboard")
    told.textContent = done
  } catch {
    told.textContent = failed
  }
}

const tried = document.getElementById("tried")
if (tried) {
  // A reload would have to send the refused form again.
  history.replaceState(null, "", tried.dataset.home)
  tried.focus()
  tried.scrollIntoView()
}
button.hidden = false
button.addEventListener("click", copyLink)
