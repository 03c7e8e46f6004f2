// A choice is kept as soon as it is tapped; without scripts there is the button.

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.choice"))
form?.addEventListener("change", () => form.submit())
