// The pages of a sheet and what stands in their fields on this phone. `data` is what `phone` of
// views.py gave; `own` is what the exercise draws itself (see phone.js).
import { jointText } from "../../browser/joint.js"
import { surplus } from "../../browser/too_long.js"

/** The text as the person typed it, also while it is not confirmed yet. */
export const textOf = (data, slot, api) => jointText(api, slot, data.joint.texts[slot])

/** What stands in a slot that holds no words: what was chosen here counts at once. */
export const valueOf = (data, slot, api) => api.slot(slot).own ?? data.values[slot] ?? {}

/** Whether a field is one of words, which people write together. */
export const isWritten = (field) => field.kind === "line" || field.kind === "text"

/** The cells of a field: itself, those of its rows, or one for each person or organisation. */
export function cellsOf(field) {
  if (field.rows) return field.rows.flat()
  return field.slips ? field.slips.map((slip) => ({ ...field, ...slip })) : [field]
}

/** How many characters the texts in a field have too many, together. */
export const surplusOf = (field, tools) =>
  (tools.own.fields?.[field.key]?.cells?.(field, tools) ?? cellsOf(field)).filter(isWritten).reduce(
    (sum, { slot }) => sum + surplus(textOf(tools.data, slot, tools.api), tools.data.limits[slot]),
    0,
  )

/** What stands in a field in a few words, "" for nothing. */
export function wordsOf(field, tools) {
  const { own } = tools
  if (own.fields?.[field.key]) return own.fields[field.key].words(field, tools)
  if (field.rows) {
    const rows = field.rows.map((row) =>
      row.map((cell) => cellWords(cell, tools)).filter(Boolean).join(", ")
    )
    return rows.filter(Boolean).join(" · ")
  }
  return cellsOf(field).map((cell) => cellWords(cell, tools)).filter(Boolean).join(" · ")
}

function cellWords(cell, tools) {
  const { data, api } = tools
  if (isWritten(cell)) return textOf(data, cell.slot, api)
  const value = valueOf(data, cell.slot, api)
  if (cell.kind === "choice") {
    return cell.options.find((one) => one.key === value.choice)?.label ?? ""
  }
  if (cell.kind === "scale") return value.scale ? `${value.scale}/${cell.steps}` : ""
  if (cell.kind === "date") return value.date ? dayOf(value.date) : ""
  if (cell.kind === "time") return value.time ?? ""
  return data.pictures[cell.slot]?.chosen?.alt ?? (value.photo ? "📷" : "")
}

const dayOf = (iso) => {
  const day = new Date(`${iso}T12:00`)
  return Number.isNaN(day.getTime())
    ? iso
    : day.toLocaleDateString("nl-BE", { day: "numeric", month: "long", year: "numeric" })
}

/** Whether something stands in a field, and nothing of it is too long. */
export const isFilled = (field, tools) =>
  Boolean(wordsOf(field, tools)) && surplusOf(field, tools) === 0

/** The pages by area; each page without an area is a group of its own. */
export function groupsOf(pages) {
  /** @type {any[]} */
  const groups = []
  for (const page of pages) {
    const last = groups.at(-1)
    if (page.area && last?.area === page.area && last.part === page.part) last.pages.push(page)
    else groups.push({ key: page.key, area: page.area, part: page.part, pages: [page] })
  }
  return groups
}

/** How many fields that count are empty or too long. */
export const countOpen = (tools) =>
  tools.data.pages.flatMap((page) => page.fields).filter((field) =>
    field.counts && !isFilled(field, tools)
  ).length

/** How many fields count. */
export const countAll = (data) =>
  data.pages.flatMap((page) => page.fields).filter((field) => field.counts).length
