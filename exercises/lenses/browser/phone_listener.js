// Who listens: the own lens with its prompts, and remarks or questions to lay beside the story.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { AreaIcon, Check } from "../../kit/browser/figures.js"
import { DraftState, dropDraft, useButtonDraft } from "../../kit/browser/draft.js"
import { savingTrouble } from "../../kit/browser/saving.js"
import { SavingState } from "../../kit/browser/saving_state.js"
import { length, surplus } from "../../kit/browser/too_long.js"
import { Glasses } from "./glasses.js"
import { Ends } from "./phone.js"

const NEAR = 40

export function Listener({ data, api }) {
  const [editing, edit] = useState(null)
  const said = saidNow(data, api)
  const free = freeSlot(data, said, api)
  const slot = editing ?? free
  return html`
    ${data.lens && html`
      <${Glasses} shape=${data.lens.shape} tile=${data.ends.host?.tile} />
    `}
    <div class="words">
      <h1 dir="auto">${data.lens ? data.lens.name : _("Luister mee.")}</h1>
      <${Ends} data=${data} />
      ${data.stage !== "listen" && html`<p class="lead">${
        _(
          "Kijk naar het scherm. Valt je nog iets op, dan mag het er nog bij.",
        )
      }</p>`}
    </div>
    <${Before} data=${data} api=${api} />
    ${slot
      ? html`
        <${Write} key=${slot} slot=${slot} data=${data} api=${api}
          stored=${said.find((one) => one.slot === slot)} done=${() => edit(null)}
          editing=${editing !== null} />
      `
      : html`<p class="full">${
        _("Je legde er al veel bij. Pas er een aan, of haal er een weg.")
      }</p>`}
    <${Own} said=${said} editing=${editing} edit=${edit} api=${api} />
  `
}

/** The own remarks: what was sent here counts before the page shows it. */
function saidNow(data, api) {
  const found = []
  for (let n = 1; n <= data.most; n++) {
    const slot = `${data.prefix}${n}`
    const stored = data.said.find((one) => one.slot === slot)
    const own = api.slot(slot).own
    const one = own ? { ...stored, ...own, slot } : stored
    if (one?.text) found.push(one)
  }
  return found
}

/** The first slot without a remark; one with a text that is not sent yet comes first. */
function freeSlot(data, said, api) {
  const slots = Array.from({ length: data.most }, (_none, at) => `${data.prefix}${at + 1}`)
  const free = slots.filter((slot) => !said.some((one) => one.slot === slot))
  return free.find((slot) => api.draft(slot)) ?? free[0] ?? null
}

function Write({ slot, stored, data, api, editing, done }) {
  const [text, setText] = useState(() => api.draft(slot) || (stored?.text ?? ""))
  const [kind, setKind] = useState(stored?.kind ?? "question")
  const [prompt, setPrompt] = useState(stored?.prompt ?? "")
  const [area, setArea] = useState(stored?.area ?? null)
  const { limit } = data
  useButtonDraft({ slot, text, limit, api })
  const long = surplus(text, limit) > 0
  const ready = Boolean(text.trim()) && !long && data.open
  const write = (event) => {
    setText(event.target.value)
    api.keep(slot, event.target.value)
  }
  const send = (event) => {
    event.preventDefault()
    if (!ready) return
    api.send(slot, { text: text.trim(), kind, prompt, area })
    api.keep(slot, "")
    dropDraft(slot, api)
    done()
  }
  const left = limit - length(text)
  return html`
    <form class="write" onSubmit=${send}>
      ${data.lens?.prompts.length > 0 && html`
        <fieldset class="prompts"><legend class="visually-hidden">${_(
          "Een vraag om door te kijken, of geen",
        )}</legend>${data.lens.prompts.map((one) =>
          html`
            <button type="button" key=${one} class=${one === prompt ? "prompt on" : "prompt"}
              aria-pressed=${one === prompt} onClick=${() => setPrompt(one === prompt ? "" : one)}>
                <span dir="auto">${one}</span>${one === prompt && html`<${Check} size=${22} />`}
              </button>
          `
        )}</fieldset>
      `}
      <div class="kinds" role="group" aria-label=${_("Vraag of opmerking")}>${[
        ["question", _("mijn vraag")],
        ["remark", _("mijn opmerking")],
      ].map(([key, label]) =>
        html`
          <button type="button" key=${key} class=${kind === key ? "on" : ""}
            aria-pressed=${kind === key} onClick=${() => setKind(key)}>${label}</button>
        `
      )}</div>
      <label class="visually-hidden" for="odv-remark">${kind === "question"
        ? _("Mijn vraag")
        : _("Mijn opmerking")}</label>
      <textarea id="odv-remark" class="field paper" rows="3" dir="auto" value=${text}
        onInput=${write} aria-describedby="odv-remark-state"
        placeholder=${_("Wat zie je door deze bril?")}></textarea>
      <${SavingState} id="odv-remark-state" left=${left}>${long
        ? html`<${DraftState} slot=${slot} text=${text} limit=${limit} api=${api} />`
        : left <= NEAR && html`<span class="muted">${_("nog {n} tekens", { n: left })}</span>`}<//>
      <${Areas} areas=${data.areas} area=${area} choose=${setArea} />
      <p class="seen">${_(
        "Een paar woorden volstaan: je zegt het straks zelf. " +
          "Op het scherm staat het zonder je naam.",
      )}</p>
      <div class="foot"><button type="submit" class="btn" aria-disabled=${!ready}>${editing
        ? _("Bewaar wat ik aanpaste")
        : _("Leg het bij het verhaal")}</button></div>
      ${editing && html`<button type="button" class="btn quiet" onClick=${() => {
        api.keep(slot, "")
        done()
      }}>${_("Laat het zoals het was")}</button>`}
    </form>
  `
}

