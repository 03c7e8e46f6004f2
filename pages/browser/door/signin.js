// The button that shows or hides the typed passcode.
const see = /** @type {HTMLInputElement} */ (document.getElementById("see"))
const passcode = /** @type {HTMLInputElement} */ (document.getElementById("passcode"))
see.addEventListener("change", () => {
  passcode.type = see.checked ? "text" : "password"
})
