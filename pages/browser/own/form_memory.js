// Where forms of the own page keep what was typed and not sent yet: in this tab alone.

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Memory */

export const FORM_START = "odv:form:"

/** Takes away what any form kept. @param {Memory} memory */
export function forgetForms(memory) {
  const places = Array.from({ length: memory.length }, (_none, at) => memory.key(at))
  for (const place of places) if (place?.startsWith(FORM_START)) memory.removeItem(place)
}
