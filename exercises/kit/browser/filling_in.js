// What the facilitator fills in on the sheet of an organisation, on the console: fields that are
// sent when they are left. Which fields there are, each exercise's console.py says.
import { html, useEffect, useRef, useState } from "./vendor/htm-preact.js"
import { _ } from "./i18n.js"
import { Alert } from "./figures.js"
import { SavingState } from "./saving_state.js"
import { notShared, surplus, TooLong } from "./too_long.js"

/** 'Vul in' and 'Sluit': shows or hides the form of one sheet. `open`: whether it is shown. */
export const FillInButton = ({ name, open, toggle }) =>
  html`
    <button type="button" class="btn quiet" aria-expanded=${open} onClick=${toggle}
      aria-label=${_("Vul de fiche van {name} in", { name })}>${open
        ? _("Sluit")
        : _("Vul in")}</button>
  `

/**
 * One field. `field` is {slot, label, limit, rows}; `stored` is what stands there now; `party` is
 * the id of the organisation; `shut` is a sentence where the facilitator may not write. What it
 * started from goes along: nothing a colleague wrote meanwhile is lost. Text that is too long, or
 * that the server does not take, stays in the field and on this laptop.
 */
export function FieldFor({ field, stored, party, shut = null, api }) {
  const key = `for:${party}:${field.slot}`
  const kept = useRef(parsed(api.draft(key))).current
  const [text, setText] = useState(kept?.text ?? null)
  const [refused, refuse] = useState(null)
  const base = useRef(kept?.base ?? stored)
  const box = useRef(null)
  const sending = useRef(false)
  const typed = useRef(text)
  typed.current = text
  const shown = text ?? stored
  const long = shut ? 0 : surplus(shown, field.limit)
  const keep = (words) => api.keep(key, JSON.stringify({ text: words, base: base.current }))
  const write = (event) => {
    setText(event.target.value)
    keep(event.target.value)
    refuse(null)
  }
  const focus = () => {
    if (!api.draft(key)) base.current = stored
  }
  // one at a time: an answer that starts from words which are still on the way doubles them
  const leave = async () => {
    const words = typed.current
    if (sending.current || words === null || surplus(words, field.limit)) return
    if (words === base.current) return forget()
    sending.current = true
    const outcome = await api.contribute(field.slot, {
      text: words,
      base: base.current,
      for: party,
    })
    sending.current = false
    if (!outcome.ok) return refuse(outcome.refused ?? outcome.again)
    base.current = words
    if (typed.current === words) return api.keep(key, "")
    keep(typed.current)
    if (document.activeElement !== box.current) leave()
  }
  const forget = () => {
    api.keep(key, "")
    setText(null)
  }
  // what was typed is shown until the page has it
  useEffect(() => {
    if (document.activeElement !== box.current && !api.draft(key)) setText(null)
  }, [stored])
  return html`<label>${field.label}<textarea class="field" ref=${box} rows=${field.rows} dir="auto"
    value=${shown} disabled=${Boolean(shut)} onFocus=${focus} onInput=${write}
    onBlur=${leave}></textarea>
    <${SavingState} tag="span" class="said">${
    shut ?? (long
      ? html`<${TooLong} n=${long} where=${notShared()} />`
      : refused && html`<span class="refused"><${Alert} />${refused}</span>`)
  }<//></label>`
}

/** A short field in a form: nothing is cut off, below it stands what must go before it is sent. */
export const ShortField = ({ label, text, limit, onText }) =>
  html`<label class="con-field"><span>${label}</span><input class="field" dir="auto" value=${text}
      onInput=${(event) => onText(event.target.value)} />${
    surplus(text, limit) > 0 && html`<${TooLong} n=${surplus(text, limit)} />`
  }</label>`

function parsed(kept) {
  try {
    return kept ? JSON.parse(kept) : null
  } catch {
    return null
  }
}
