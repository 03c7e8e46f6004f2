// The door works without this. With it: known names to tap, the list of organisations makes room
// once one is chosen, and what was typed survives a reload.
const MOMENT = 400
const form = document.getElementById("door")
const place = `odv:door:${form.dataset.code}`
const list = form.querySelector(".list")
const again = document.getElementById("again")
const fields = () => [...form.querySelectorAll("input.field")]

function chosen() {
  return form.querySelector("input[name=organisation]:checked")?.value
}

/** The chosen name shows where it was tapped, also when the field is out of sight. */
function markName() {
  const typed = document.getElementById("name").value.trim()
  for (const chip of form.querySelectorAll("[data-name]")) {
    chip.setAttribute("aria-pressed", chip.dataset.name === typed)
  }
}

function showNames() {
  markName()
  for (const group of form.querySelectorAll(".known")) group.hidden = group.dataset.of !== chosen()
}

/**
 * With `chosenNow` only the chosen organisation is left in the list. Who goes along it with keys
 * keeps all of it.
 */
function fold(chosenNow) {
  list.classList.toggle("chosen", chosenNow)
  again.hidden = !chosenNow
}

function remember() {
  const typed = Object.fromEntries(fields().map((field) => [field.name, field.value]))
  try {
    sessionStorage.setItem(place, JSON.stringify({ ...typed, organisation: chosen() }))
  } catch {
    // private browsing without memory: the page itself still holds it
  }
}

function recall() {
  try {
    const typed = JSON.parse(sessionStorage.getItem(place) ?? "{}")
    for (const field of fields()) field.value ||= typed[field.name] ?? ""
    const radio = [...form.querySelectorAll("input[name=organisation]")].find((one) =>
      one.value === typed.organisation
    )
    if (radio && !chosen()) radio.checked = true
  } catch {
    // nothing to recall
  }
}

recall()
showNames()
fold(Boolean(chosen()))
document.getElementById("why")?.focus()
form.addEventListener("input", () => {
  markName()
  remember()
})
form.addEventListener("change", () => {
  showNames()
  remember()
})
list.addEventListener("pointerup", (event) => {
  const radio = event.target.closest(".o")?.querySelector("input")
  // once the tap has done its work; the second tap of somebody who taps twice must find the same
  // organisation
  if (radio) {
    setTimeout(() => {
      if (radio.checked) {
        fold(true)
        radio.closest("fieldset").scrollIntoView({ block: "start" })
      }
    }, MOMENT)
  }
})
again.addEventListener("click", () => fold(false))
form.addEventListener("click", (event) => {
  const name = event.target.closest("[data-name]")?.dataset.name
  if (name === undefined) return
  document.getElementById("name").value = name
  markName()
  remember()
  document.getElementById("in").focus()
})
