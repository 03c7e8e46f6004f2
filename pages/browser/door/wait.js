// Waits for a meeting to open, or to be let in again. The server notifies of changes; the page then
// requests the door's address, which decides whether this phone may continue.
import { followBrowser } from "../runtime/browser.js"
import { Socket } from "../runtime/socket.js"

// where no websocket works
const LOOK_AGAIN = 15000

const script = /** @type {HTMLElement} */ (document.querySelector("script[data-live]"))
const { live = "", reload } = script.dataset
let works = false

async function look() {
  try {
    const answer = await fetch(location.pathname, { redirect: "manual" })
    // keep the page, with what was typed, while the door still answers with this same page
    const further = answer.type === "opaqueredirect" || (reload && saysElse(await answer.text()))
    if (further) location.replace(location.pathname)
  } catch {
    // no connection: try again later
  }
}

function saysElse(text) {
  const other = new DOMParser().parseFromString(text, "text/html").querySelector("main")
  return words(other) !== words(document.querySelector("main"))
}

const words = (element) => element?.textContent.replace(/\s+/g, " ").trim()

const socket = new Socket({
  address: () => new URL(live, document.baseURI).href.replace(/^http/, "ws"),
  received: ({ changed, go }) => {
    if (go) location.replace(go)
    else if (changed) look()
  },
  works: () => {
    // changes before the subscription are not notified, so look once now
    if (!works) look()
    works = true
  },
  failed: () => {},
  lost: () => {
    works = false
  },
})
followBrowser({
  doubt: () => socket.ask(),
  woke: () => socket.renew(),
  rest: () => socket.pauseNow(),
})
socket.connect()
setInterval(() => works || look(), LOOK_AGAIN)
