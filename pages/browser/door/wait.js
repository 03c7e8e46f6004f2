// Waiting for a meeting that is not open yet, or to be let in again: the server says when something
// changed, and the door itself whether this phone may go on.
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
    // what was typed stays as long as the door has nothing better than this page
    const further = answer.type === "opaqueredirect" || (reload && saysElse(await answer.text()))
    if (further) location.replace(location.pathname)
  } catch {
    // no connection now: looked again later
  }
}

function saysElse(text) {
  const other = new DOMParser().parseFromString(text, "text/html").querySelector("main")
  return words(other) !== words(document.querySelector("main"))
}

const words = (element) => element?.textContent.replace(/\s+/g, " ").trim()

const socket = new Socket({
  address: () => new URL(live, document.baseURI).href.replace(/^http/, "ws"),
  heard: ({ changed, go }) => {
    if (go) location.replace(go)
    else if (changed) look()
  },
  works: () => {
    // what changed before is not told
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
