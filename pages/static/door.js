// The door works without this. With it: known names to tap, and what was typed survives a reload.
const form = document.getElementById("door")
const place = `odv:door:${form.dataset.code}`
const fields = () => [...form.querySelectorAll("input.field")]

function chosen() {
  return form.querySelector("input[name=organisation]:checked")?.value
}

/** The chosen name shows where it was tapped, also when the field is out of sight. */
function markName() {
  const typed = document.getElementById("name").value.trim()
  for (const chip of form.querySelectorAll("[data-name]")) chip.setAttribute("aria-pressed", chip.dataset.name === typed)
}

function showNames() {
  markName()
  for (const group of form.querySelectorAll(".known")) group.hidden = group.dataset.of !== chosen()
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
    const radio = [...form.querySelectorAll("input[name=organisation]")].find((one) => one.value === typed.organisation)
    if (radio && !chosen()) radio.checked = true
  } catch {
    // nothing to recall
  }
}

recall()
showNames()
document.getElementById("why")?.focus()
form.addEventListener("input", () => { markName(); remember() })
form.addEventListener("change", () => { showNames(); remember() })
form.addEventListener("click", (event) => {
  const name = event.target.closest("[data-name]")?.dataset.name
  if (name === undefined) return
  document.getElementById("name").value = name
  markName()
  remember()
  document.getElementById("in").focus()
})
