// Beside the preview: which stories are left, the pages of this one, and what the lenses saw.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Alert, Check } from "../../kit/browser/figures.js"
import { ShortField } from "../../kit/browser/filling_in.js"
import { notShared, surplus, TooLong } from "../../kit/browser/too_long.js"

export default function LensesDesk({ data, api }) {
  const listens = data.stage === "listen"
  const remarks = html`<${Remarks} data=${data} api=${api} />`
  // once the remarks are gathered they are what the facilitator works with
  return html`<div class="lenses-console">
    ${!listens && remarks}
    <${Stories} data=${data} api=${api} />
    <${Moves} data=${data} api=${api} />
    ${listens && html`<${Pages} data=${data} api=${api} />`}
    ${listens && remarks}
    <${ForSomebody} key=${data.story} data=${data} api=${api} />
    <${OwnWords} key=${data.told_slot} data=${data} api=${api} />
  </div>`
}

const STATES = {
  told: () => _("verteld"),
  now: () => _("nu"),
  left: () => _("nog te vertellen"),
}

/** Where nobody who is to tell is here: what can be done, before the room waits. */
function wayOut(data) {
  const host = data.moves.some((one) => one.payload.who === "host")
  if (data.stories.some((one) => one.state === "left")) {
    return host
      ? _("Laat de gastheer vertellen, geef het zelf door, of neem een ander verhaal.")
      : _("Geef het zelf door, of neem een ander verhaal.")
  }
  return host ? _("Laat de gastheer vertellen, of geef het zelf door.") : _("Geef het zelf door.")
}

function Stories({ data, api }) {
  const go = (one) => api.act("goto", { step: one.step, stage: "listen", at: data.position })
  const now = data.stories.find((one) => one.state === "now")
  return html`
    <section>
      <h2>${_("De verhalen")}</h2>
      ${now?.absent && html`
        <p class="refused" role="alert"><${Alert} /><span>${now.absent} ${wayOut(data)}</span></p>
      `}
      <ol class="stories">${data.stories.map((one) =>
        html`
          <li key=${one.key} class=${`is-${one.state}`}
            aria-current=${one.state === "now" ? "step" : null}>
            <b dir="auto">${one.title}</b><span class="muted">${STATES[one.state]()}</span>
            ${one.state === "left" && one.absent && html`<span class="absent">${one.absent}</span>`}
            ${one.state === "left" && html`
              <button type="button" class="btn quiet con-sm" aria-label=${_("Neem nu: {title}", {
                title: one.title,
              })}
                onClick=${() => go(one)}>${_("Neem nu")}</button>
            `}
          </li>
        `
      )}</ol>
    </section>
  `
}

/** Forward and back, and who tells; the remote has the same. */
function Moves({ data, api }) {
  const [refused, refuse] = useState(null)
  const press = async (one) => {
    const outcome = await api.contribute(one.slot, one.payload)
    refuse(outcome?.refused ?? outcome?.again ?? null)
  }
  if (!data.moves.length) return null
  return html`
    <div class="moves">${data.moves.map((one) =>
      html`
        <button type="button" key=${one.label} class="btn quiet con-sm"
          onClick=${() => press(one)}>${one.label}</button>
      `
    )}</div>
    ${refused && html`<p class="refused" role="alert"><${Alert} />${refused}</p>`}
  `
}

function Pages({ data, api }) {
  const go = (at) => api.contribute(data.at_slot, { at })
  return html`
    <section>
      <h2>${data.tellers.names
        ? _("{names}: op het scherm", data.tellers)
        : _("Op het scherm")}</h2>
      <ol class="pages">${[_("De titel"), ...data.pages].map((text, at) =>
        html`
          <li key=${at}>
            <button type="button" class=${at === data.at ? "page is-on" : "page"}
              aria-current=${at === data.at ? "true" : null} onClick=${() => go(at)}>
              <span dir="auto">${text}</span>${at === data.at &&
                html`<span class="saved"><${Check} size=${18} />${_("op het scherm")}</span>`}
            </button>
          </li>
        `
      )}</ol>
    </section>
  `
}

