// deck.gl draws behind the stage, in an element of Streamlit's own (pages/live/deck.py). Here it is
// laid exactly under the stage, and watched: a view leaves its own drawing away only once deck.gl
// really has drawn.
import {
  useEffect,
  useLayoutEffect,
  useState,
} from "../../../exercises/kit/browser/vendor/htm-preact.js"

/**
 * A still picture of ours under deck.gl's canvas (px of the stage), for the moment before its own
 * is on the graphics card.
 */
export function still({ url, left, top, width, height }) {
  const root = document.documentElement.style
  root.setProperty("--odv-still", `url("${url}")`)
  root.setProperty("--odv-still-place", `${left}px ${top}px`)
  root.setProperty("--odv-still-size", `${width}px ${height}px`)
}

const BOX = ".st-key-odv-deck"
const LOOK = 400
// after this long the canvas has its first lines
const SETTLE = 1200

/**
 * Whether deck.gl has drawn. False as long as it loads, and for good on a computer without WebGL.
 */
export function useDeck(style) {
  const [drawn, set] = useState(false)
  useLayoutEffect(() => {
    const root = document.documentElement.style
    root.setProperty("--odv-stage-scale", style["--scale"])
    root.setProperty("--odv-stage-left", style["--left"])
    root.setProperty("--odv-stage-top", style["--top"])
  }, [style["--scale"], style["--left"], style["--top"]])
  useEffect(() => {
    let since = null
    const look = () => {
      /** @type {HTMLCanvasElement | null} */
      const canvas = document.querySelector(`${BOX} canvas`)
      since = canvas?.width ? since ?? performance.now() : null
      // asked only of a canvas that deck.gl has had time to take: who asks first decides what it
      // can do
      set(since !== null && performance.now() - since > SETTLE && alive(canvas))
    }
    const clock = setInterval(look, LOOK)
    return () => clearInterval(clock)
  }, [])
  return drawn
}

/** Whether there is a graphics card behind a canvas. */
function alive(canvas) {
  const gl = canvas.getContext("webgl2")
  return Boolean(gl && !gl.isContextLost())
}
