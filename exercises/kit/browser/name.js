// The name of an organisation in a box that is given: as large and as whole as fits. The same rule
// as drawing/lettering.py has for pictures: whole words in ever smaller letters, then words broken
// by the rules of Dutch, then the short name, and only then an ellipsis.
import { html, useLayoutEffect, useRef, useState } from "./vendor/htm-preact.js"
import { fits, STEPS, useFonts } from "./fit.js"

const SOFT_HYPHENS = /\u00ad/g

/**
 * `of`: what `name_forms` of rules/hyphens.py gives. The style of `class` says how wide and high
 * the name may become, and its letters by --name-fit, with a floor. The full name is its title.
 */
export function Name({ of, class: kind = "", ...rest }) {
  return html`<${Fitted} forms=${formsOf(of)} class=${kind} title=${of.name} ...${rest} />`
}

/** Text of which there are several forms, the best one first, in a box as that of a name. */
export function Fitted({ forms, class: kind = "", ...rest }) {
  const box = useRef(null)
  const arrived = useFonts()
  const [room, measured] = useState("")
  useLayoutEffect(() => settle(box.current, forms), [forms.join("|"), kind, arrived, room])
  useLayoutEffect(() => {
    // a neighbour that came or went, or text around it that shrank, changes the room it has
    const around = box.current.parentElement
    const watch = new ResizeObserver(() =>
      measured(`${around.clientWidth} ${getComputedStyle(around).getPropertyValue("--fit")}`)
    )
    watch.observe(around)
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  return html`
    <b ref=${box} class=${`fitted-name ${kind}`} translate="no" dir="auto" ...${rest}></b>
  `
}

/** The ways to write a name, the best one first. */
export function formsOf({ name, soft, short }) {
  const forms = [name, soft]
  if (short) forms.push(short.replace(SOFT_HYPHENS, ""), short)
  return [...new Set(forms.filter(Boolean))]
}

/** The first form in the largest letters at which it is not cut; else the last one, which is. */
function settle(box, forms) {
  if (!box) return
  box.classList.remove("is-cut")
  for (const form of forms) {
    box.textContent = form
    for (const step of STEPS) {
      box.style.setProperty("--name-fit", step)
      if (fits(box)) return
    }
  }
  box.classList.add("is-cut")
}
