// How many stand together, in words.
import { _, ngettext } from "../../kit/browser/i18n.js"

/** Whether anybody has somebody to talk with. */
export const hasCompany = ({ groups, alone }) => groups > alone

/** '6 duo’s en 1 trio.' */
export function company({ groups, threes, alone }) {
  const twos = groups - threes - alone
  const told = [
    twos > 0 && ngettext("{n} duo", "{n} duo’s", twos),
    threes > 0 && ngettext("{n} trio", "{n} trio’s", threes),
  ].filter(Boolean)
  if (!told.length) return ""
  return `${told.join(` ${_("en")} `)}.`
}
