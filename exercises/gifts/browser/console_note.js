// What the facilitator writes in a gift for somebody without a phone. What is in it already is not
// shown: nobody reads a gift before it is unwrapped.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Alert } from "../../kit/browser/figures.js"
import { surplus, TooLong } from "../../kit/browser/too_long.js"

export function WriteNote({ gift, data, api, shut }) {
  const kinds = gift.group ? data.group_kinds : data.kinds
  const [who, setWho] = useState(gift.hands[0].id)
  const [kind, setKind] = useState(kinds[0].key)
  const [text, setText] = useState("")
  const [refused, refuse] = useState(null)
  const long = surplus(text, data.text_limit)
  const send = async (event) => {
    event.preventDefault()
    if (!text.trim() || long) return
    const payload = { text: text.trim(), for: who }
    const outcome = await api.contribute(`${gift.key}.${kind}`, payload)
    if (outcome.ok) shut()
    else refuse(outcome.refused ?? outcome.again)
  }
  return html`<form onSubmit=${send}>
    <label>${_("In naam van")}<select class="field" value=${who} onChange=${(event) =>
    setWho(event.target.value)}>${
    gift.hands.map((one) => html`<option key=${one.id} value=${one.id}>${one.name}</option>`)
  }</select></label>
    <label>${_("Welk briefje?")}<select class="field" value=${kind} onChange=${(event) =>
    setKind(event.target.value)}>${
    kinds.map((one) => html`<option key=${one.key} value=${one.key}>${one.heading}</option>`)
  }</select></label>
    <label>${_("Wat staat erop?")}<textarea class="field" rows="3" dir="auto" value=${text}
      onInput=${(event) => setText(event.target.value)}></textarea></label>
    <p class="muted">${
    _("Stond er al zo’n briefje van deze persoon, dan komt dit in de plaats.")
  }</p>
    ${long > 0 && html`<${TooLong} n=${long} />`}
    ${refused && html`<span class="refused"><${Alert} />${refused}</span>`}
    <button type="submit" class="btn quiet con-sm" aria-disabled=${!text.trim() || long > 0}>${
    _("Steek het erin")
  }</button>
  </form>`
}
