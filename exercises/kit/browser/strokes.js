// Drawings as short texts, as kit/rules/strokes.py reads them (it says how they are made),
// and lines with fewer points.
export const WIDTH = 1000
export const HEIGHT = 600
export const COLOURS = {
  i: "var(--ink)",
  r: "var(--accent)",
  y: "var(--org-1)",
  g: "var(--org-4)",
  b: "var(--area-4)",
  o: "var(--org-9)",
}
export const WIDTHS = { 1: 8, 2: 20 }
export const SIZES = { 1: 90, 2: 130, 3: 190, 4: 270, 5: 380 }
export const ITEMS_LIMIT = 400
const POINTS_LIMIT = 6000
const SIZE_LIMIT = 18000
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
const MORE = 32
// of the sheet's 1000 units: less than the eye sees on a phone
const FINE = 1.2
const MANY = 5000

function code(numbers) {
  let text = ""
  for (const number of numbers) {
    let left = number >= 0 ? 2 * number : -2 * number - 1
    for (; left >= MORE; left = Math.floor(left / MORE)) text += ALPHABET[(left % MORE) + MORE]
    text += ALPHABET[left]
  }
  return text
}

function numbersOf(text) {
  const found = []
  let value = 0
  let shift = 1
  for (const letter of text) {
    const bits = ALPHABET.indexOf(letter)
    value += (bits % MORE) * shift
    shift *= MORE
    if (bits >= MORE) continue
    found.push(value % 2 ? -(value + 1) / 2 : value / 2)
    value = 0
    shift = 1
  }
  return found
}

/**
 * {points: [[x, y]...], colour, width} or {stamp: number, colour, size, x, y}, to text and back.
 */
export function encode(item) {
  if (item.stamp !== undefined) {
    return `s${item.colour}${item.size}${code([item.stamp, item.x, item.y])}`
  }
  let last = [0, 0]
  const steps = item.points.flatMap((point) => {
    const step = [point[0] - last[0], point[1] - last[1]]
    last = point
    return step
  })
  return `p${item.colour}${item.width}${code(steps)}`
}

export function decode(text) {
  const numbers = numbersOf(text.slice(3))
  if (text[0] === "s") {
    return { stamp: numbers[0], colour: text[1], size: text[2], x: numbers[1], y: numbers[2] }
  }
  const points = []
  let x = 0
  let y = 0
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    points.push([x += numbers[at], y += numbers[at + 1]])
  }
  return { points, colour: text[1], width: text[2] }
}

/**
 * The `d` of a stroke: rounded off between the points, through the first and the last. One point is
 * a dot.
 */
export function pathOf(points) {
  const [[x, y], ...rest] = points
  if (!rest.length) return `M${x} ${y}h.01`
  let d = `M${x} ${y}`
  for (let at = 0; at < rest.length - 1; at++) {
    const [ax, ay] = rest[at]
    const [bx, by] = rest[at + 1]
    d += `Q${ax} ${ay} ${(ax + bx) / 2} ${(ay + by) / 2}`
  }
  const [lx, ly] = rest.at(-1)
  return `${d}L${lx} ${ly}`
}

/**
 * A line with the points that matter: no point left out was further than `off` from what stays. The
 * ends stay.
 */
export function simplify(points, off = FINE) {
  if (points.length < 3) return points
  const keep = new Uint8Array(points.length)
  keep[0] = keep[points.length - 1] = 1
  const spans = [[0, points.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let worst = off
    let where = -1
    for (let at = from + 1; at < to; at++) {
      const far = distance(points[at], points[from], points[to])
      if (far > worst) [worst, where] = [far, at]
    }
    if (where < 0) continue
    keep[where] = 1
    spans.push([from, where], [where, to])
  }
  return points.filter((_point, at) => keep[at])
}

function distance([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

const size = (texts) => texts.reduce((sum, text) => sum + text.length, 0)
const pointsIn = (items) => items.reduce((sum, item) => sum + (item.points?.length ?? 0), 0)

/** Whole units on the sheet, each once. */
export function onSheet(points) {
  const found = []
  for (const [x, y] of points) {
    const point = [
      Math.round(Math.max(0, Math.min(WIDTH, x))),
      Math.round(Math.max(0, Math.min(HEIGHT, y))),
    ]
    const last = found.at(-1)
    if (!last || last[0] !== point[0] || last[1] !== point[1]) found.push(point)
  }
  return found
}

/**
 * A line that went on for a minute is looked at only so often: a phone may not stand still over it.
 * The ends stay.
 */
function thinned(points) {
  if (points.length <= MANY) return points
  const every = points.length / MANY
  return [
    ...Array.from({ length: MANY - 1 }, (_none, at) => points[Math.floor(at * every)]),
    points.at(-1),
  ]
}

/**
 * A stroke as text, with so few points that the drawing still fits beside `others` (texts): very
 * long lines get coarser. null when there is no room for even the coarsest.
 */
export function fitted(item, others = []) {
  if (others.length >= ITEMS_LIMIT) return null
  const room = SIZE_LIMIT - size(others)
  const left = POINTS_LIMIT - pointsIn(others.map(decode))
  if (item.stamp !== undefined) return size([encode(item)]) <= room ? encode(item) : null
  const points = thinned(onSheet(item.points))
  for (let off = FINE; off < WIDTH * 2; off *= 1.6) {
    const fewer = simplify(points, off)
    if (fewer.length > left) continue
    const text = encode({ ...item, points: fewer })
    // one line may not take all the room that is left for the next
    if (text.length <= room && (text.length <= 6000 || off > 400)) return text
  }
  return null
}
