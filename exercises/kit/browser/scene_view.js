// Loads the view of the running exercise with its styles, and keeps showing the last one until the
// next is loaded, so that a slow phone shows no empty page in between.
/** @import { Scene } from "../../contract.d.ts" */
import { useEffect, useRef, useState } from "./vendor/htm-preact.js"

/** @type {Map<string, Promise<unknown>>} */
const views = new Map()
const pause = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms))

/**
 * Browsers cache a failed import, so each retry uses another address.
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

// a stylesheet that fails to load must not keep the exercise from showing
const loaded = (/** @type {HTMLLinkElement} */ one) =>
  Promise.race([pause(4000), new Promise((done) => (one.onload = one.onerror = done))])

/**
 * {View, scene} to render: the given scene, or the last one while the next is loading; null when
 * there is none.
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
