// A button that opens a list of actions. The list lives in the browser's top layer (popover),
// because the places it is opened from scroll and would cut it off.
import {
  html,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "../../../exercises/kit/browser/vendor/htm-preact.js"

/**
 * `items`: function that gives [{label, onPick, href?, download?, quiet?}], asked only when the
 * menu opens.
 */
export function Menu({ label, items, cls = "con-icon", children }) {
  const [open, setOpen] = useState(false)
  const button = useRef(null)
  const close = (back) => {
    setOpen(false)
    if (back) button.current?.focus()
  }
  const keys = (event) => {
    if (event.key !== "ArrowDown" || open) return
    event.preventDefault()
    setOpen(true)
  }
  return html`<span class="con-menu">
    <button ref=${button} type="button" class=${cls} aria-label=${label} aria-haspopup="menu"
      aria-expanded=${open}
      onClick=${() => setOpen(!open)} onKeyDown=${keys}>${children}</button>
    ${
    open && html`<${MenuList} label=${label} anchor=${button} items=${items()} onClose=${close} />`
  }
  </span>`
}

function MenuList({ label, anchor, items, onClose }) {
  const list = useRef(null)
  useLayoutEffect(() => {
    list.current.showPopover?.()
    place(list.current, anchor.current.getBoundingClientRect())
    list.current.querySelector("[role=menuitem]")?.focus()
  }, [])
  useCloseOnScroll(list, onClose)
  // (lower case: this one is not known to Preact as onFocusOut) a press on the button itself is
  // left to the button: closing here and reopening there would leave the menu open
  const left = (event) => {
    const to = event.relatedTarget
    if (to !== anchor.current && !list.current?.contains(to)) onClose(false)
  }
  return html`
    <ul ref=${list} class="con-menu-list" role="menu" popover="manual" aria-label=${label}
      onKeyDown=${(event) => steer(event, list.current, onClose)} onfocusout=${left}>
        ${items.map((item) =>
          html`
            <li role="none" key=${item.label}>
              <${MenuItem} item=${item} onClose=${onClose} />
            </li>
          `
        )}
      </ul>
  `
}

function MenuItem({ item, onClose }) {
  // the focus is back on the button before anything opens, so that a dialog can return it there
  const pick = (event) => {
    onClose(true)
    item.onPick?.(event)
  }
  return item.href
    ? html`
      <a role="menuitem" tabindex="-1" href=${item.href} download=${item.download} target=${item
        .target}
        onClick=${pick}>${item.label}</a>
    `
    : html`
      <button type="button" role="menuitem" tabindex="-1"
        onClick=${pick}>${item.label}</button>
    `
}

function useCloseOnScroll(list, onClose) {
  useEffect(() => {
    const moved = (event) => {
      if (!list.current?.contains(event.target)) onClose(false)
    }
    document.addEventListener("scroll", moved, true)
    addEventListener("resize", moved)
    return () => {
      document.removeEventListener("scroll", moved, true)
      removeEventListener("resize", moved)
    }
  }, [])
}

/** Under the button and flush right with it; above it where there is no room below. */
function place(list, box) {
  const { offsetWidth: wide, offsetHeight: high } = list
  const below = box.bottom + 6
  list.style.left = `${Math.max(8, Math.min(box.right - wide, innerWidth - wide - 8))}px`
  list.style.top = `${below + high > innerHeight - 8 ? Math.max(8, box.top - high - 6) : below}px`
}

function steer(event, list, onClose) {
  const all = [...list.querySelectorAll("[role=menuitem]")]
  const at = all.indexOf(document.activeElement)
  const to = {
    ArrowDown: (at + 1) % all.length,
    ArrowUp: (at - 1 + all.length) % all.length,
    Home: 0,
    End: all.length - 1,
  }[event.key]
  if (to !== undefined) all[to].focus()
  else if (event.key === "Escape" || event.key === "Tab") onClose(true)
  else return
  if (event.key !== "Tab") event.preventDefault()
  event.stopPropagation()
}
