// What was just taken away can be put back: one line for each, the newest first, without a dialog
// in the way. A line goes by itself after a while, since it takes room from the names; the page
// shows it again when it is loaded anew.
import { html, useEffect, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { Cross } from "../../../exercises/kit/browser/figures.js"
import { Undo as UndoIcon } from "./icons.js"

const SHOWN = 3
// ms that a line stays while nobody points at it or has the focus in it
const STAYS = 120000

export function Undo({ entries = [], act }) {
  const [put, setAway] = useState([])
  const left = entries.filter((entry) => !put.includes(entry.id)).slice(0, SHOWN)
  return html`<div class="con-undo" role="status">
    ${
    left.map((entry) =>
      html`<${Entry} key=${entry.id} entry=${entry} act=${act} onAway=${() =>
        setAway((all) => [...all, entry.id])} />`
    )
  }
  </div>`
}

function Entry({ entry, act, onAway }) {
  const [held, hold] = useState(false)
  useEffect(() => {
    if (held) return
    const gone = setTimeout(onAway, STAYS)
    return () => clearTimeout(gone)
  }, [held])
  // (lower case: these are not known to Preact as onFocusIn and onFocusOut)
  return html`
    <div class="con-undo-entry" onMouseEnter=${() => hold(true)} onMouseLeave=${() => hold(false)}
      onfocusin=${() => hold(true)} onfocusout=${() => hold(false)}>
      <p class="name" translate="no">${sentence(entry.label)}</p>
      <button type="button" class="con-undo-do"
        onClick=${() => act("undo", { id: entry.id })}><${UndoIcon} size=${17} /> ${_(
          "Ongedaan maken",
        )}</button>
      <button type="button" class="con-icon" aria-label=${_("Melding sluiten")}
        onClick=${onAway}><${Cross} size=${14} /></button>
    </div>
  `
}

const sentence = (label) => (/[.!?]$/.test(label) ? label : `${label}.`)
