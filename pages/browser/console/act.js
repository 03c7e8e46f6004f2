// Sends actions to the server. Without a connection nothing is sent: an action that arrives a
// minute later, when the meeting has moved on, does more harm than a message that it failed.
import {
  useEffect,
  useMemo,
  useRef,
  useState,
} from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"

// ms in which a second press is ignored, counted from the first press or from the new step
const DOUBLE = 1500
const JUST_CAME = 500
// ms in which a page that does not show a step yet takes no second press for it
const SLOW = 10000
const STEPS = new Set(["forward", "back", "goto", "start", "reopen", "close"])
// What a second press would undo, but which means the same before and after a step.
const SWITCHES = new Set(["pause"])

/**
 * {act, settling, refused, dismiss}: `act(name, payload)` asks, and gives a promise of the outcome.
 * It keeps its identity, so that rows of a long list need not be drawn again. `settling` is "true"
 * while a step has just come, else null: for `aria-disabled` of the buttons that leave it.
 */
export function useAct(api, data) {
  const latest = useRef(api)
  latest.current = api
  const presses = useRef(new Presses()).current
  const place = placeIn(data)
  presses.see(place, performance.now())
  const [, redraw] = useState(0)
  useEffect(() => {
    const settled = setTimeout(() => redraw((n) => n + 1), JUST_CAME)
    return () => clearTimeout(settled)
  }, [place])
  const [blocked, setBlocked] = useState(null)
  const [seen, setSeen] = useState(null)
  const act = useMemo(() => async (name, payload = {}) => {
    const now = latest.current
    if (!presses.take(name, payload, performance.now())) return { again: "" }
    if (!now.online) {
      const reason = _("Dat is niet gebeurd: er is even geen verbinding.")
      setBlocked({ reason })
      return { again: reason }
    }
    setBlocked(null)
    setSeen(now.refused) // also hides an earlier refusal
    const outcome = await now.act(name, payload)
    if (outcome.again || outcome.refused) presses.failed(name, payload)
    if (outcome.again) setBlocked({ reason: outcome.again, unheard: true })
    return outcome
  }, [])
  // hide the message about the connection once it is back
  const refused = ((!api.online || blocked?.unheard) && blocked) || api.refused
  return {
    act,
    settling: presses.settling(performance.now()) ? "true" : null,
    refused: refused && refused !== seen ? refused : null,
    dismiss: () => setSeen(refused),
  }
}

/** Decides which presses of a button count. Times in ms of a monotonic clock. */
export class Presses {
  constructor() {
    /** @type {string | null} */
    this.place = null
    this.came = -Infinity
    /** @type {{what: string, when: number, place: string | null} | null} */
    this.last = null
  }

  /**
   * Tells that the page shows `place` now. A press just after a change is ignored, since it was
   * meant for the step before.
   */
  see(place, when) {
    if (this.place !== null && this.place !== place) this.came = when
    this.place = place
  }

  /** Whether this press is carried out. */
  take(name, payload, when) {
    if (!STEPS.has(name) && !SWITCHES.has(name)) return true
    const what = JSON.stringify([name, payload])
    const last = this.last?.what === what ? this.last : null
    // The page may be slow to show a step: until then a press asks for that same step again.
    const underWay = STEPS.has(name) && last?.place === this.place && when - last.when < SLOW
    const second = last !== null && when - last.when < DOUBLE
    if (second || underWay || (STEPS.has(name) && this.settling(when))) return false
    this.last = { what, when, place: this.place }
    return true
  }

  /** Tells that a press was not carried out: the same button counts again. */
  failed(name, payload) {
    if (this.last?.what === JSON.stringify([name, payload])) this.last.place = null
  }

  /** Whether the step appeared so recently that a press must be meant for the one before. */
  settling(when) {
    return when - this.came < JUST_CAME
  }
}

/** A key that is held down presses a button again and again: only the first time counts. */
export function ignoreRepeat(event) {
  if (!event.repeat || !["Enter", " "].includes(event.key)) return
  if (event.target.closest?.("button, a, summary, [role=switch]")) event.preventDefault()
}

/**
 * What a step is recognised by: face of the room, exercise, step, stage, page, and what the main
 * button does within the step.
 */
export function placeIn({ meeting, current }) {
  const on = current?.activity ?? meeting.interlude?.activity
  const at = current?.at ?? ""
  const move = current?.forward?.move
  const shown = current?.page || (move && JSON.stringify(move.payload))
  return [meeting.state, on, at, ...(shown ? [shown] : [])].join("/")
}

export function stageOf(current) {
  return current.stages?.find((stage) => stage.state === "now") ?? null
}
