// What was sent and not confirmed: kept, sent again, never doubled, never lost to another tab.
import assert from "node:assert/strict"
import { Outbox } from "../../pages/browser/runtime/outbox.js"
import { StoredAnswers } from "../../pages/browser/runtime/stored.js"
import { pageMemory } from "../../pages/browser/runtime/memory.js"
import { FakeTimers, forbiddenMemory } from "./fakes.js"

const KEEP = "KODE:an"

function make({ memory = pageMemory(), timers = new FakeTimers() } = {}) {
  const posts = []
  const outbox = new Outbox({
    stored: new StoredAnswers(KEEP, memory),
    send: (items, again) => posts.push({ ids: items.map((item) => item.id), again }),
    changed: () => {},
    timers,
  })
  return { outbox, posts, memory, timers, last: () => outbox.items.at(-1) }
}

const keys = (memory) => Array.from({ length: memory.length }, (_none, at) => memory.key(at))
const ok = (id, more = {}) => ({ [id]: { ok: true, ...more } })

Deno.test("an answer is sent at once and again until it is confirmed", async () => {
  const { outbox, posts, timers, last } = make()
  outbox.answer("a1", "s.at", { at: 0.5 })
  assert.equal(posts.length, 1)
  await timers.pass(5000)
  assert.deepEqual(posts[1], { ids: [last().id], again: true })
  outbox.settle(ok(last().id), 3)
  await timers.pass(60000)
  assert.equal(posts.length, 2)
})

Deno.test("it is sent again at growing intervals, of 20 s at most", async () => {
  const { outbox, posts, timers } = make()
  outbox.answer("a1", "s.at", 1)
  await timers.pass(5000 + 7500 + 11250 + 16875)
  assert.equal(posts.length, 5)
  await timers.pass(20000)
  assert.equal(posts.length, 6)
})

Deno.test("a reload finds what was not confirmed, under the same id", () => {
  const { outbox, memory, last } = make()
  outbox.answer("a1", "s.why", { text: "omdat" })
  const again = make({ memory })
  assert.equal(again.outbox.items[0].id, last().id)
  assert.equal(again.outbox.state("a1", "s.why", 1).payload.text, "omdat")
  again.outbox.settle(ok(last().id), 1)
  assert.deepEqual(keys(memory), [])
})

Deno.test("the last answer to a slot is the one that is sent", () => {
  const { outbox, memory } = make()
  outbox.answer("a1", "s.at", 1)
  outbox.answer("a1", "s.at", 2)
  outbox.answer("a2", "s.at", 3)
  assert.deepEqual(outbox.items.map((item) => item.payload), [2, 3])
  assert.equal(keys(memory).length, 2)
})

Deno.test("ids of one page rise, also within a millisecond and when the clock is set back", () => {
  const timers = new FakeTimers()
  const { outbox } = make({ timers })
  outbox.answer("a1", "one", 1)
  outbox.answer("a1", "two", 1)
  timers.time -= 3_600_000
  outbox.answer("a1", "three", 1)
  const ids = outbox.items.map((item) => item.id)
  assert.deepEqual([...ids].sort(), ids)
  assert.equal(new Set(ids).size, 3)
})

Deno.test("the one list of an earlier version is taken over once", () => {
  const memory = pageMemory()
  const old = [{ id: "old.1", kind: "answer", activity: "a1", slot: "s", payload: 1, at: 5 }]
  memory.setItem(`odv:outbox:${KEEP}`, JSON.stringify(old))
  const { outbox } = make({ memory })
  assert.deepEqual(outbox.items, old)
  assert.deepEqual(keys(memory), [`odv:outbox:${KEEP}:old.1`])
  outbox.settle(ok("old.1"), 1)
  assert.deepEqual(make({ memory }).outbox.items, [])
})

Deno.test("nothing of another person or another meeting is taken", () => {
  const memory = pageMemory()
  const item = { id: "x.1", kind: "answer", activity: "a", slot: "s", payload: 1, at: 5 }
  memory.setItem("odv:outbox:KODE:anna:x.1", JSON.stringify(item))
  memory.setItem(`odv:outbox:${KEEP}:y.1`, "{broken")
  assert.deepEqual(make({ memory }).outbox.items, [])
})

Deno.test("two tabs keep each other's unsent answers", () => {
  const memory = pageMemory()
  const one = make({ memory })
  const two = make({ memory })
  one.outbox.answer("a1", "s.top", { text: "top" })
  two.outbox.answer("a1", "s.flop", { text: "flop" })
  assert.deepEqual(
    make({ memory }).outbox.items.map((item) => item.payload.text).sort(),
    ["flop", "top"],
  )
})

