// Lines of about equal length, however many there are: browsers balance a few lines only, and in a
// narrow column a long quote then ends in a single word.
import { useLayoutEffect } from "../../kit/browser/vendor/htm-preact.js"
import { useFonts } from "../../kit/browser/fit.js"

const NEAR_ENOUGH = 4

/**
 * Makes the paragraph `of` within the element of `ref` as narrow as it can be without taking more
 * lines. Used after `useFit`, which chooses the letters; `on` false leaves it as wide as it is.
 */
export function useEvenLines(ref, of, content, on) {
  const fonts = useFonts()
  useLayoutEffect(() => {
    const words = ref.current?.querySelector(of)
    if (!words) return
    words.style.maxWidth = ""
    if (on) words.style.maxWidth = `${narrowest(words)}px`
  }, [content, fonts, on])
}

function narrowest(words) {
  const high = words.offsetHeight
  let [low, wide] = [0, words.clientWidth]
  while (wide - low > NEAR_ENOUGH) {
    const middle = Math.round((low + wide) / 2)
    words.style.maxWidth = `${middle}px`
    const holds = words.offsetHeight <= high && words.scrollWidth <= words.clientWidth
    if (holds) wide = middle
    else low = middle
  }
  return wide
}