/** Which area it is about, or none; folded in, since most remarks need none. */
function Areas({ areas, area, choose }) {
  return html`
    <details class="areas">
      <summary>${area
        ? html`<${AreaIcon} area=${area} size=${28} /> <span dir="auto">${
          areas.find((one) => one.number === area)?.name
        }</span>`
        : _("Bij welk aandachtsgebied? Mag leeg blijven.")}</summary>
      <div>${areas.map((one) =>
        html`
          <button type="button" key=${one.number} aria-pressed=${one.number === area}
            class=${one.number === area ? "pick on" : "pick"}
            onClick=${() => choose(one.number === area ? null : one.number)}>
              <${AreaIcon} area=${one.number} size=${32} /><span dir="auto">${one.name}</span>
              ${one.number === area && html`<${Check} size=${20} />`}
            </button>
        `
      )}</div>
    </details>
  `
}

/** What this person laid beside the story. */
function Own({ said, editing, edit, api }) {
  if (!said.length) return null
  return html`
    <section class="own">
      <h2>${_("Dit legde je erbij")}</h2>
      <ul>${said.map((one) => {
        const sent = api.slot(one.slot)
        return html`
          <li key=${one.slot}>
            <p dir="auto">${one.text}</p>
            <p class="muted">${one.kind === "question" ? _("vraag") : _("opmerking")}</p>
            <${SavingState}>${savingTrouble(sent) ?? (sent.status === "saved" &&
              html`<span class="saved"><${Check} />${_("Bewaard.")}</span>`)}<//>
            <div class="do">
              <button type="button" class="btn quiet" aria-label=${_("Pas aan: {text}", one)}
                aria-disabled=${editing === one.slot}
                onClick=${() => edit(one.slot)}>${_("Pas aan")}</button>
              <button type="button" class="btn quiet" aria-label=${_("Haal weg: {text}", one)}
                onClick=${() => {
                  api.send(one.slot, { text: "" })
                  if (editing === one.slot) edit(null)
                }}>${_("Haal weg")}</button>
            </div>
          </li>
        `
      })}</ul>
    </section>
  `
}

/** What was still being written about the story before: to send after all, or to throw away. */
function Before({ data, api }) {
  const { before, most } = data
  const [, redraw] = useState(0)
  if (!before) return null
  const slots = Array.from({ length: most }, (_none, at) => `${before.prefix}${at + 1}`)
  const slot = slots.find((one) => api.draft(one) && !before.said.includes(one))
  if (!slot) return null
  const text = api.draft(slot)
  const away = () => {
    api.keep(slot, "")
    dropDraft(slot, api)
    redraw((n) => n + 1)
  }
  return html`
    <section class="before">
      <h2>${_("Je schreef nog aan: {title}", { title: before.title })}</h2>
      <p dir="auto">${text}</p>
      <div class="do">
        <button type="button" class="btn quiet" aria-disabled=${surplus(text, data.limit) > 0}
          onClick=${() => {
            if (surplus(text, data.limit) > 0) return
            api.send(slot, { text: text.trim(), kind: "remark" })
            away()
          }}>${_("Leg het er nog bij")}</button>
        <button type="button" class="btn quiet" onClick=${away}>${_("Gooi weg")}</button>
      </div>
    </section>
  `
}
