// What a screen reader is told of a field, and when.
import assert from "node:assert/strict"
import { Outcome } from "../../exercises/kit/browser/saving_state.js"

const told = (...lines) => {
  const outcome = new Outcome()
  return lines.map((line) => outcome.news(line)).filter(Boolean)
}

Deno.test("what stands there at first is not told, what becomes of new words is", () => {
  assert.deepEqual(told("Bewaard.", "Bewaard."), [])
  assert.deepEqual(told("Bewaard.", "", "Bewaard."), ["Bewaard."])
  assert.deepEqual(told("", "", "Bewaard."), ["Bewaard."])
})

Deno.test("being saved is told once, until something went wrong in between", () => {
  assert.deepEqual(told("", "Bewaard.", "", "Bewaard.", "", "Bewaard."), ["Bewaard."])
  assert.deepEqual(told("", "Bewaard.", "", "Nog niet bewaard.", "", "Bewaard."), [
    "Bewaard.",
    "Nog niet bewaard.",
    "Bewaard.",
  ])
})

Deno.test("a count that goes up at each key is told once", () => {
  assert.deepEqual(told("", "1 te veel.", "2 te veel.", "3 te veel."), ["1 te veel."])
})
