import assert from "node:assert/strict"
import { drafts } from "../../pages/browser/runtime/drafts.js"
import { pageMemory } from "../../pages/browser/runtime/memory.js"
import { forbiddenMemory } from "./fakes.js"

Deno.test("a draft outlives the page, for its owner only", () => {
  const memory = pageMemory()
  drafts("KODE:an", memory).write("a1/why", "omdat")
  assert.equal(drafts("KODE:an", memory).read("a1/why"), "omdat")
  assert.equal(drafts("KODE:jan", memory).read("a1/why"), "")
  assert.equal(drafts("KODE:an", memory).read("a2/why"), "")
})

Deno.test("an empty text takes the draft away", () => {
  const memory = pageMemory()
  const mine = drafts("KODE:an", memory)
  mine.write("a1/why", "omdat")
  mine.write("a1/why", "")
  assert.equal(mine.read("a1/why"), "")
  assert.equal(memory.length, 0)
})

Deno.test("where memory is forbidden the page itself keeps what was typed", () => {
  const mine = drafts("KODE:an", forbiddenMemory())
  assert.equal(mine.read("a1/why"), "")
  mine.write("a1/why", "omdat")
  assert.equal(mine.read("a1/why"), "omdat")
})

Deno.test("a memory that became full does not bring older words back", () => {
  const memory = pageMemory()
  const full = {
    ...memory,
    setItem: (key, text) => {
      if (text.length > 5) throw new Error("full")
      memory.setItem(key, text)
    },
  }
  const mine = drafts("KODE:an", full)
  mine.write("a1/why", "oud")
  mine.write("a1/why", "veel langer")
  assert.equal(mine.read("a1/why"), "veel langer")
})
