// 'Dit raakt ook aan ...': threads from my stone to others, each with a few words.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Alert, Chevron, Cross, Unplugged } from "../../kit/browser/figures.js"
import { dropDraft } from "../../kit/browser/draft.js"
import { notYet } from "../../kit/browser/saving.js"
import { surplus } from "../../kit/browser/too_long.js"
import { Stone, Who } from "./stones.js"
import { Words } from "./words.js"

export function Threads({ data, scene, api }) {
  const [to, choose] = useState(null)
  const target = to && data.table.find((one) => one.id === to)
  const free = data.table.filter((one) => !data.threads.some((thread) => thread.target === one.id))
  if (target && scene.open) {
    return html`<${Tie} key=${to} data=${data} target=${target} api=${api} back=${() =>
      choose(null)} />`
  }
  return html`<section class="part threads">
    <h2>${_("Dit raakt ook aan …")}</h2>
    ${
    data.threads.length > 0 && html`<ul class="tied">${
      data.threads.map((one) =>
        html`<${Tied} key=${one.target} one=${one} open=${scene.open} api=${api} />`
      )
    }</ul>`
  }
    ${!data.table.length && html`<p class="hint">${_("Er ligt nog geen andere steen.")}</p>`}
    ${
    data.table.length > 0 && !scene.open &&
    html`<p class="hint">${_("Draden leggen kan nu even niet.")}</p>`
  }
    ${
    free.length > 0 && scene.open && data.threads.length < data.threads_limit && html`
      <p class="hint">${_("Hoeft niet. Tik op een steen om er een draad naar te leggen.")}</p>
      <ul class="others">${free.map((one) =>
        html`<li key=${one.id}>
      <button type="button" class="other" onClick=${() => choose(one.id)} aria-label=${
          _("Leg een draad naar: {top} / {flop}", { top: one.top, flop: one.flop })
        }>
        <span class="lines"><${Who} who=${one} size=${24} /><span class="both"><span
          dir="auto">▲ ${one.top}</span><span dir="auto">▼ ${one.flop}</span></span></span>
          <${Chevron} /></button></li>`
      )}</ul>
    `
  }
  </section>`
}

function Tied({ one, open, api }) {
  return html`<li><p><b dir="auto">${one.text}</b> <${Who} who=${one} size=${24} /></p>
    ${
    open && html`
      <button type="button" class="cut" onClick=${() => api.send(slotOf(one.target), { text: "" })}
        aria-label=${_("Haal deze draad weg: {text}", { text: one.text })}><${Cross} /></button>
    `
  }</li>`
}

const slotOf = (id) => `stone.thread-${id}`

function Tie({ data, target, api, back }) {
  const draft = `thread-${target.id}`
  const [text, setText] = useState(() => api.draft(draft))
  const sent = api.slot(slotOf(target.id))
  const write = (value) => {
    setText(value)
    api.keep(draft, value)
  }
  const long = surplus(text, data.shared_limit) > 0
  const tie = () => {
    api.send(slotOf(target.id), { text: text.trim() })
    dropDraft(draft, api)
  }
  if (sent.status === "saved" && sent.payload?.text) {
    api.keep(draft, "")
    queueMicrotask(back)
  }
  return html`
    <section class="part threads">
      <button type="button" class="back"
        onClick=${back}><${Chevron} dir="left" />${_("Kies een andere")}</button>
      <p class="who-line">
        <${Who} who=${target} />
      </p>
      <${Stone} stone=${target} size=${20} />
      <${Words} id="domino-thread" slot=${draft} api=${api} text=${text}
        onText=${write} limit=${data.shared_limit}
        label=${_("Wat raakt aan jouw steen?")} hint=${_("Een paar woorden volstaan.")} />
      <div class="state" role="status">${sent.status === "refused"
        ? html`<p class="refused"><${Alert} />${sent.reason}</p>`
        : sent.status === "waiting"
        ? html`<p class="refused"><${Unplugged} />${notYet(sent)}</p>`
        : null}</div>
      <button type="button" class="btn" aria-disabled=${!text.trim() || long ||
        sent.status === "sending"}
        onClick=${tie}>${_("Leg de draad")}</button>
    </section>
  `
}
