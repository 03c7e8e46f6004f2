// The plans of others: a question, an idea, an offer to help, 'dit doen wij ook'.
import { html, useEffect, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { AreaIcon, Check } from "../../kit/browser/figures.js"
import { useGuard } from "../../kit/browser/guard.js"
import { savingTrouble } from "../../kit/browser/saving.js"
import { length, TooLong } from "../../kit/browser/too_long.js"
import { Paper, StateMark } from "./action.js"
import { Helpers, Whose } from "./phone_plan.js"
import { KINDS, kindWord, Remark } from "./remark.js"

const LIMIT = 200

export function Others({ data, scene, api }) {
  const [open, setOpen] = useState(data.focus)
  // the plan that comes on the screen is the one to look at
  useEffect(() => setOpen(data.focus), [data.focus])
  const plan = data.others.find((one) => one.id === open)
  if (!plan) return html`<${Choose} data=${data} scene=${scene} choose=${setOpen} />`
  return html`
    <h1>${scene.stage === "help"
      ? _("Kunnen jullie hierbij helpen?")
      : _("Wat maakt dit scherper?")}</h1>
    <${Whose} party=${plan} />
    ${plan.actions.map((one) =>
      html`
        <${OtherAction} key=${`${plan.id}:${one.n}`} one=${one} plan=${plan} data=${data}
          scene=${scene} api=${api} />
      `
    )}
    ${data.others.length > 1 && html`
      <button type="button" class="btn quiet wide" onClick=${() => setOpen("")}>${_(
        "Een ander plan",
      )}</button>
    `}
  `
}

const Choose = ({ data, scene, choose }) =>
  html`
    <h1>${!data.others.length
      ? _("Kijk naar het scherm.")
      : scene.stage === "help"
      ? _("Wie kunnen jullie helpen?")
      : _("Welk plan?")}</h1>
    ${!data.others.length &&
      html`<p class="lead">${_("Er ligt nog geen ander plan op tafel.")}</p>`}
    ${data.others.map((one) =>
      html`
        <button type="button" key=${one.id} class="sheet poster which"
          onClick=${() => choose(one.id)}><${Whose} party=${one} /></button>
      `
    )}
  `

function OtherAction({ one, plan, data, scene, api }) {
  const [kind, choose] = useState("")
  const guarded = useGuard()
  const slot = (name) => `on.${plan.id}:${one.n}:${name}`
  const mine = (name) => {
    const sent = api.slot(slot(name)).own
    return sent ? (sent.on ? sent.text : null) : one.mine[name] ?? null
  }
  const action = { ...one, date: "", review: "", from: [], area: one.area }
  return html`
    <section class="own-action" aria-label=${one.what || one.first}>
      <${Told} data=${data} one=${one} action=${action} />
      ${one.helpers.length > 0 && html`<${Helpers} helpers=${one.helpers} />`}
      ${one.said.map((said, at) => html`<${Remark} key=${at} one=${said} />`)}
      ${scene.open && html`
        <div class="kinds">${KINDS.map((name) =>
          html`
            <button type="button" key=${name} class=${mine(name) !== null ? "is-on" : ""}
              aria-expanded=${kind === name} onClick=${guarded(() =>
                choose(kind === name ? "" : name)
              )}>${mine(name) !== null && html`<${Check} size=${18} />`}${kindWord(name)}</button>
          `
        )}</div>
        ${kind && html`
          <${Say} key=${kind} kind=${kind} slot=${slot(kind)} mine=${mine(kind)} api=${api}
            close=${() => choose("")} />
        `}
      `}
      ${KINDS.map((name) => savingTrouble(api.slot(slot(name))))}
    </section>
  `
}

/** An action of others, to be read: without blanks to fill in. */
const Told = ({ data, one, action }) => {
  const area = data.areas.find((found) => found.number === one.area)
  const whole = one.what && one.whom && one.first && one.who
  if (whole && !one.day) return html`<${Paper} data=${data} action=${action} />`
  return html`
    <div class="paper">
      ${area && html`
        <p
          class="paper-head"><${AreaIcon} area=${area.number} size=${26} /><span>${area
            .number} ${area.name}</span></p>
      `}
      <p class="sentence"><b dir="auto">${one.what || one.first}</b></p>
      ${one.whom && html`<p dir="auto">${_("Voor wie: {who}", { who: one.whom })}</p>`}
      ${one.what && one.first &&
        html`<p dir="auto">${
          one.day
            ? _("Eerst, tegen {day}: {step}", { day: one.day, step: one.first })
            : _("Eerst: {step}", { step: one.first })
        }</p>`}
      <p dir="auto">${one.who
        ? _("Wie het doet: {who}.", { who: `\u2068${one.who}\u2069` })
        : _("Wie neemt dit op zich?")}</p>
      ${one.state !== "planned" && html`<${StateMark} state=${one.state} />`}
    </div>
  `
}

const HINTS = {
  question: () => _("Jouw vraag"),
  idea: () => _("Jouw idee"),
  help: () => _("Waarmee kunnen jullie helpen? (mag leeg)"),
  same: () => _("Hoe doen jullie het? (mag leeg)"),
}

function Say({ kind, slot, mine, api, close }) {
  const [text, setText] = useState(() => api.draft(slot) || mine || "")
  const over = Math.max(0, length(text.trim()) - LIMIT)
  const needed = kind === "question" || kind === "idea"
  const may = !over && (!needed || text.trim())
  const write = (event) => {
    setText(event.target.value)
    api.keep(slot, event.target.value)
  }
  const say = () => {
    if (!may) return
    api.send(slot, { on: true, text: text.trim() })
    api.keep(slot, "")
    close()
  }
  const back = () => {
    api.send(slot, { on: false, text: "" })
    api.keep(slot, "")
    close()
  }
  const id = `say-${slot.replace(/[^\w-]/g, "-")}`
  return html`
    <div class="say">
      <label for=${id}>${HINTS[kind]()}</label>
      <textarea id=${id} class="field" rows="3" dir="auto" value=${text}
        onInput=${write}></textarea>
      ${over > 0 && html`
        <p class="writing-state">
          <${TooLong} n=${over} />
        </p>
      `}
      <p class="muted">${_("De groep leest dit met jouw naam.")}</p>
      <div class="two">
        ${mine !== null &&
          html`<button type="button" class="btn quiet" onClick=${back}>${
            _(
              "Neem terug",
            )
          }</button>`}
        <button type="button" class="btn" aria-disabled=${!may} onClick=${say}>${_(
          "Zeg het",
        )}</button>
      </div>
    </div>
  `
}
