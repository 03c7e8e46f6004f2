// The button beside a text for an e-mail: puts the text on the clipboard.

export default ({ data, parentElement }) => {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "odv-copy"
  button.textContent = data.label
  button.setAttribute("aria-label", data.about)
  const said = document.createElement("span")
  said.setAttribute("role", "status")
  said.className = "odv-copied"
  button.addEventListener("click", async () => {
    said.textContent = (await copied(data.text)) ? data.done : data.failed
  })
  const style = document.createElement("style")
  style.textContent = `.odv-copy{min-height:44px;padding:4px 20px;font:inherit;font-weight:700;
    color:inherit;background:#FFFDF8;border:2px solid #857C68;border-radius:10px;cursor:pointer}
    .odv-copy:focus-visible{outline:4px solid #224C8F;outline-offset:3px}
    .odv-copied{margin-left:14px;font-weight:600}`
  parentElement.replaceChildren(style, button, said)
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copiedFromField(text)
  }
}

/** Where the page is not secure a browser only copies what is selected. */
function copiedFromField(text) {
  const field = document.createElement("textarea")
  field.value = text
  field.style.position = "fixed"
  field.style.opacity = "0"
  document.body.append(field)
  field.select()
  const done = document.execCommand("copy")
  field.remove()
  return done
}
