// The parts of a sheet in the order in which they are filled in, and what stands in them on this
// phone.
import { jointText } from "../../kit/browser/joint.js"
import { _ } from "../../kit/browser/i18n.js"
import { surplus } from "../../kit/browser/too_long.js"

/**
 * {key, label, slots, one of area + cup | conclusions | questions | top}. A cup is a part of its
 * own: one thing at a time.
 */
export function partsOf(data) {
  const cups = data.areas.flatMap((area) =>
    area.cups.map((cup) => ({ key: cup.slot, label: cup.label, slots: [cup.slot], area, cup }))
  )
  const more = []
  if (data.conclusions.length) {
    more.push({
      key: "ends",
      label: _("Besluit"),
      slots: data.conclusions.map((one) => one.slot),
      conclusions: data.conclusions,
    })
  }
  if (data.questions) {
    more.push({
      key: "questions",
      label: _("Leervragen"),
      slots: data.questions.slots,
      questions: data.questions,
    })
  }
  if (data.top) {
    more.push({
      key: "top",
      label: _("Top 3"),
      slots: data.top.others.map((one) => one.why),
      top: data.top,
    })
  }
  return [...cups, ...more]
}

/** The text as the person typed it, also while it is not confirmed yet. */
export const textOf = (data, slot, api) => jointText(api, slot, data.joint.texts[slot])

/** How many characters the texts in these slots have too many, together. */
export const surplusOf = (data, slots, api) =>
  slots.reduce((sum, slot) => sum + surplus(textOf(data, slot, api), data.limits[slot]), 0)

/** The slots of a part that count: of the top 3 only why those who are in it now. */
export function slotsOf(data, part, hosts) {
  if (!part.top) return part.slots
  return data.top.others.filter((one) => hosts.includes(one.id)).map((one) => one.why)
}

/**
 * How many parts are not finished, because they hold nothing or a text that is too long: each cup
 * and conclusion, the learning questions together, the top 3 together.
 */
export function countOpen(data, hosts, api) {
  const blank = (slot) => !textOf(data, slot, api)
  const open = (slots) => slots.every(blank) || surplusOf(data, slots, api) > 0
  const each =
    [...data.areas.flatMap((area) => area.cups), ...data.conclusions].filter((one) =>
      open([one.slot])
    ).length
  const asked = data.questions && open(data.questions.slots) ? 1 : 0
  const why = data.top ? slotsOf(data, { top: data.top }, hosts) : []
  const top = data.top && (!hosts.some(Boolean) || surplusOf(data, why, api) > 0) ? 1 : 0
  return each + asked + top
}

/**
 * The other hosts of the sheet that still take part; "" where nobody, or somebody who left, was
 * chosen.
 */
export const present = (top, hosts) =>
  hosts.map((id) => (top.others.some((one) => one.id === id && !one.gone) ? id : ""))
