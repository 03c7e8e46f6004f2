// Where a skipped chapter comes when the facilitator wants it after all.
import assert from "node:assert/strict"
import { added, shownNext } from "../../exercises/closing/browser/order.js"

const chapter = (key, step, on = false) => ({ key, step, on })
const GOING = [chapter("web", 1, true), chapter("map", 3), chapter("ask", 5), chapter("year", 9)]

Deno.test("a chapter that is shown now comes next, and the others after it", () => {
  assert.deepEqual(shownNext(GOING, chapter("quotes", 7)), ["web", "quotes", "map", "ask", "year"])
  const later = [chapter("web", 1), chapter("map", 3, true)]
  assert.deepEqual(shownNext(later, chapter("line", 2)), ["web", "map", "line"])
})

Deno.test("a chapter that is put with the others comes where it was prepared", () => {
  assert.deepEqual(added(GOING, chapter("quotes", 7)), ["web", "map", "ask", "quotes", "year"])
  assert.deepEqual(added(GOING, chapter("last", 10)), ["web", "map", "ask", "year", "last"])
  assert.deepEqual(added([], chapter("web", 1)), ["web"])
})
