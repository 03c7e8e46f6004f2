// A choice is kept as soon as it is tapped; without scripts there is the button. It is pressed
// here, so that whoever listens to the form, for a missing connection, hears of it too.

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.choice"))
form?.addEventListener("change", () => form.querySelector("button")?.click())
