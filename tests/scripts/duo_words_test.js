// What the screen of the Duo-gesprek says is true of who is there.
import assert from "node:assert/strict"
import { wordsFor } from "../../exercises/duo_conversation/browser/words.js"

const EMPTY = { present: 0, groups: 0, threes: 0, alone: 0 }
const ALONE = { present: 1, groups: 1, threes: 0, alone: 1 }
const SIX = { present: 5, groups: 2, threes: 1, alone: 0 }

Deno.test("nobody is told to look for a duo in an empty hall", () => {
  for (const stage of ["pairs", "talk", "share"]) {
    assert.equal(wordsFor({ ...EMPTY, stage }, false).title, "Er is nog niemand binnen.")
  }
  assert.equal(
    wordsFor({ ...ALONE, stage: "pairs" }, false).title,
    "Er is nog niemand om mee te praten.",
  )
})

Deno.test("who has company is told where, and a question stays", () => {
  const found = wordsFor({ ...SIX, stage: "pairs" }, false)
  assert.equal(found.title, "Zoek je duo.")
  assert.match(found.more, /1 duo en 1 trio\.$/)
  assert.equal(wordsFor({ ...EMPTY, stage: "talk", question: "Hoe?" }, false).title, "Hoe?")
})
