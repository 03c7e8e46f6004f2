// How far an action is: bezig, gedaan, laten vallen, with a sentence. What was said stays readable.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Chevron } from "../../kit/browser/figures.js"
import { State } from "../../kit/sheet/browser/fields.js"
import { length, TooLong } from "../../kit/browser/too_long.js"
import { actionOf, chosen, isoOf, slotOf, StateMark, StateSign } from "./action.js"

const LIMIT = 200
const STATES = {
  busy: () => _("Bezig"),
  done: () => _("Gedaan"),
  dropped: () => _("Laten vallen"),
}

/** What was sent from here and the page does not show yet: it stays in sight until it is kept. */
function underway(sent, stored) {
  const said = (sent.own ?? (sent.status === "refused" ? sent.payload : null))?.said ?? []
  return said.slice(stored?.said?.length ?? 0).map(({ state, text }) => ({ state, text }))
}

const Moments = ({ moments }) =>
  moments.length > 0 && html`
    <ol class="moments">${moments.map((one, at) =>
      html`<li key=${at}><${StateMark} state=${one.state} />${
        one.day &&
        html`<span class="muted">${one.day}</span>`
      }${
        one.text &&
        html`<span dir="auto">${one.text}</span>`
      }</li>`
    )}</ol>
  `

export function HowItGoes({ n, data, scene, api, to }) {
  const slot = slotOf("state", n)
  const key = `how:${n}`
  const [text, setText] = useState(() => api.draft(key) ?? "")
  const [state, setState] = useState("")
  const action = actionOf(data, n, api)
  const own = data.actions.find((one) => one.n === n) ?? { moments: [], state: "planned" }
  const over = Math.max(0, length(text.trim()) - LIMIT)
  const may = scene.open && state && !over
  const sent = api.slot(slot)
  const write = (event) => {
    setText(event.target.value)
    api.keep(key, event.target.value)
  }
  const save = () => {
    if (!may) return
    const said = chosen(data, "state", n, api).said ?? []
    const moment = { state, text: text.trim(), day: isoOf(new Date(api.now())) }
    api.send(slot, { said: [...said, moment] })
    api.keep(key, "")
    setText("")
    setState("")
  }
  return html`
    <h1>${_("Hoe staat het?")}</h1>
    <p class="lead" dir="auto">${action.what || action.first}</p>
    <div class="part">
      <div class="states" role="group" aria-label=${_("Hoe staat het?")}>${Object.entries(STATES)
        .map(([name, words]) =>
          html`
            <button type="button" key=${name} class=${state === name ? "is-on" : ""}
              aria-pressed=${state === name} onClick=${() => setState(name)}><${StateSign}
              state=${name} size=${26} />${words()}</button>
          `
        )}</div>
      <section class="writing">
        <label for="how-it-goes">${_("Eén zin erbij (mag)")}</label>
        <textarea id="how-it-goes" class="field" rows="3" dir="auto" value=${text}
          onInput=${write}></textarea>
        ${over > 0 && html`
          <p class="writing-state">
            <${TooLong} n=${over} />
          </p>
        `}
      </section>
      <${Moments} moments=${underway(sent, data.values[slot])} />
      <${State} sent=${sent} />
      <p class="muted">${data.readers}</p>
      ${own.moments.length > 0 && html`
        <h2>${_("Tot nu toe")}</h2>
        <${Moments} moments=${own.moments} />
      `}
    </div>
    <div class="foot two">
      <button type="button" class="btn quiet" onClick=${() => to({ page: "plan" })}><${Chevron}
        dir="left" size=${22} />${_("Terug")}</button>
      <button type="button" class="btn" aria-disabled=${!may}
        onClick=${save}>${_(
          "Bewaar",
        )}</button>
    </div>
  `
}
