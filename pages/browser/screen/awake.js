// Keeps the projector awake as long as the screen is open, where the browser can; and tells whether
// it can, so that the console can warn before the hall goes dark.
import { useEffect, useRef } from "../../../exercises/kit/browser/vendor/htm-preact.js"

/**
 * Asks for a wake lock, and again each time the page is shown, since the browser drops it when the
 * page is hidden.
 * @param {{wakeLock: WakeLock | undefined, page: Document, tell: (awake: boolean) => void}} around
 * @returns {() => void} what ends it
 */
export function keepAwake({ wakeLock, page, tell }) {
  /** @type {WakeLockSentinel | null} */
  let lock = null
  /** @type {boolean | null} */
  let told = null
  const say = (/** @type {boolean} */ awake) => {
    if (awake !== told) tell(awake)
    told = awake
  }
  const ask = async () => {
    if (page.visibilityState !== "visible" || (lock && !lock.released)) return
    try {
      if (!wakeLock) return say(false)
      lock = await wakeLock.request("screen")
      say(true)
    } catch {
      // refused: an empty battery, or a page that is not served securely
      say(false)
    }
  }
  page.addEventListener("visibilitychange", ask)
  ask()
  return () => {
    page.removeEventListener("visibilitychange", ask)
    lock?.release()
  }
}

/** @param {import("../../../exercises/contract.d.ts").Api} api */
export function useAwake(api) {
  const latest = useRef(api)
  latest.current = api
  useEffect(() =>
    keepAwake({
      wakeLock: "wakeLock" in navigator ? navigator.wakeLock : undefined,
      page: document,
      tell: (awake) => void latest.current.act("awake", { value: awake }),
    }), [])
}
