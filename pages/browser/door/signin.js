// Showing what is typed, for who types a passcode on a projected laptop without seeing it.
const see = /** @type {HTMLInputElement} */ (document.getElementById("see"))
const passcode = /** @type {HTMLInputElement} */ (document.getElementById("passcode"))
see.addEventListener("change", () => {
  passcode.type = see.checked ? "text" : "password"
})
