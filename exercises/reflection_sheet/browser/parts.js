// The parts of a sheet in the order in which they are filled in, and what stands in them on this
// phone.
import { waitingText } from "../../kit/browser/joint.js"
import { _ } from "../../kit/browser/i18n.js"

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
export const textOf = (data, slot, api) =>
  (waitingText(api, slot) ?? data.joint.texts[slot]?.text ?? "").trim()

/**
 * How many parts hold nothing: each cup and conclusion, the learning questions together, the top 3
 * together.
 */
export function countEmpty(data, hosts, api) {
  const blank = (slot) => !textOf(data, slot, api)
  const each =
    [...data.areas.flatMap((area) => area.cups), ...data.conclusions].filter((one) =>
      blank(one.slot)
    ).length
  const asked = data.questions && data.questions.slots.every(blank) ? 1 : 0
  return each + asked + (data.top && !hosts.some(Boolean) ? 1 : 0)
}

/**
 * The other hosts of the sheet that still take part; "" where nobody, or somebody who left, was
 * chosen.
 */
export const present = (top, hosts) =>
  hosts.map((id) => (top.others.some((one) => one.id === id && !one.gone) ? id : ""))
