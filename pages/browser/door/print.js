// The button that prints the page with links.
document.getElementById("print")?.addEventListener("click", () => print())
