// 'Waarom sta je daar?': a few words, kept on the phone at each keystroke and sent when the hand rests.
import { html, useEffect, useLayoutEffect, useRef, useState } from "../shared/vendor/htm-preact.js"
import { _, ngettext } from "../shared/i18n.js"
import { Alert, Check, Clock, Unplugged } from "../shared/figures.js"
import { notYet } from "../shared/saving.js"

const LIMIT = 280
const NEAR = 50
const IDLE = 1500
// as the server counts: an emoji is one character, not two
const length = (text) => [...text].length

export function Why({ data, api }) {
  const slot = data.why_slot
  const [text, setText] = useState(() => startText(data, api))
  const field = useRef(null)
  const idle = useRef(null)
  const stored = useRef(knownText(data, api))
  const sent = api.slot(slot)

  const send = () => {
    clearTimeout(idle.current)
    idle.current = null
    const now = field.current ? field.current.value : text
    if (now.trim() === stored.current.trim() || length(now.trim()) > LIMIT) return
    stored.current = now
    api.send(slot, { text: now.trim() })
  }
  const soon = () => {
    clearTimeout(idle.current)
    idle.current = setTimeout(send, IDLE)
  }
  const write = (event) => {
    setText(event.target.value)
    api.keep(slot, event.target.value)
    soon()
  }
  const latest = useRef(send)
  latest.current = send
  useEffect(() => {
    // what was typed before a reload goes on its way by itself: nobody touches a field that looks filled in
    if (text.trim() !== stored.current.trim()) soon()
    return () => { if (idle.current) latest.current() }
  }, [])
  // once the server has it, the draft may go: another device could change the text later
  useEffect(() => { if (sent.status === "saved" && sent.payload?.text === text.trim()) api.keep(slot, "") }, [sent.status, text])
  useLayoutEffect(() => grow(field.current), [text])

  return html`<section class="why">
    <label for="odv-why">${_("Waarom sta je daar?")}</label>
    <textarea id="odv-why" class="field" ref=${field} rows="2" dir="auto" value=${text} onInput=${write} onBlur=${send} onFocus=${bringIntoView}
      placeholder=${_("Een paar woorden volstaan: je vertelt het straks zelf.")} aria-describedby="odv-why-state" aria-invalid=${length(text.trim()) > LIMIT ? "true" : "false"}></textarea>
    <p id="odv-why-state" class="why-state" aria-live="polite">${state(text, sent, stored.current)}</p>
  </section>`
}

/** A draft that was not sent goes before what was sent, and that before what the server had. */
const startText = (data, api) => api.draft(data.why_slot) || knownText(data, api)

function knownText(data, api) {
  const { status, payload } = api.slot(data.why_slot)
  return (status !== "none" && status !== "refused" ? payload?.text : null) ?? data.why ?? ""
}

function state(text, sent, stored) {
  const left = LIMIT - length(text.trim())
  if (left < 0) return html`<span class="refused"><${Alert} />${ngettext("{n} teken te veel: maak het iets korter. Er gaat niets verloren.", "{n} tekens te veel: maak het iets korter. Er gaat niets verloren.", -left)}</span>`
  if (left <= NEAR) return html`<span class="muted">${ngettext("nog {n} teken", "nog {n} tekens", left)}</span>${saving(text, sent, stored)}`
  return saving(text, sent, stored)
}

function saving(text, sent, stored) {
  if (sent.status === "refused") return html`<span class="refused"><${Alert} />${sent.reason ?? _("Dat kon niet bewaard worden.")}</span>`
  if (sent.status === "waiting") return html`<span class="refused"><${Unplugged} />${notYet(sent)}</span>`
  if (text.trim() !== stored.trim()) return null
  if (sent.status === "sending") return html`<span class="pending"><${Clock} />${_("Bezig met bewaren.")}</span>`
  if (!text.trim()) return html`<span class="muted">${_("De begeleider leest dit. Het komt in het verslag.")}</span>`
  return html`<span class="saved"><${Check} />${_("Bewaard.")}</span>`
}

function grow(field) {
  field.style.height = "auto"
  field.style.height = `${Math.min(240, field.scrollHeight + 4)}px`
}

/** The keyboard takes a moment to come up; only then is it known what is still in sight. */
function bringIntoView(event) {
  const field = event.currentTarget
  setTimeout(() => field.scrollIntoView({ block: "center", behavior: "auto" }), 320)
}
