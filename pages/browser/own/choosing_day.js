// The button says what choosing that day gives: a place, or one on the waiting list.

const button = document.getElementById("take")
const form = button?.closest("form")

function name() {
  const chosen = form?.querySelector("input[name=day]:checked")
  if (!button || !(chosen instanceof HTMLInputElement)) return
  const { free = "", full = "" } = button.dataset
  button.textContent = "full" in chosen.dataset ? full : free
}

form?.addEventListener("change", name)
name()