function Remarks({ data, api }) {
  const [refused, refuse] = useState(null)
  const put = async (one, payload) => {
    const outcome = await api.contribute(one.slot, payload)
    refuse(outcome?.refused ?? outcome?.again ?? null)
  }
  const gathered = data.stage !== "listen"
  return html`
    <section>
      <h2>${_("Wat de brillen zien, zonder naam")}</h2>
      ${gathered && !data.remarks.some((of) => of.said.length) &&
        html`<p class="muted">${_("Nog niets.")}</p>`}
      ${data.remarks.filter((of) => !gathered || of.said.length).map((of) =>
        html`
          <div key=${of.lens} class="of">
            <h3 dir="auto">${of.lens}</h3>
            ${of.said.length
              ? html`<ul>${
                of.said.map((one) =>
                  html`
                    <li key=${one.slot} class=${one.picked ? "is-picked" : ""}>
                      <span dir="auto">${one.text}</span>
                      ${gathered && html`
                        <button type="button" class="btn quiet con-sm"
                          aria-pressed=${one.picked} aria-label=${_(
                            "Hierop antwoorden de vertellers: {text}",
                            one,
                          )}
                          onClick=${() =>
                            put(one, { on: !one.picked, open: false })}>${one.picked &&
                            html`<${Check} size=${18} />`}${_("Hierop antwoorden")}</button>
                      `}
                      ${data.stage === "answer" && html`
                        <button type="button"
                          class="btn quiet con-sm" aria-pressed=${one.large}
                          aria-label=${_("Toon groot: {text}", one)}
                          onClick=${() => put(one, { on: true, open: !one.large })}>${_(
                            "Toon groot",
                          )}</button>
                      `}
                    </li>
                  `
                )
              }</ul>`
              : html`<p class="muted">${_("Nog niets.")}</p>`}
            ${of.more > 0 && html`
              <p class="muted">${ngettext(
                "Nog {n} ouder briefje op de plank.",
                "Nog {n} oudere briefjes op de plank.",
                of.more,
              )}</p>
            `}
          </div>
        `
      )}
      ${refused && html`<p class="refused" role="alert"><${Alert} />${refused}</p>`}
    </section>
  `
}

/** What somebody without a phone says. */
function ForSomebody({ data, api }) {
  const [text, setText] = useState("")
  const [lens, setLens] = useState(data.lenses[0]?.key ?? "")
  const [said, say] = useState(null)
  const keep = async (event) => {
    event.preventDefault()
    if (!text.trim() || surplus(text, data.limit)) return
    const sent = { text: text.trim(), lens, kind: "remark" }
    const outcome = await api.contribute(`${data.prefix}${data.next}`, sent)
    say(outcome?.ok ? "" : outcome?.refused ?? outcome?.again ?? "")
    if (outcome?.ok) setText("")
  }
  return html`<form class="without" onSubmit=${keep}>
    <h2>${_("Voor iemand zonder gsm")}</h2>
    ${
    data.lenses.length > 0 && html`<label class="con-field"><span>${_("Door welke bril?")}</span>
      <select class="field" value=${lens} onChange=${(event) => setLens(event.target.value)}>${
      data.lenses.map((one) => html`<option value=${one.key}>${one.name}</option>`)
    }</select></label>`
  }
    <${ShortField} label=${_("Wat iemand zegt")} text=${text} limit=${data.limit}
      onText=${setText} />
    <button type="submit" class="btn quiet" aria-disabled=${!text.trim()}>${
    _("Leg het bij het verhaal")
  }</button>
    ${
    said === ""
      ? html`<p class="saved" role="status"><${Check} size=${18} />${_("Bewaard.")}</p>`
      : said && html`<p class="refused" role="alert"><${Alert} />${said}</p>`
  }
  </form>`
}

/** What the facilitator passes on where nobody tells; kept when the field is left. */
function OwnWords({ data, api }) {
  const key = `own:${data.told_slot}`
  const [text, setText] = useState(() => api.draft(key) || data.told)
  const [refused, refuse] = useState(null)
  const long = surplus(text, data.told_limit)
  const leave = async () => {
    if (long || text.trim() === data.told.trim()) return
    const outcome = await api.contribute(data.told_slot, { text: text.trim() })
    if (outcome?.ok) api.keep(key, "")
    refuse(outcome?.refused ?? outcome?.again ?? null)
  }
  return html`<label class="own">${_("Geef je het verhaal zelf door? Schrijf het hier.")}
    <textarea class="field" rows="3" dir="auto" value=${text} onBlur=${leave} onInput=${(event) => {
    setText(event.target.value)
    api.keep(key, event.target.value)
  }}></textarea>
    ${long > 0 && html`<${TooLong} n=${long} where=${notShared()} />`}
    ${refused && html`<span class="refused" role="alert"><${Alert} />${refused}</span>`}
  </label>`
}
