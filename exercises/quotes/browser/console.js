// Beside the preview: the quotes that may be shown, which is on the screen, and a form for somebody
// without a phone.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Alert, Check } from "../../kit/browser/figures.js"
import { ShortField } from "../../kit/browser/filling_in.js"
import { surplus } from "../../kit/browser/too_long.js"

export default function QuotesDesk({ data, api }) {
  return html`<div class="quotes-console">
    <${Quotes} data=${data} api=${api} />
    ${data.without.length > 0 && html`<${WithoutPhone} data=${data} api=${api} />`}
  </div>`
}

function Quotes({ data, api }) {
  if (!data.quotes.length) {
    return html`<p class="none">${
      _("Hier komen alleen zinnen waarvan iemand koos dat ze getoond mogen worden.")
    }</p>`
  }
  return html`<ul>${
    data.quotes.map((one) =>
      html`
        <li key=${one.key} class=${one.on ? "is-on" : ""}>
          <div class="text"><b dir="auto">${one.text}</b>
            <span class="muted" dir="auto">${one.who || _("zonder naam")}</span></div>
          ${data.stage === "one" && (one.on
            ? html`<span class="saved"><${Check} size=${18} />${_("op het scherm")}</span>`
            : html`
              <button type="button" class="btn quiet" aria-label=${_("Toon: {text}", {
                text: one.text,
              })}
                onClick=${() => api.contribute(data.slot, { key: one.key })}>${_("Toon")}</button>
            `)}
        </li>
      `
    )
  }</ul>`
}

/**
 * What somebody without a phone says aloud, and what that person allows. Without words it takes
 * back what was allowed before.
 */
function WithoutPhone({ data, api }) {
  const [who, setWho] = useState(data.without[0].id)
  const [text, setText] = useState("")
  const [consent, setConsent] = useState("none")
  const [said, say] = useState(null)
  const withdraws = consent === "none" && !text.trim()
  const keep = async (event) => {
    event.preventDefault()
    const words = text.trim()
    if ((!words && !withdraws) || surplus(words, data.limit)) return
    const sent = { text: words, for: who }
    const first = withdraws ? { ok: true } : await api.contribute(data.text_slot, sent)
    const outcome = first?.ok
      ? await api.contribute(data.consent_slot, { ...sent, consent })
      : first
    say(outcome?.ok ? "" : outcome?.refused ?? outcome?.again ?? "")
    if (!outcome?.ok) return
    setText("")
    // what one person allowed is no beginning for the next
    setConsent("none")
  }
  return html`<form class="without" onSubmit=${keep}>
    <h2>${_("Voor iemand zonder gsm")}</h2>
    <label class="con-field"><span>${_("Wie")}</span><select class="field" value=${who}
      onChange=${(event) => setWho(event.target.value)}>${
    data.without.map((one) => html`<option value=${one.id}>${one.name}</option>`)
  }</select></label>
    <${ShortField} label=${_("De zin")} text=${text} limit=${data.limit} onText=${setText} />
    <label class="con-field"><span>${_("Wat mag ermee?")}</span><select class="field"
      value=${consent} onChange=${(event) => setConsent(event.target.value)}>${
    data.consents.map((one) => html`<option value=${one.key}>${one.label}</option>`)
  }</select></label>
    <button type="submit" class="btn quiet" aria-disabled=${!text.trim() && !withdraws}>${
    _("Bewaar")
  }</button>
    ${
    said === ""
      ? html`<p class="saved" role="status"><${Check} size=${18} />${_("Bewaard.")}</p>`
      : said && html`<p class="refused" role="alert"><${Alert} />${said}</p>`
  }
  </form>`
}
