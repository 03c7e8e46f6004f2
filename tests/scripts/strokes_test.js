// The lines of the pad: as text and back, and with fewer points. tests/browser/test_strokes.py
// holds them against drawing.py.
import assert from "node:assert/strict"
import {
  decode,
  encode,
  fitted,
  HEIGHT,
  ITEMS_LIMIT,
  onSheet,
  pathOf,
  simplify,
  WIDTH,
} from "../../exercises/kit/browser/strokes.js"
import { dice } from "./fakes.js"

const far = ([x, y], [ax, ay], [bx, by]) => {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

function scribble(seed, count, step) {
  const { roll } = dice(seed)
  let [x, y] = [500, 300]
  return Array.from({ length: count }, () => {
    x += (roll() - 0.5) * step
    y += (roll() - 0.5) * step
    return [x, y]
  })
}

Deno.test("a stroke and a stamp come back from their text as they were", () => {
  for (let seed = 0; seed < 100; seed++) {
    const { below, pick } = dice(seed)
    const points = Array.from({ length: 1 + below(30) }, () => [below(1001), below(601)])
    const stroke = { points, colour: pick([..."irygbo"]), width: pick(["1", "2"]) }
    assert.deepEqual(decode(encode(stroke)), stroke)
    const stamp = { stamp: below(12), colour: "i", size: "3", x: below(1001), y: below(601) }
    assert.deepEqual(decode(encode(stamp)), stamp)
  }
})

Deno.test("what is drawn past the edge lies on the edge, in whole units", () => {
  const points = onSheet([[-40, 20.4], [-39, 20.3], [1200, 900], [500.4, 300.6]])
  assert.deepEqual(points, [[0, 20], [WIDTH, HEIGHT], [500, 301]])
})

Deno.test("a simpler line keeps its ends, and no point left out lies far from what stays", () => {
  for (let seed = 0; seed < 50; seed++) {
    const points = scribble(seed, 200, 40)
    const fewer = simplify(points, 5)
    assert.equal(fewer[0], points[0])
    assert.equal(fewer.at(-1), points.at(-1))
    let at = 0
    for (let part = 1; part < fewer.length; part++) {
      const end = points.indexOf(fewer[part])
      for (; at <= end; at++) assert.ok(far(points[at], fewer[part - 1], fewer[part]) <= 5 + 1e-9)
      at = end
    }
  }
})

Deno.test("a straight line is its two ends", () => {
  const points = Array.from({ length: 50 }, (_none, at) => [at * 10, at * 5])
  assert.deepEqual(simplify(points), [points[0], points[49]])
})

Deno.test("however long one draws, the text fits, and a drawing takes no more than it may", () => {
  const item = { points: scribble(7, 20000, 90), colour: "i", width: "1" }
  const text = fitted(item)
  assert.ok(text && text.length <= 6000)
  assert.ok(fitted(item, [text, text]).length + 2 * text.length <= 18000)
  assert.equal(fitted(item, Array.from({ length: ITEMS_LIMIT }, () => "pi1AA")), null)
  assert.equal(fitted({ stamp: 1, colour: "i", size: "1", x: 1, y: 1 }, ["p".repeat(18000)]), null)
})

Deno.test("a dot is drawn as a dot, a line from its first point to its last", () => {
  assert.equal(pathOf([[3, 4]]), "M3 4h.01")
  assert.match(pathOf([[0, 0], [10, 0], [20, 20]]), /^M0 0Q10 0 .*L20 20$/)
})
