// Fields that send what was typed when the hand rests. A button pressed before that must find it
// sent: see phone.js.
import { useEffect } from "./vendor/htm-preact.js"

const fields = new Set()

/** Sends now what was typed in any field of this page and has not been sent. */
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
