// The place of the organisation's pawn. A drag in progress comes first, then what was sent, then
// what the server stored. A colleague may move the same pawn: the last move wins, and both phones
// show who made it.
import { html, useEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Alert, Check, Clock, Unplugged } from "../../kit/browser/figures.js"
import { notYet } from "../../kit/browser/saving.js"
import { SavingState } from "../../kit/browser/saving_state.js"

const STEP = 20
// ms to wait before sending, so that a burst of steps or keys becomes one message
const SETTLE = 350
// as content.py: this near is at the place, or close to it; further is in its surroundings
const [AT, CLOSE] = [70, 130]

/**
 * {at, from, locked, drag, drop, choose, step}: `at` is null as long as the pawn stands nowhere.
 */
export function useSpot({ data, api, open }) {
  const [hand, setHand] = useState(null)
  const settle = useRef({ timer: null, at: null, slot: "" }).current
  const sent = api.slot(data.slot)
  const known = data.at
  const at = hand ?? sent.own ?? known ?? null
  const version = known ? `${known.x},${known.y},${known.mark}` : ""

  const flush = () => {
    clearTimeout(settle.timer)
    settle.timer = null
    if (settle.at) api.send(settle.slot, settle.at)
    settle.at = null
    setHand(null) // from now on the sent place is shown
  }
  const latest = useRef(flush)
  latest.current = flush
  // another slot is another round: what was chosen for this one goes out first
  useEffect(() => () => latest.current(), [data.slot])

  const [wide, high, edge] = data.size
  const onMap = ({ x, y }) => ({ x: round(x, edge, wide - edge), y: round(y, edge, high - edge) })
  const choose = (point, { wait = 0 } = {}) => {
    if (!open) return
    settle.at = onMap(point)
    settle.slot = data.slot
    setHand(settle.at)
    clearTimeout(settle.timer)
    if (wait) settle.timer = setTimeout(flush, wait)
    else flush()
  }
  return {
    at,
    from: data.from,
    locked: !open,
    sent,
    busy: settle.timer !== null,
    known,
    version,
    drag: (point) => open && setHand(onMap(point)),
    drop: () => setHand(null),
    choose,
    step: (right, down, times = 1) => {
      const start = at ?? { x: wide / 2, y: high / 2 }
      choose({ x: start.x + right * STEP * times, y: start.y + down * STEP * times }, {
        wait: SETTLE,
      })
    },
  }
}

const round = (value, low, high) => Math.round(Math.min(high, Math.max(low, value)))

/** A point in words, as the server says it (content.py). */
export function inWords(at, places) {
  const place = places.reduce((best, one) => (far(one, at) < far(best, at) ? one : best))
  const [label, _x, _y, noun] = place
  const away = far(place, at)
  if (away <= AT) return label
  return away <= CLOSE
    ? _("vlak bij {place}", { place: noun })
    : _("in de buurt van {place}", { place: noun })
}

const far = ([_label, x, y, _noun, also], at) =>
  Math.min(...[[x, y], ...also].map(([left, top]) => Math.hypot(left - at.x, top - at.y)))

/**
 * At the bottom: is it saved, who put the pawn here, may we still move; and the way to the sentence
 * that is to follow.
 */
export function SpotState({ spot, moving, unsaid }) {
  const toWhy = (event) => {
    const field = event.currentTarget.closest(".neighbourhood_map-phone").querySelector(
      ".why textarea",
    )
    field.scrollIntoView({ block: "center", behavior: "auto" })
    field.focus({ preventScroll: true })
  }
  return html`
    <div class="foot">
      <${SavingState} tag="div" class=${null}>${sentence(spot, moving)}<//>
        ${unsaid && spot.at && !spot.locked &&
          html`<button type="button" class="btn quiet" onClick=${toWhy}>${
            _("Zeg nog waarom")
          }</button>`}</div>
  `
}

function sentence({ sent, busy, locked, at, known }, moving) {
  if (sent.status === "refused") {
    return html`<p class="refused"><${Alert} />${
      sent.reason ?? _("Dat kon niet bewaard worden.")
    }</p>`
  }
  if (sent.status === "waiting") return html`<p class="refused"><${Unplugged} />${notYet(sent)}</p>`
  if (busy || sent.status === "sending") {
    return html`<p class="pending"><${Clock} />${_("Bezig met bewaren.")}</p>`
  }
  if (locked) {
    return html`<p class="pending">${
      known ? _("De kaart staat vast. Jullie pion is bewaard.") : _("De kaart staat nu vast.")
    }</p>`
  }
  if (!at) return html`<p class="pending">${_("Tik op de kaart, of kies een plek.")}</p>`
  if (known && !known.mine) {
    return html`<p class="saved"><${Check} /><span><bdi>${known.who}</bdi> ${
      _("zette de pion hier. Jij mag ook.")
    }</span></p>`
  }
  if (moving && sent.status !== "saved") {
    return html`<p class="saved"><${Check} />${_("Jullie staan waar jullie stonden.")}</p>`
  }
  return html`<p class="saved"><${Check} />${_("Bewaard. Verzetten mag nog.")}</p>`
}
