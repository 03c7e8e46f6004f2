// Fields that send their text when typing pauses. The phone's page (pages/browser/phone/phone.js)
// calls `sendTyped` so that a button pressed before the pause does not overtake the text.
import { useEffect } from "./vendor/htm-preact.js"

const fields = new Set()

/** Sends the unsent text of every field of this page now. */
export function sendTyped() {
  for (const field of [...fields]) field.current()
}

/** `send` is a ref to what sends the field's text when it differs from what was sent last. */
export function useTyped(send) {
  useEffect(() => {
    fields.add(send)
    return () => fields.delete(send)
  }, [])
}
