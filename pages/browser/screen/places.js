// Where everybody stands in the lobby. Pure: from the list of arrivals to points on the stage. A
// place depends only on the order of arrival and the number of people, so that people mostly keep
// their places when another joins.

/** In the open door (mock: scale 1.22549 of the 140 wide figure). */
export const DOORWAY = { x: 1632, y: 743, size: 171.6 }
/**
 * Up to here everybody has a name under the feet; beyond it is a crowd, counted by organisation.
 */
export const NAMED = 22
const CROWD_MAX = 420

const FIRST = 126

/**
 * The newest person stands in the door and waves, until the next one joins or everybody has. In a
 * crowd nobody does: so many join at once that the figure in the door would flicker.
 */
export function placesFor(people, expected) {
  const complete = expected && people.length >= expected
  if (people.length > NAMED) return crowd(people)
  if (complete || !people.length) return named(people)
  const newest = people[people.length - 1]
  return [...named(people.slice(0, -1)), {
    ...newest,
    ...DOORWAY,
    door: true,
    // below the mat there is nobody beside the name
    label: { width: 420, drop: 62, font: 32 },
  }]
}

function named(people) {
  if (people.length <= 9) return row(people, { step: 152, size: 141.4, font: 32 })
  if (people.length <= 12) return row(people, { step: 114, size: 118, font: 30, levels: 2 })
  return people.map((one, at) => ({
    ...one,
    ...SLOTS[at],
    size: 78,
    label: { width: 132, font: 28, drop: 3 },
  }))
}

const LEVEL = 32

function row(people, { step, size, font, levels = 1 }) {
  const wide = levels > 1 ? levels : needsLevels(people, step, font)
  return people.map((one, at) => {
    const x = FIRST + at * step
    // the label of the first one may not run off the screen
    const width = Math.min(step * wide - 12, 2 * (x - 16))
    return { ...one, size, x, y: 858, label: { width, font, drop: 10 + (at % wide) * LEVEL } }
  })
}

/**
 * Names that would run into each other take turns on two levels. 0.56 em is the mean width of a
 * bold letter.
 */
const needsLevels = (
  people,
  step,
  font,
) => (people.some((one) => one.name.length * font * 0.56 > step - 8) ? 2 : 1)

/**
 * Thirteen to twenty-two: ten at the wall, twelve in front of them and between, none before the
 * name at the door.
 */
const PITCH = 132
const SLOTS = [
  ...Array.from({ length: 10 }, (_none, at) => ({ x: FIRST + at * PITCH, y: 770 })),
  ...Array.from({ length: 13 }, (_none, at) => ({ x: FIRST + (at + 0.5) * PITCH, y: 905 })).filter((
    { x },
  ) => Math.abs(x - DOORWAY.x) > 80),
]

/**
 * Rows of a crowd, back to front; the head of the one behind looks over the shoulder of the one
 * before.
 */
const CROWDS = [
  { upTo: 30, rows: 2, size: 100, top: 806, deep: 98 },
  { upTo: 42, rows: 2, size: 96, top: 804, deep: 100 },
  { upTo: 80, rows: 3, size: 76, top: 780, deep: 66 },
  { upTo: 150, rows: 4, size: 64, top: 762, deep: 52 },
  { upTo: CROWD_MAX, rows: 7, size: 50, top: 744, deep: 31 },
]

/**
 * People are spread over all rows from the first on; filling from the left would leave half the
 * hall empty.
 */
function crowd(people) {
  const shown = people.slice(0, CROWD_MAX)
  const plan = CROWDS.find((one) => shown.length <= one.upTo) ?? CROWDS[0]
  const perRow = Math.ceil(plan.upTo / plan.rows)
  const slots = perRow * plan.rows
  const stride = coprime(Math.round(slots * 0.618), slots)
  return shown.map((one, at) => ({
    ...one,
    size: plan.size,
    ...slot((at * stride) % slots, perRow, plan),
  }))
}

function slot(index, perRow, { top, deep }) {
  const line = Math.floor(index / perRow)
  const y = top + line * deep
  // in front of the doormat there is room up to the side of the screen
  const end = y > 815 ? 1852 : 1400
  const step = (end - 90) / perRow
  const x = 90 + ((index % perRow) + (line % 2 ? 0.75 : 0.25)) * step
  return { x: Math.round(x), y }
}

const divisor = (a, b) => (b ? divisor(b, a % b) : a)
const coprime = (from, slots) => {
  let stride = Math.max(1, from)
  while (divisor(stride, slots) !== 1) stride += 1
  return stride
}
