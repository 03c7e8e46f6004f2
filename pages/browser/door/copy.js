// Copies a document, with its layout, so that it can be pasted into a mail.

const button = /** @type {HTMLElement} */ (document.getElementById("copy"))
const said = /** @type {HTMLElement} */ (document.getElementById("copied"))

/** Put the document on the clipboard: as it looks and, for mail without layout, as text. */
async function copy() {
  const { source = "", done = "", failed = "" } = button.dataset
  try {
    const answer = await fetch(source)
    if (!answer.ok) throw new Error(String(answer.status))
    const html = await answer.text()
    if ("ClipboardItem" in globalThis && "clipboard" in navigator) await put(html)
    else if (!copySelected()) throw new Error("no clipboard")
    said.textContent = done
  } catch {
    said.textContent = failed
  }
}

/** @param {string} html */
async function put(html) {
  const text = new DOMParser().parseFromString(html, "text/html").body.innerText
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([text], { type: "text/plain" }),
    }),
  ])
}

/** Without a secure page browsers give no clipboard: select the sheet itself, and copy that. */
function copySelected() {
  const inside = document.querySelector("iframe")?.contentDocument
  const selection = inside?.getSelection()
  if (!inside || !selection) return false
  selection.selectAllChildren(inside.body)
  const copied = inside.execCommand("copy")
  selection.removeAllRanges()
  return copied
}

button.addEventListener("click", copy)

// The sheet is there, or a sentence that says why not.
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"))
const ready = () => (said.textContent = "")
if (frame.contentDocument?.body?.childElementCount) ready()
else frame.addEventListener("load", ready)
