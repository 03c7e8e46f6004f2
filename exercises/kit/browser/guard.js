// Ignores taps on a button just after it appeared: the second tap of a double tap would otherwise
// press a new button that took the place of the first.
import { useRef } from "./vendor/htm-preact.js"

const MOMENT = 450

/**
 * Returns a function that wraps the click handlers of a component; wrapped handlers do nothing in
 * the first moment after it was mounted.
 */
export function useGuard() {
  const since = useRef(performance.now())
  return (act) => (event) => performance.now() - since.current > MOMENT && act(event)
}
