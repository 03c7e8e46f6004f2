// What was just taken away can be put back: one line for each, the newest first, without a dialog
// in the way.
import { html, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { Cross } from "../../../exercises/kit/browser/figures.js"
import { Undo as UndoIcon } from "./icons.js"

const SHOWN = 3

export function Undo({ entries = [], act }) {
  const [put, setAway] = useState([])
  const left = entries.filter((entry) => !put.includes(entry.id)).slice(0, SHOWN)
  return html`<div class="con-undo" role="status">
    ${
    left.map((entry) =>
      html`<${Entry} key=${entry.id} entry=${entry} act=${act} onAway=${() =>
        setAway([...put, entry.id])} />`
    )
  }
  </div>`
}

function Entry({ entry, act, onAway }) {
  return html`
    <div class="con-undo-entry">
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
