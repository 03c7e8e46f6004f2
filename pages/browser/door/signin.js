// Showing what is typed, for who types a passcode on a projected laptop without seeing it.
const see = document.getElementById("see")
see.addEventListener("change", () => {
  document.getElementById("passcode").type = see.checked ? "text" : "password"
})
