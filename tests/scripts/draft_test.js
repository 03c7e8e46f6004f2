// What is too long to be an answer: where it is sent, and how much must go.
import assert from "node:assert/strict"
import { dropDraft, isKept, sendWords } from "../../exercises/kit/browser/draft.js"
import { JointText, reached } from "../../exercises/kit/browser/merging.js"
import { surplus } from "../../exercises/kit/browser/too_long.js"

/** An api of a phone whose server keeps these drafts. */
function phone(drafts = {}, states = {}) {
  const sent = []
  return {
    sent,
    send: (slot, payload) => sent.push([slot, payload.text]),
    unshared: (slot) => drafts[slot] ?? "",
    slot: (slot) => states[slot] ?? { status: "none", payload: null, own: null },
  }
}

const words = (text, more = {}) => ({ slot: "s1.why", text, limit: 10, shared: "", ...more })

Deno.test("it counts as the server does", () => {
  assert.equal(surplus("👋".repeat(12), 10), 2)
  assert.equal(surplus("  a   b \n c  ", 5), 0)
  assert.equal(surplus("a".repeat(417), 400), 17)
})

Deno.test("a text that fits is an answer, and its draft goes", () => {
  const api = phone()
  sendWords(words(" kort ", { api }))
  assert.deepEqual(api.sent, [["s1.why", "kort"]])
  const before = phone({ "s1.why": "veel te lang was dit" })
  sendWords(words("kort", { api: before }))
  assert.deepEqual(before.sent, [["s1.why", "kort"], ["draft.s1.why", ""]])
})

Deno.test("a text that is too long is a draft, and half of it is taken back", () => {
  const api = phone()
  sendWords(words("veel te lang is dit", { api, shared: "veel te la" }))
  assert.deepEqual(api.sent, [["draft.s1.why", "veel te lang is dit"], ["s1.why", ""]])
  const fresh = phone()
  sendWords(words("veel te lang is dit", { api: fresh }))
  assert.deepEqual(fresh.sent, [["draft.s1.why", "veel te lang is dit"]])
})

Deno.test("what is too long for a draft stays on the phone", () => {
  const api = phone()
  sendWords(words("x".repeat(10001), { api, shared: "x" }))
  assert.deepEqual(api.sent, [["s1.why", ""]])
})

Deno.test("only a draft that is there is dropped", () => {
  const api = phone()
  dropDraft("s1.why", api)
  assert.deepEqual(api.sent, [])
})

Deno.test("a draft is kept once the server has it", () => {
  const state = (status) => ({ "draft.a": { status, payload: { text: "lang" } } })
  assert.ok(!isKept("a", "lang", phone({}, state("sending"))))
  assert.ok(!isKept("a", "lang", phone({ a: "lang" }, state("waiting"))))
  assert.ok(isKept("a", "lang", phone({}, state("saved"))))
  assert.ok(isKept("a", "lang", phone({ a: "lang" })))
  assert.ok(!isKept("a", "langer", phone({ a: "lang" })))
})

Deno.test("a joint draft counts until the server has its last message", () => {
  const field = new JointText("w", { text: "" })
  field.text = "een"
  assert.ok(!reached(field.draft(), {}))
  field.message()
  assert.ok(!reached(field.draft(), {}))
  assert.ok(reached(field.draft(), { w: 1 }))
  field.text = "een twee"
  assert.ok(!reached(field.draft(), { w: 1 }))
})
