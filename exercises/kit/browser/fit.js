// Text that must fit: start large and go smaller until the box holds it. Measured, since statements
// come in all lengths and a projector has no scrollbar.
import { useLayoutEffect, useState } from "./vendor/htm-preact.js"

const STEPS = [1, 0.92, 0.84, 0.76, 0.7, 0.64, 0.58, 0.53, 0.48, 0.44, 0.4, 0.36]

/**
 * Sets --fit on the element of `ref` to the largest step at which its content is not higher or
 * wider than itself.
 */
export function useFit(ref, content) {
  const [fonts, arrived] = useState(0)
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    for (const step of STEPS) {
      box.style.setProperty("--fit", step)
      if (box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1) return
    }
  }, [content, fonts])
  useLayoutEffect(() => {
    // measure again, as the first measure may have been made with a fallback font
    const again = () => arrived((n) => n + 1)
    document.fonts?.addEventListener?.("loadingdone", again)
    return () => document.fonts?.removeEventListener?.("loadingdone", again)
  }, [])
}
