// Fetches the view of the exercise that is on, with its styles, and keeps the last one standing
// until the next is ready: a slow phone must never show an empty page between two steps.
/** @import { Scene } from "../../contract.d.ts" */
import { useEffect, useRef, useState } from "./vendor/htm-preact.js"

/** @type {Map<string, Promise<unknown>>} */
const views = new Map()
const pause = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms))

/**
 * A failed import is remembered by browsers, so each new try asks under another name.
 * @param {string} url
 * @returns {Promise<unknown>} the default export
 */
export async function loadView(url, tries = 0) {
  try {
    const again = tries ? `${url.includes("?") ? "&" : "?"}again=${tries}` : ""
    return (await import(url + again)).default
  } catch (trouble) {
    console.warn("over de vloer: view not loaded yet", url, trouble)
    await pause(Math.min(8000, 500 * 2 ** tries))
    return loadView(url, tries + 1)
  }
}

function viewAt(/** @type {string} */ url) {
  if (!views.has(url)) views.set(url, loadView(url))
  return views.get(url)
}

/**
 * Links a stylesheet once, after those of the page, and waits for it: no flash of a bare page.
 * @param {string} href
 */
function link(href) {
  /** @type {NodeListOf<HTMLLinkElement>} */
  const linked = document.querySelectorAll("link[rel=stylesheet]")
  const there = [...linked].find((one) => one.getAttribute("href") === href)
  if (there) return there.sheet ? null : loaded(there)
  const one = Object.assign(document.createElement("link"), { rel: "stylesheet", href })
  const ready = loaded(one)
  document.head.append(one)
  return ready
}

// a stylesheet that does not come may not keep the exercise away
const loaded = (/** @type {HTMLLinkElement} */ one) =>
  Promise.race([pause(4000), new Promise((done) => (one.onload = one.onerror = done))])

/**
 * {View, scene} to draw: the scene asked for, or the last one as long as the next is on its way;
 * null when there is none.
 * @param {Scene | null} scene
 * @returns {{View: any, scene: Scene} | null}
 */
export function useSceneView(scene) {
  const [ready, setReady] = useState(null)
  const last = useRef(null)
  const url = scene?.module ?? null
  const css = scene?.css ?? []
  useEffect(() => {
    if (!url) return
    let wanted = true
    Promise.all([viewAt(url), ...css.map(link)]).then(([View]) => wanted && setReady({ url, View }))
    return () => {
      wanted = false
    }
  }, [url, css.join(" ")])
  if (url && ready?.url === url) last.current = { View: ready.View, scene }
  if (!url) last.current = null
  return last.current
}
