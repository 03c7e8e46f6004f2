// The clock of a step. The server says when it ends; each device only draws what is left.
import { html, useEffect, useState } from "./vendor/htm-preact.js"
import { _ } from "./i18n.js"

/** Milliseconds left, re-drawn each second; null without a timer. */
export function useTimeLeft(timer, now) {
  const [, redraw] = useState(0)
  const running = Boolean(timer) && !timer.paused
  useEffect(() => {
    if (!running) return
    const beat = setInterval(() => redraw((n) => n + 1), 500)
    return () => clearInterval(beat)
  }, [running, timer?.ends_at])
  if (!timer) return null
  return Math.max(0, timer.paused ? timer.left_ms : timer.ends_at - now())
}

export function clockText(left) {
  const seconds = Math.ceil(left / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}

/** What a break is called on phone and screen: as on the agenda, else just a break. */
export const breakTitle = (interlude) =>
  interlude?.kind === "break" && interlude.title ? `${interlude.title}.` : _("Even pauze.")

/** When it goes on, as long as its clock runs. */
export function breakMore(interlude) {
  const { timer } = interlude ?? {}
  if (!timer || timer.paused) return _("Neem iets om te drinken. Straks gaan we verder.")
  const at = new Date(timer.ends_at)
  const time = `${at.getHours()}.${String(at.getMinutes()).padStart(2, "0")}`
  return _("We gaan verder om {time} uur.", { time })
}

/** role=timer stays silent by itself: a screen reader that says every second helps nobody. */
export function Timer({ timer, api }) {
  const left = useTimeLeft(timer, api.now)
  if (left === null) return null
  return html`<span class=${`timer${left === 0 ? " done" : ""}${
    timer.paused ? " paused" : ""
  }`} role="timer">
    <svg viewBox="0 0 24 24" width="1em" height="1em" aria-hidden="true">
      <circle cx="12" cy="13" r="8.5" fill="none" stroke="currentColor" stroke-width="2.6" />
      <path d="M12 8v5l3 2.5M9.5 2h5" fill="none" stroke="currentColor" stroke-width="2.6"
        stroke-linecap="round" stroke-linejoin="round" />
    </svg>
    <span class="left">${clockText(left)}</span>
    ${timer.paused && html`<span class="visually-hidden">${_("gepauzeerd")}</span>`}
  </span>`
}
