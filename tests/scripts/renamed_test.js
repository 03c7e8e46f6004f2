import assert from "node:assert/strict"
import { drafts } from "../../pages/browser/runtime/drafts.js"
import { pageMemory } from "../../pages/browser/runtime/memory.js"
import { takeAlong } from "../../pages/browser/runtime/renamed.js"
import { StoredAnswers } from "../../pages/browser/runtime/stored.js"
import { forbiddenMemory } from "./fakes.js"

const ELS = "KODE:els"
const LISTED = "KODE:els-janssens"
const joined = { keep: LISTED, kept_before: ELS }
const undone = { keep: ELS, kept_before: LISTED }
const sent = (id) => ({ kind: "answer", id, at: 1, activity: "a", slot: "s", payload: {} })

Deno.test("what was typed and not sent comes along to who it became", () => {
  const memory = pageMemory()
  drafts(ELS, memory).write("a/why", "omdat")
  new StoredAnswers(ELS, memory).put(sent("p.1"))
  takeAlong(joined, memory)
  assert.equal(drafts(LISTED, memory).read("a/why"), "omdat")
  assert.deepEqual(new StoredAnswers(LISTED, memory).all().map(({ id }) => id), ["p.1"])
  assert.equal(drafts(ELS, memory).read("a/why"), "")
  assert.deepEqual(new StoredAnswers(ELS, memory).all(), [])
})

Deno.test("undone, it goes back, with what was typed since and without what was theirs", () => {
  const memory = pageMemory()
  drafts(LISTED, memory).write("a/own", "van Els Janssens")
  drafts(ELS, memory).write("a/why", "omdat")
  takeAlong(joined, memory)
  takeAlong(joined, memory) // a reload
  drafts(LISTED, memory).write("a/since", "erbij")
  takeAlong(undone, memory)
  takeAlong(undone, memory)
  const els = drafts(ELS, memory)
  assert.deepEqual(["a/why", "a/since", "a/own"].map(els.read), ["omdat", "erbij", ""])
  assert.equal(drafts(LISTED, memory).read("a/own"), "van Els Janssens")
})

Deno.test("joined, undone and joined again keeps all in its place", () => {
  const memory = pageMemory()
  drafts(LISTED, memory).write("a/own", "van Els Janssens")
  drafts(ELS, memory).write("a/why", "omdat")
  for (const boot of [joined, undone, joined]) takeAlong(boot, memory)
  const listed = drafts(LISTED, memory)
  assert.deepEqual(["a/own", "a/why"].map(listed.read), ["van Els Janssens", "omdat"])
  takeAlong(undone, memory)
  assert.equal(drafts(ELS, memory).read("a/own"), "")
})

Deno.test("nothing of others moves, and words that are there stay", () => {
  const memory = pageMemory()
  drafts("KODE:elsje", memory).write("a/why", "van Elsje")
  drafts(LISTED, memory).write("a/why", "eerder")
  drafts(ELS, memory).write("a/why", "later")
  takeAlong(joined, memory)
  takeAlong({ keep: LISTED, kept_before: "" }, memory)
  takeAlong({ keep: LISTED, kept_before: ELS }, forbiddenMemory())
  assert.equal(drafts("KODE:elsje", memory).read("a/why"), "van Elsje")
  assert.equal(drafts(LISTED, memory).read("a/why"), "eerder")
  assert.equal(drafts(ELS, memory).read("a/why"), "later")
})
