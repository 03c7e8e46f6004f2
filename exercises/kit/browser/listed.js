// Names in a sentence.
import { _ } from "./i18n.js"

/** 'An', 'An en Bilal', 'An, Bilal en Zoë'; each isolated, so that its letters run as they do. */
export function listed(names) {
  const isolated = names.map((name) => `\u2068${name}\u2069`)
  if (isolated.length < 2) return isolated.join("")
  return _("{names} en {last}", {
    names: isolated.slice(0, -1).join(", "),
    last: isolated[isolated.length - 1],
  })
}
