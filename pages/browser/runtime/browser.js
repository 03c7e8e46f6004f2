// Passes the browser's events about network, visibility and leaving on to the connection.
import { realTimers } from "./timers.js"

/**
 * @param {{doubt(): void, woke(slept?: number): void, rest(): void}} connection
 * @param {() => void} woken called when the page shows again
 */
export function followBrowser(connection, woken = () => {}, timers = realTimers) {
  /** @type {number | null} */
  let hiddenSince = null
  addEventListener("offline", () => connection.doubt())
  addEventListener("online", () => connection.woke())
  addEventListener("pagehide", () => connection.rest())
  addEventListener("pageshow", (event) => event.persisted && connection.woke())
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      hiddenSince = timers.now()
      return
    }
    connection.woke(hiddenSince === null ? 0 : timers.now() - hiddenSince)
    hiddenSince = null
    woken()
  })
}
