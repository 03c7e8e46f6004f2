// '9 van de 12 staan er', and what is said where nobody is.
import assert from "node:assert/strict"
import { partOf } from "../../exercises/kit/browser/part_of.js"

Deno.test("in an empty hall nothing is counted", () => {
  assert.equal(partOf(0, 0, "staan er."), "Er is nog niemand binnen.")
  assert.notEqual(partOf(0, 3, "staan er."), "Er is nog niemand binnen.")
})
