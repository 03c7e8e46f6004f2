// The person's own place on the line. A drag in progress comes first, then what was sent, then what
// the server stored.
import { html, useEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check, Clock } from "../../kit/browser/figures.js"
import { savingTrouble } from "../../kit/browser/saving.js"
import { SavingState } from "../../kit/browser/saving_state.js"

const STEP = 0.05
// ms to wait before sending, so that a burst of steps or keys becomes one message
const SETTLE = 350

export const clamp = (at) => Math.min(1, Math.max(0, at))
const rounded = (at) => Math.round(clamp(at) * 1000) / 1000

/** {at, from, locked, drag, choose, step, state}: `at` is null as long as nobody chose a place. */
export function usePlace({ data, api, open }) {
  const [hand, setHand] = useState(null) // dragged right now, or chosen and not yet sent
  const settle = useRef({ timer: null, at: null, slot: "" }).current
  const sent = api.slot(data.slot)
  const known = data.at ?? (data.round === 2 ? data.from : null) ?? null
  const at = hand ?? sent.own?.at ?? known

  const flush = () => {
    clearTimeout(settle.timer)
    settle.timer = null
    if (settle.at !== null) api.send(settle.slot, { at: settle.at })
    settle.at = null
    setHand(null) // from now on the sent place is shown
  }
  const latest = useRef(flush)
  latest.current = flush
  // another slot is another place: what was chosen for this one goes out first
  useEffect(() => () => latest.current(), [data.slot])

  const choose = (value, { wait = 0 } = {}) => {
    if (!open) return
    settle.at = rounded(value)
    settle.slot = data.slot
    setHand(settle.at)
    clearTimeout(settle.timer)
    if (wait) settle.timer = setTimeout(flush, wait)
    else flush()
  }
  return {
    at,
    from: data.round === 2 ? data.from ?? null : null,
    locked: !open,
    drag: (value) => open && setHand(rounded(value)),
    drop: () => setHand(null),
    choose,
    // the first step from nowhere starts beside the middle, to the side of the button
    step: (way) => choose((at ?? 0.5) + way * STEP, { wait: SETTLE }),
    busy: settle.timer !== null,
    sent,
    chosen: at !== null,
    known: known !== null,
  }
}

/** The place in words (which end is nearest), for people who cannot see the figure. */
export function placeInWords(at, ends) {
  if (at === null) return _("nog geen plaats gekozen")
  const [end, far] = at < 0.5 ? [ends[0], at] : [ends[1], 1 - at]
  if (far <= 0.01) return _("helemaal bij {end}", { end })
  if (far < 0.2) return _("dicht bij {end}", { end })
  if (far < 0.45) return _("dichter bij {end}", { end })
  return _("ongeveer in het midden")
}

/** One sentence at the bottom: is it saved, and may I still move. */
export function PlaceState({ place, moving }) {
  return html`
    <div class="foot">
      <${SavingState} tag="div" class=${null}>${sentence(place, moving)}<//>
    </div>
  `
}

function sentence({ sent, busy, locked, chosen, known }, moving) {
  const trouble = savingTrouble(sent)
  if (trouble) return trouble
  if (busy || sent.status === "sending") {
    return html`<p class="pending"><${Clock} />${_("Bezig met bewaren.")}</p>`
  }
  if (locked) {
    return html`<p class="pending">${
      known ? _("De lijn staat vast. Je plaats is bewaard.") : _("De lijn staat nu vast.")
    }</p>`
  }
  if (!chosen) return html`<p class="pending">${_("Ga staan waar het voor jou klopt.")}</p>`
  if (moving && sent.status !== "saved") {
    return html`<p class="saved"><${Check} />${_("Je staat waar je stond.")}</p>`
  }
  return html`<p class="saved"><${Check} />${_("Bewaard. Je mag nog opschuiven.")}</p>`
}
