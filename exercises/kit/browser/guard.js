// Who taps twice means once: a button that comes up under the finger that just tapped does nothing
// for a moment.
import { useRef } from "./vendor/htm-preact.js"

const MOMENT = 450

/**
 * Wraps what buttons of a part do, so that nothing happens in the first moment that the part is
 * there.
 */
export function useGuard() {
  const since = useRef(performance.now())
  return (act) => (event) => performance.now() - since.current > MOMENT && act(event)
}
