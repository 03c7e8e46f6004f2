// Beside the preview: in the dark the questions to say aloud, with the silence after each (the main
// button of the console asks the next one); then the slips, each with a button that lays it in the
// light.
import { html, useEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Alert, Check } from "../../kit/browser/figures.js"
import { chime, useSound } from "../../kit/browser/chime.js"

export default function RecallDesk({ data, api }) {
  useSound()
  return html`<div class="recall-console">${
    data.place === "listen"
      ? html`<${Questions} data=${data} />`
      : html`<${Slips} data=${data} api=${api} />`
  }</div>`
}

function Questions({ data }) {
  const left = useSilence(data)
  const next = data.asked < data.questions.length
  return html`
    <p class="say">${data.asked
      ? _("Spreek traag. Laat stilte.")
      : html`<span dir="auto">${data.opening}</span>`}</p>
    <ol>${data.questions.map((text, at) =>
      html`
        <li key=${at} class=${at + 1 === data.asked ? "is-now" : at < data.asked ? "is-done" : ""}
          aria-current=${at + 1 === data.asked ? "step" : null}>
          ${at + 1 < data.asked && html`<${Check} size=${18} />`}<span dir="auto">${text}</span>
        </li>
      `
    )}</ol>
    <p class="silence" role="timer">${silence(left, next)}</p>
  `
}

function silence(left, next) {
  if (left === null) return null
  if (left > 0) return ngettext("Nog {n} seconde stilte.", "Nog {n} seconden stilte.", left)
  return next ? _("De stilte is om.") : _("Alle vragen zijn gesteld.")
}

/**
 * Whole seconds of silence left after the last question, 0 when it is over, null at the own pace or
 * before the first one. Sounds once at its end, when that is on.
 */
function useSilence({ asked, pause, sound }) {
  const since = useRef({ asked, at: asked ? null : 0 })
  const [, redraw] = useState(0)
  if (since.current.asked !== asked) since.current = { asked, at: performance.now() }
  const { at } = since.current
  const left = !pause || !asked || at === null
    ? null
    : Math.max(0, Math.ceil(pause - (performance.now() - at) / 1000))
  const runs = left !== null && left > 0
  const ran = useRef(runs)
  useEffect(() => {
    if (ran.current && left === 0 && sound) chime()
    ran.current = runs
    if (!runs) return
    const beat = setInterval(() => redraw((n) => n + 1), 250)
    return () => clearInterval(beat)
  }, [runs, asked])
  return left
}

function Slips({ data, api }) {
  if (!data.slips.length) {
    return html`<p class="none">${
      data.place === "light"
        ? _("Er zijn geen briefjes.")
        : _("De briefjes komen hier zodra iemand iets schrijft.")
    }</p>`
  }
  return html`
    <p class="none">${data.place === "light"
      ? data.slips.some((one) => one.warm)
        ? _("Op het scherm ligt wat de groep warm noemde. Hier kun je er nog bij leggen.")
        : _("Nog niets ligt in het licht. Leg hier in het licht wat de groep warm vond.")
      : _("Vraag aan de groep: wat was warm, zonder voorwaarden en spontaan?")}</p>
    <ul>${data.slips.map((slip) =>
      html`
        <${Slip} key=${slip.key} slip=${slip} api=${api} />
      `
    )}</ul>
    ${data.more > 0 && html`
      <p class="none">${ngettext(
        "Nog {n} briefje staat bij zijn vraag.",
        "Nog {n} briefjes staan bij hun vraag.",
        data.more,
      )}</p>
    `}
  `
}

function Slip({ slip, api }) {
  const [refused, refuse] = useState(null)
  const mark = async () => {
    const outcome = await api.contribute(slip.slot, { on: !slip.warm, text: slip.text })
    refuse(outcome?.refused ?? outcome?.again ?? null)
  }
  return html`<li class=${slip.warm ? "is-warm" : ""}>
    <div class="text"><b dir="auto">${slip.text || slip.feeling}</b>
      ${
    [slip.text && slip.feeling, slip.who, slip.host].filter(Boolean).map((said) =>
      html`<span class="muted" dir="auto">${said}</span>`
    )
  }</div>
    ${
    slip.text &&
    html`
      <button type="button" class="btn quiet" aria-pressed=${slip.warm} onClick=${mark}
        aria-label=${_("In het licht: {text}", { text: slip.text })}>${slip.warm &&
          html`<${Check} size=${18} />`}${_("In het licht")}</button>
    `
  }
    ${refused && html`<p class="refused" role="alert"><${Alert} />${refused}</p>`}
  </li>`
}
