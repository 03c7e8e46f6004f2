// What was typed on a sheet of an application stays until the server has it.
import assert from "node:assert/strict"
import {
  compared,
  forgetSheet,
  learn,
  readSheet,
  writeSheet,
} from "../../pages/browser/call/typed.js"
import { pageMemory } from "../../pages/browser/runtime/memory.js"

const SHEET = "/aanmelding/abc/1"
const DAY_MS = 24 * 3600 * 1000

/** @param {Record<string, string>} texts @param {Record<string, string[]>} known */
const kept = (texts, known) => ({ at: 0, texts, known })

Deno.test("it comes back on its own sheet, for two weeks", () => {
  const memory = pageMemory()
  const typed = kept({ name: "Het Kroonblad" }, { name: [""] })
  writeSheet(memory, SHEET, typed)
  assert.deepEqual(readSheet(memory, SHEET, DAY_MS), typed)
  assert.equal(readSheet(memory, "/aanmelding/abc/2", DAY_MS), null)
  assert.equal(readSheet(memory, SHEET, 15 * DAY_MS), null)
  forgetSheet(memory, SHEET)
  assert.equal(readSheet(memory, SHEET, DAY_MS), null)
})

Deno.test("a memory that is full, forbidden or of something else says nothing", () => {
  const refuse = () => {
    throw new Error("forbidden")
  }
  const forbidden = { getItem: refuse, setItem: refuse, removeItem: refuse }
  writeSheet(forbidden, SHEET, kept({}, {}))
  forgetSheet(forbidden, SHEET)
  assert.equal(readSheet(forbidden, SHEET, 0), null)
  const memory = pageMemory()
  for (const words of ["soep", "12", "[]", "null", '{"texts":1}']) {
    memory.setItem(`odv:sheet:${SHEET}`, words)
    assert.equal(readSheet(memory, SHEET, 0), null)
  }
})

Deno.test("what the server may hold gives way, what came from elsewhere does not", () => {
  const typed = kept({ a: "soep en brood", b: "ons", c: "x" }, { a: ["", "soep"], b: [""] })
  const given = { a: " soep\r\n", b: "van een collega", c: "x" }
  assert.deepEqual(compared(typed, given), {
    back: { a: "soep en brood" },
    beside: { b: "ons" },
  })
})

Deno.test("a text that was taken out stays out, a field that is not asked is let go", () => {
  const typed = kept({ a: "", gone: "soep" }, { a: ["soep"] })
  assert.deepEqual(compared(typed, { a: "soep" }), { back: { a: "" }, beside: {} })
})

Deno.test("what was sent is known, the newest last and not without end", () => {
  /** @type {Record<string, string[]>} */
  const known = {}
  for (let nr = 0; nr < 20; nr++) learn(known, { a: `tekst ${nr}` })
  learn(known, { a: "tekst 15" })
  assert.equal(known.a.length, 8)
  assert.equal(known.a.at(-1), "tekst 15")
})
