// Fetches the view of the exercise that is on, with its styles, and keeps the last one standing until the next is ready:
// a slow phone must never show an empty page between two steps.
import { useEffect, useRef, useState } from "./vendor/htm-preact.js"

const views = new Map()
const pause = (ms) => new Promise((done) => setTimeout(done, ms))

/** A failed import is remembered by browsers, so each new try asks under another name. */
async function load(url, tries = 0) {
  try {
    const again = tries ? `${url.includes("?") ? "&" : "?"}again=${tries}` : ""
    return (await import(url + again)).default
  } catch (trouble) {
    console.warn("over de vloer: view not loaded yet", url, trouble)
    await pause(Math.min(8000, 500 * 2 ** tries))
    return load(url, tries + 1)
  }
}

function viewAt(url) {
  if (!views.has(url)) views.set(url, load(url))
  return views.get(url)
}

/** Links a stylesheet in this shadow root, once, and waits for it: no flash of a bare page. */
function link(root, href) {
  const there = [...root.querySelectorAll("link[rel=stylesheet]")].find((one) =>
    one.getAttribute("href") === href
  )
  if (there) return there.sheet ? null : loaded(there)
  const one = Object.assign(document.createElement("link"), { rel: "stylesheet", href })
  const ready = loaded(one)
  root.append(one)
  return ready
}

// a stylesheet that does not come may not keep the exercise away
const loaded = (one) =>
  Promise.race([pause(4000), new Promise((done) => (one.onload = one.onerror = done))])

/**
 * {View, scene} to draw: the scene asked for, or the last one as long as the next is on its way; null when there is none.
 * `anchor` is a ref inside the shadow root.
 */
export function useSceneView(scene, anchor) {
  const [ready, setReady] = useState(null)
  const last = useRef(null)
  const url = scene?.module ?? null
  const css = scene?.css ?? []
  useEffect(() => {
    if (!url) return
    let wanted = true
    const root = styleRoot(anchor.current)
    Promise.all([viewAt(url), ...css.map((href) => link(root, href))]).then(([View]) =>
      wanted && setReady({ url, View })
    )
    return () => {
      wanted = false
    }
  }, [url, css.join(" ")])
  if (url && ready?.url === url) last.current = { View: ready.View, scene }
  if (!url) last.current = null
  return last.current
}

/** In a plain document (a preview) styles belong in the head, in a shadow root beside the view. */
function styleRoot(element) {
  const root = element?.getRootNode()
  return !root || root === document ? document.head : root
}
