// Acties on a phone: the own plan, one action at a time, and the plans of others to sharpen.
import { html, useEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { usePresence } from "../../kit/browser/joint.js"
import { slotOf } from "./action.js"
import { Others } from "./phone_others.js"
import { OwnPlan } from "./phone_plan.js"
import { HowItGoes } from "./phone_state.js"
import { WriteAction, WRITING } from "./phone_writing.js"

// The words of each step of the form.
const STEPS = [["what"], ["whom", "sign"], ["first"], ["who"]]

/** `data` is what `phone` of views.py gave; {} on a phone of nobody. */
export default function ActionsPhone({ data, scene, api }) {
  if (!data.joint) {
    return html`
      <div class="sheet-phone actions-phone">
        <div class="page">
          <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
        </div>
      </div>
    `
  }
  return html`<${Plans} data=${data} scene=${scene} api=${api} />`
}

function Plans({ data, scene, api }) {
  const [unsent] = useState(() => unfinished(data, scene, api))
  const [at, go] = useState({ page: "plan", n: 0, step: 0, ...unsent })
  const [side, setSide] = useState(
    data.shown && data.focus !== data.holder.id && !unsent ? "others" : "own",
  )
  const helping = data.shown && scene.stage === "help"
  const resumed = useRef(Boolean(unsent))
  useEffect(() => {
    const writing = resumed.current
    resumed.current = false
    if (!helping || writing) return
    setSide("others")
    // who is typing stays there, and finds the actions of others afterwards
    if (at.page !== "plan" && !typed(data, api)) to({ page: "plan" })
  }, [helping])
  const presence = usePresence(data.joint, api)
  const top = useRef(null)
  const to = (place) => {
    go({ n: 0, step: 0, ...place })
    if (place.page !== "write") api.keep(WRITING, "")
    top.current?.scrollIntoView({ block: "start" })
  }
  // once the plans are on the screen, the one that is there comes first
  const before = useRef(unsent ? data.focus : null)
  useEffect(() => {
    const known = before.current === data.focus
    before.current = null
    // who was still writing is not taken away from it by what was already there
    if (!known && data.shown && data.focus) {
      setSide(data.focus === data.holder.id ? "own" : "others")
    }
  }, [data.shown, data.focus])
  const tools = { data, scene, api, presence, to }
  if (at.page === "write") {
    return html`
      <${Frame} top=${top} key=${`write-${at.n}`}>
        <${WriteAction} n=${at.n} first=${at.step} ...${tools} />
        <//>
    `
  }
  if (at.page === "state") {
    return html`
      <${Frame} top=${top} key=${`state-${at.n}`}>
        <${HowItGoes} n=${at.n} ...${tools} />
        <//>
    `
  }
  const others = data.shown && side === "others"
  return html`
    <${Frame} top=${top} key="plan">
      ${data.shown && html`<${Sides} side=${side} choose=${setSide} />`}
      ${others ? html`<${Others} ...${tools} />` : html`<${OwnPlan} ...${tools} />`}
      <//>
  `
}

/** Where words stand that were not sent yet; null for nowhere. */
function typed(data, api) {
  for (let n = 1; n <= data.count; n++) {
    if (api.draft(`how:${n}`)) return { page: "state", n }
    const step = STEPS.findIndex((keys) => keys.some((key) => api.draft(`joint:${slotOf(key, n)}`)))
    if (step >= 0) return { page: "write", n, step }
  }
  return null
}

/** Where this phone was still writing when it was put away; null for nowhere. */
function unfinished(data, scene, api) {
  const words = typed(data, api)
  if (words) return words
  const [n, step] = api.draft(WRITING).split(":").map(Number)
  return scene.open && n > 0 && n <= data.count ? { page: "write", n, step: step || 0 } : null
}

const Frame = ({ top, children }) =>
  html`
    <div class="sheet-phone actions-phone">
      <div ref=${top} class="page">${children}</div>
    </div>
  `

const Sides = ({ side, choose }) =>
  html`
    <div class="sides">
      <button type="button" class=${side === "own" ? "is-on" : ""} aria-pressed=${side === "own"}
        onClick=${() => choose("own")}>${_("Ons plan")}</button>
      <button type="button" class=${side === "others" ? "is-on" : ""} aria-pressed=${side ===
        "others"}
        onClick=${() => choose("others")}>${_("Van anderen")}</button>
    </div>
  `
