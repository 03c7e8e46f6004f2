// Text that must fit: start large and go smaller until the box holds it. Measured, since statements
// come in all lengths and a projector has no scrollbar.
import { useLayoutEffect, useState } from "./vendor/htm-preact.js"

/** What --fit may become, the largest first. */
export const STEPS = [1, 0.92, 0.84, 0.76, 0.7, 0.64, 0.58, 0.53, 0.48, 0.44, 0.4, 0.36]

/** Whether what a box holds is not higher or wider than the box. */
export const fits = (box) =>
  box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1

/**
 * Sets --fit on the element of `ref` to the largest step at which its content is not higher or
 * wider than itself.
 */
export function useFit(ref, content) {
  const fonts = useFonts()
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    for (const step of STEPS) {
      box.style.setProperty("--fit", step)
      if (fits(box)) return
    }
  }, [content, fonts])
}

/** A number that rises when a font arrived: a first measure may be of a fallback font. */
export function useFonts() {
  const [fonts, arrived] = useState(0)
  useLayoutEffect(() => {
    const again = () => arrived((n) => n + 1)
    document.fonts?.addEventListener?.("loadingdone", again)
    return () => document.fonts?.removeEventListener?.("loadingdone", again)
  }, [])
  return fonts
}
