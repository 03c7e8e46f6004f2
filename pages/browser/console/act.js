// Asking the server for something. While the connection is gone nothing is sent: a step that arrives a minute later,
// when the room has moved on, does more harm than a sentence that says it did not happen.
import { useMemo, useRef, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"

const DOUBLE = 1500

/** {act, refused, dismiss}: `act` keeps its identity, so that rows of a long list need not be drawn again. */
export function useAct(api) {
  const latest = useRef(api)
  latest.current = api
  const pressed = useRef(null)
  const [blocked, setBlocked] = useState(null)
  const [seen, setSeen] = useState(null)
  const act = useMemo(() => (name, payload = {}) => {
    const now = latest.current
    if (isSecondPress(pressed.current, name, payload)) return
    pressed.current = { name, at: payload.at, when: Date.now() }
    if (!now.online) {
      return setBlocked({ reason: _("Dat is niet gebeurd: er is even geen verbinding.") })
    }
    setBlocked(null)
    setSeen(now.refused) // what was refused before has had its time as well
    now.act(name, payload)
  }, [])
  // the sentence about the connection has had its time once the connection is back
  const refused = (!api.online && blocked) || api.refused
  return {
    act,
    refused: refused && refused !== seen ? refused : null,
    dismiss: () => setSeen(refused),
  }
}

/** Who presses twice wants one step: a second press from the same place, before the step is seen, is no question. */
function isSecondPress(last, name, { at }) {
  return at !== undefined && last?.name === name && last.at === at &&
    Date.now() - last.when < DOUBLE
}

/** "stepindex:stage" the sender was looking at, so that two people pressing 'next' at once move one step only. */
export function placeOf(current) {
  return `${current.step?.index ?? 0}:${stageOf(current)?.key ?? ""}`
}

export function stageOf(current) {
  return current.stages?.find((stage) => stage.state === "now") ?? null
}
