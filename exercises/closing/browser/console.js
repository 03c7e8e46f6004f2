// Beside the preview: the chapters, which may be skipped and put in another order while the room
// looks; what stands beside the picture; and the answers, of which each may be hidden.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { added, shownNext } from "./order.js"

export default function ClosingDesk({ data, api }) {
  return html`<div class="closing-console">
    ${data.lines && html`<${Lines} lines=${data.lines} api=${api} />`}
    ${data.quotes && html`<${Quotes} quotes=${data.quotes} api=${api} />`}
    ${data.answers && html`<${Answers} answers=${data.answers} api=${api} />`}
    <${Chapters} data=${data} api=${api} />
  </div>`
}

function Lines({ lines, api }) {
  if (!lines.all.length) return null
  return html`<label class="pick"><span>${_("Welke stelling?")}</span>
    <select class="field" value=${lines.about} onChange=${(event) =>
    api.contribute(lines.slot, { text: event.target.value })}>${
    lines.all.map((one) =>
      html`<option value=${one.about} selected=${one.about === lines.about}>${
        ngettext("{about} ({n} schoof op)", "{about} ({n} schoven op)", one.moved, one)
      }</option>`
    )
  }</select></label>`
}

function Quotes({ quotes, api }) {
  if (!quotes.all.length) {
    return html`<p class="muted">${_("Er is nog geen citaat dat erbij mag staan.")}</p>`
  }
  return html`<label class="pick"><span>${_("Citaat bij het beeld")}</span>
    <select class="field" value=${quotes.key} onChange=${(event) =>
    api.contribute(quotes.slot, { key: event.target.value })}>
      <option value="" selected=${!quotes.key}>${_("Geen citaat")}</option>${
    quotes.all.map((one) =>
      html`<option value=${one.key} selected=${one.key === quotes.key}>${one.text}${
        one.name || one.house ? ` (${one.name || one.house})` : ""
      }</option>`
    )
  }</select></label>`
}

function Answers({ answers, api }) {
  const hide = (folded, hidden) => {
    const others = answers.hidden.filter((one) => one !== folded)
    api.contribute(answers.slot, { texts: hidden ? [...others, folded] : others })
  }
  if (!answers.areas.length) return html`<p class="muted">${_("Nog geen antwoorden.")}</p>`
  return html`<div class="answers" tabindex="0" aria-label=${_("Antwoorden van de zaal")}>${
    answers.areas.map((area) =>
      html`
        <section key=${area.name}>
          <h2>${area.name}</h2>
          <ul>${area.slips.map((slip) =>
            html`<li key=${slip.folded} class=${slip.hidden ? "is-hidden" : ""}>
            <span dir="auto">${slip.text}${
              slip.times > 1 ? ` (${_("{n} keer", { n: slip.times })})` : ""
            }</span>
            <button type="button" class="btn quiet" aria-label=${
              slip.hidden
                ? _("Toon weer: {text}", { text: slip.text })
                : _("Verberg: {text}", { text: slip.text })
            } onClick=${() => hide(slip.folded, !slip.hidden)}>${
              slip.hidden ? _("Toon weer") : _("Verberg")
            }</button></li>`
          )}</ul>
        </section>
      `
    )
  }</div>`
}

function Chapters({ data, api }) {
  const going = data.chapters.filter((one) => !one.skipped)
  const keys = going.map((one) => one.key)
  const order = (next) => api.act("order", { keys: next })
  const swap = (at, by) => {
    const next = [...keys]
    ;[next[at], next[at + by]] = [next[at + by], next[at]]
    order(next)
  }
  const show = async (one) => {
    if (one.skipped) await order(shownNext(going, one))
    api.act("goto", { step: one.step, stage: data.stage, at: data.at })
  }
  return html`
    <section class="chapters" aria-label=${_("Hoofdstukken")}>
      <h2>${_("Hoofdstukken")}</h2>
      <ol>${data.chapters.map((one, at) =>
        html`<li key=${one.key} class=${`${one.on ? "is-on" : ""} ${one.skipped ? "is-out" : ""}`}>
        <span class="name" dir="auto"><b>${one.title}</b>${
          one.nothing && html`<span class="muted">${one.nothing}</span>`
        }${one.on && html`<span class="muted">${_("op het scherm")}</span>`}</span>
        ${
          !one.on && html`
            <button type="button" class="btn quiet" aria-label=${_("Toon nu: {title}", {
              title: one.title,
            })}
              onClick=${() => show(one)}>${_("Toon nu")}</button>
          `
        }
        ${
          !one.skipped && html`
            <button type="button" class="btn quiet step" aria-label=${_("{title} vroeger", {
              title: one.title,
            })} aria-disabled=${at === 0}
              onClick=${() => at > 0 && swap(at, -1)}>↑</button>
            <button type="button" class="btn quiet step" aria-label=${_("{title} later", {
              title: one.title,
            })} aria-disabled=${at === going.length - 1}
              onClick=${() => at < going.length - 1 && swap(at, 1)}>↓</button>
          `
        }
        ${
          !one.on && (one.skipped
            ? html`
              <button type="button" class="btn quiet" aria-label=${_("Zet er weer bij: {title}", {
                title: one.title,
              })}
                onClick=${() => order(added(going, one))}>${_("Zet erbij")}</button>
            `
            : html`
              <button type="button" class="btn quiet" aria-label=${_("Sla over: {title}", {
                title: one.title,
              })}
                onClick=${() => order(keys.filter((key) => key !== one.key))}>${_(
                  "Sla over",
                )}</button>
            `)
        }
      </li>`
      )}</ol>
    </section>
  `
}
