// The clock of a step: start one, give a minute more, hold it, stop it. How much is left is drawn
// by the shared clock.
import { html } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { clockText, useTimeLeft } from "../../../exercises/kit/browser/clock.js"

const CHOICES = [2, 5, 10]

export function ClockPanel({ timer, api, act }) {
  const left = useTimeLeft(timer, api.now)
  return html`
    <section class="con-clock" aria-label=${_("Klok")}>
      <div class="con-clock-head">
          <h2>${_("Klok")}</h2>
          ${timer
            ? html`<${TimeLeft} left=${left} paused=${timer.paused} />`
            : html`<p class="con-small">${_("ook op het scherm")}</p>`}
        </div>
      <div class="con-clock-keys">
          ${timer
            ? html`<${Running} timer=${timer} left=${left} act=${act} />`
            : html`<${Presets} act=${act} />`}
        </div>
    </section>
  `
}

export function TimeLeft({ left, paused }) {
  const over = left === 0
  return html`<p class=${`con-left${over ? " is-over" : ""}`} role="timer">
    ${over ? _("de tijd is om") : paused ? _("staat stil") : ""} <b>${clockText(left)}</b>
  </p>`
}

export function Presets({ act }) {
  return CHOICES.map((minutes) =>
    html`<button type="button" key=${minutes} class="con-key" onClick=${() =>
      act("timer", { minutes })}>
    ${_("{n} min", { n: minutes })}
  </button>`
  )
}

export function Running({ timer, left, act }) {
  const hold = timer.paused ? { resume: true } : { pause: true }
  return html`
    ${left > 0 &&
      html`<button type="button" class="con-key" onClick=${() => act("timer", hold)}>${
        timer.paused ? _("Verder") : _("Houd stil")
      }</button>`}
    <button type="button" class="con-key" onClick=${() => act("timer", { add: 1 })}>${_(
      "+1 min",
    )}</button>
    <button type="button" class="con-key" onClick=${() => act("timer", { stop: true })}>${_(
      "Stop",
    )}</button>
  `
}
