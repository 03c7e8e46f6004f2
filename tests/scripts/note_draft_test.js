// A note that is being written outlives the page, for its writer on its visit only.
import assert from "node:assert/strict"
import { forgetDrafts, placeOf, readDraft, writeDraft } from "../../pages/browser/own/draft.js"
import { pageMemory } from "../../pages/browser/runtime/memory.js"

const MINE = placeOf("an", "v1")
const WRITTEN = { text: "soep", quote: "1", consent: "nameless", area: "2", indicator: "2.3" }

Deno.test("words, kind and area come back; the id and the day are of the new page", () => {
  const memory = pageMemory()
  writeDraft(memory, MINE, { ...WRITTEN, client: "x", day: "2026-11-27", photos: 0, what: "put" })
  assert.deepEqual(readDraft(memory, MINE), WRITTEN)
  assert.deepEqual(readDraft(memory, placeOf("an", "v2")), {})
})

Deno.test("words that an earlier version kept come back", () => {
  const memory = pageMemory()
  for (const words of ["De soep staat klaar.", "12", "[1]", "null"]) {
    memory.setItem(MINE, words)
    assert.deepEqual(readDraft(memory, MINE), { text: words })
  }
})

Deno.test("nothing written leaves nothing behind", () => {
  const memory = pageMemory()
  writeDraft(memory, MINE, WRITTEN)
  writeDraft(memory, MINE, { text: "", consent: "", indicator: "", client: "x" })
  assert.equal(memory.length, 0)
})

Deno.test("closing takes away all drafts of one person, and nothing else", () => {
  const memory = pageMemory()
  for (const place of [MINE, placeOf("an", "v2"), placeOf("anna", "v1"), "odv:other"]) {
    memory.setItem(place, "soep")
  }
  forgetDrafts(memory, "an")
  assert.equal(memory.getItem(MINE), null)
  assert.equal(memory.getItem(placeOf("an", "v2")), null)
  assert.equal(memory.getItem(placeOf("anna", "v1")), "soep")
  assert.equal(memory.getItem("odv:other"), "soep")
})
