// Slotmoment on a phone: one sentence about what somebody takes home, with an area or none; else a
// friendly word to look at the screen. The same for guests and for participants.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { ChooseOne } from "../../kit/browser/choose_one.js"
import { AreaIcon } from "../../kit/browser/figures.js"
import { Hall } from "../../kit/browser/hall.js"
import { PressedWriting } from "../../kit/browser/pressed_writing.js"

export default function ClosingPhone({ data, scene, me, api }) {
  const { ask, before } = data
  return html`<div class="closing-phone">
    ${
    ask
      ? html`<${Ask} key=${ask.key} ask=${ask} data=${data} open=${scene.open} api=${api} />`
      : html`
        <div class="words">
          <h1>${_("Kijk mee op het scherm.")}</h1>
          <p class="lead" dir="auto">${data.title}</p>
        </div>
      `
  }
    ${
    before.length > 0 && html`<section class="before" aria-label=${_("Wat je al schreef")}>
      <h2>${_("Wat je al schreef")}</h2>
      ${before.map((one) => html`<${Before} key=${one.key} one=${one} api=${api} />`)}
    </section>`
  }
    ${
    // a guest has no figure
    !ask && !before.length && me.organisation &&
    html`<${Hall} me=${me} />`}
  </div>`
}

function Ask({ ask, data, open, api }) {
  const text = api.slot(ask.slot).own?.text ?? ask.text
  const writable = open || Boolean(text)
  return html`
    <div class="words">
      <h1 dir="auto">${ask.question}</h1>
      <p class="lead">${_("Eén zin volstaat. Er staat niet bij wie hem schreef.")}</p>
    </div>
    <div class="write">
      <${PressedWriting} key=${ask.slot} slot=${ask.slot} stored=${ask.text}
        limit=${data.limit} api=${api} disabled=${!writable} label=${_("Mijn actie")}
        hint=${_("Ik ga …")} told=${_("Wat je schrijft, komt zonder naam op het scherm.")}
        first=${_("Zet op het scherm")} again=${_("Verander")} />
    </div>
    <${ChooseOne} choice=${ask.area} legend=${_("Waar hoort dat bij? Kiezen hoeft niet.")}
      api=${api} open=${writable}
      icon=${(area) => area && html`<${AreaIcon} area=${area} size=${36} />`} />
    ${text && html`<${Withdraw} slot=${ask.slot} api=${api} />`}
  `
}

const Withdraw = ({ slot, api }) =>
  html`<button type="button" class="btn quiet withdraw" onClick=${() =>
    api.send(slot, { text: "" })}>${_("Trek mijn zin terug")}</button>`

function Before({ one, api }) {
  const text = api.slot(one.slot).own?.text ?? one.text
  if (!text) return html`<p class="muted" role="status">${_("Je trok je zin terug.")}</p>`
  return html`
    <div class="slip">
      <p class="question" dir="auto">${one.question}</p>
      <p dir="auto"><b>${text}</b></p>
      <button type="button" class="btn quiet" onClick=${() => api.send(one.slot, { text: "" })}>${_(
        "Trek terug",
      )}</button>
    </div>
  `
}