/** What the browser tells the other tab of a write in this one. */
function storageEvents(memory, changed) {
  return {
    ...memory,
    get length() {
      return memory.length
    },
    setItem: (key, newValue) => {
      memory.setItem(key, newValue)
      changed({ key, newValue })
    },
    removeItem: (key) => {
      memory.removeItem(key)
      changed({ key, newValue: null })
    },
  }
}

Deno.test("a later answer in the other tab replaces the one that waits here", async () => {
  const memory = pageMemory()
  const timers = new FakeTimers()
  const one = make({ memory, timers })
  const two = make({
    memory: storageEvents(memory, (event) => one.outbox.storageChanged(event)),
    timers,
  })
  one.outbox.answer("a1", "s.why", { text: "oud" })
  await timers.pass(1000)
  two.outbox.answer("a1", "s.why", { text: "nieuw" })
  assert.deepEqual(one.outbox.items, [])
  assert.equal(make({ memory }).outbox.items[0].payload.text, "nieuw")
})

Deno.test("what the other tab got confirmed is not sent from here any more", () => {
  const memory = pageMemory()
  const one = make({ memory })
  one.outbox.answer("a1", "s.why", { text: "van een" })
  const two = make({ memory })
  const { id } = one.last()
  one.outbox.settle(ok(id), 1)
  two.outbox.storageChanged({ key: `odv:outbox:${KEEP}:${id}`, newValue: null })
  assert.deepEqual(two.outbox.items, [])
})

Deno.test("what another tab got confirmed counts here, until the page shows it", () => {
  const one = make()
  const told = []
  const two = make()
  two.outbox.tellTabs = (settled) => told.push(settled)
  two.outbox.answer("a1", "s.why", { text: "van twee" })
  two.outbox.settle(ok(two.last().id, { rev: 9 }), 7)
  one.outbox.settledElsewhere(told[0], 7)
  assert.deepEqual(one.outbox.state("a1", "s.why", 7).own, { text: "van twee" })
  assert.equal(one.outbox.state("a1", "s.why", 9).own, null)
  one.outbox.answer("a1", "s.why", { text: "van een" })
  one.outbox.settledElsewhere(told[0], 7)
  assert.deepEqual(one.outbox.state("a1", "s.why", 7).own, { text: "van een" })
})

Deno.test("without memory an answer lasts as long as the page", () => {
  const { outbox, posts, last } = make({ memory: forbiddenMemory() })
  outbox.answer("a1", "s.at", 1)
  assert.equal(posts.length, 1)
  outbox.settle(ok(last().id), 1)
  assert.equal(outbox.state("a1", "s.at", 9).status, "saved")
})

Deno.test("what was sent counts until a page of its revision is shown", () => {
  const { outbox, last } = make()
  outbox.answer("a1", "s.at", { at: 0.2 })
  assert.deepEqual(outbox.state("a1", "s.at", 7).own, { at: 0.2 })
  outbox.settle(ok(last().id, { rev: 9 }), 7)
  assert.deepEqual(outbox.state("a1", "s.at", 8).own, { at: 0.2 })
  assert.equal(outbox.state("a1", "s.at", 9).own, null)
  assert.equal(outbox.state("a1", "s.at", 9).status, "saved")
})

Deno.test("what was refused does not count, and is told once", () => {
  const { outbox, last } = make()
  outbox.answer("a1", "s.at", { at: 0.2 })
  const told = outbox.settle({ [last().id]: { refused: "De lijn staat vast." } }, 7)
  assert.deepEqual(told.missed, { reason: "De lijn staat vast.", activity: "a1", slot: "s.at" })
  const { status, reason, own } = outbox.state("a1", "s.at", 7)
  assert.deepEqual([status, reason, own], ["refused", "De lijn staat vast.", null])
})

Deno.test("what the server could not store waits, with its reason, and goes again", async () => {
  const { outbox, posts, timers, last } = make()
  outbox.answer("a1", "s.at", 1)
  outbox.settle({ [last().id]: { again: "De schijf is vol." } }, 7)
  const { status, reason } = outbox.state("a1", "s.at", 7)
  assert.deepEqual([status, reason], ["waiting", "De schijf is vol."])
  await timers.pass(5000)
  assert.equal(posts.length, 2)
})

Deno.test("a button gives its outcome, and does nothing long after it was pressed", async () => {
  const { outbox, posts, timers, last } = make()
  const asked = outbox.act("remote_link", {})
  outbox.settle(ok(last().id, { url: "u" }), 1)
  assert.deepEqual(await asked, { ok: true, url: "u" })
  const late = outbox.act("forward", { at: "1:a" })
  await timers.pass(13000)
  assert.match((await late).again, /laptop antwoordde niet/)
  const before = posts.length
  outbox.hurry()
  assert.equal(posts.length, before)
})

Deno.test("buttons do not outlive the page", () => {
  const { outbox, memory } = make()
  outbox.act("forward", {})
  assert.deepEqual(keys(memory), [])
})
