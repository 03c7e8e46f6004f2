// One websocket that connects again by itself.
import assert from "node:assert/strict"
import { Socket } from "../../pages/browser/runtime/socket.js"
import { fakeSockets, FakeTimers } from "./fakes.js"

function make({ patient = false } = {}) {
  const timers = new FakeTimers()
  const sockets = fakeSockets()
  const told = []
  const tell = (what) => (more) => void told.push(more === undefined ? what : [what, more])
  const socket = new Socket({
    timers,
    WebSocket: sockets.Fake,
    address: () => `ws://x/live?n=${sockets.lines.length}`,
    received: tell("received"),
    opened: tell("opened"),
    works: tell("works"),
    failed: tell("failed"),
    lost: tell("lost"),
    ended: tell("ended"),
    patient: () => patient,
  })
  socket.connect()
  return { socket, timers, told, ...sockets }
}

const working = (line) => {
  line.open()
  line.say({ current: true })
}

Deno.test("it works from its first frame on, and hands frames over", () => {
  const { told, last } = make()
  last().open()
  assert.deepEqual(told, ["opened"])
  last().say({ page: { rev: 1 } })
  assert.deepEqual(told.slice(1), ["works", ["received", { page: { rev: 1 } }]])
})

Deno.test("a line that is lost is tried again, at growing intervals", async () => {
  const { timers, lines, last, told } = make()
  working(last())
  last().drop()
  assert.equal(told.at(-1), "lost")
  await timers.pass(400)
  assert.equal(lines.length, 2)
  for (const wait of [720, 1296, 2333]) {
    last().drop()
    await timers.pass(wait - 50)
    const before = lines.length
    await timers.pass(60)
    assert.equal(lines.length, before + 1)
  }
  assert.equal(lines[3].address, "ws://x/live?n=3")
})

Deno.test("a server that says what troubles it and hangs up is not stormed", async () => {
  const { timers, lines, last } = make()
  const began = timers.now()
  while (timers.now() - began < 60000) {
    last().open()
    last().say({ trouble: "De gegevens zijn even niet te lezen." })
    last().drop(1011)
    await timers.pass(100)
  }
  assert.ok(lines.length < 20, `${lines.length} tries in a minute`)
})

Deno.test("tries are never further apart than 6 s, or 2 minutes where requests work", async () => {
  for (const [patient, longest] of [[false, 6000], [true, 120000]]) {
    const { timers, lines, last } = make({ patient })
    const gaps = []
    for (let turn = 0; turn < 12; turn++) {
      last().drop()
      const [before, began] = [lines.length, timers.now()]
      while (lines.length === before) await timers.pass(10)
      gaps.push(timers.now() - began)
    }
    assert.deepEqual([...gaps].sort((one, other) => one - other), gaps)
    assert.equal(gaps.at(-1), longest)
  }
})

Deno.test("each phone comes back at its own moment", async () => {
  const moments = []
  for (const chance of [0, 0.5, 1]) {
    const { timers, lines, last } = make()
    timers.chance = () => chance
    working(last())
    last().drop()
    const began = timers.now()
    while (lines.length < 2) await timers.pass(10)
    moments.push(timers.now() - began)
  }
  assert.deepEqual(moments, [240, 400, 560])
})

Deno.test("a line that opens and stays silent for 4 s counts as refused", async () => {
  const { timers, told, last, lines } = make()
  const silent = last()
  silent.open()
  await timers.pass(3900)
  assert.deepEqual(told, ["opened"])
  await timers.pass(200)
  assert.deepEqual(told.at(-1), ["failed", { silent: true }])
  silent.say({ page: {} })
  assert.equal(told.length, 2)
  await timers.pass(600)
  assert.equal(lines.length, 2)
})

Deno.test("a line that never opens counts as refused too", async () => {
  const { timers, told } = make()
  await timers.pass(4000)
  assert.deepEqual(told, [["failed", { silent: true }]])
})

Deno.test("what is quiet for 20 s is asked, and without an answer for dead taken", async () => {
  const { timers, told, last, lines } = make()
  working(last())
  await timers.pass(20000)
  assert.deepEqual(last().said, [{ ping: 1 }])
  last().say({ pong: 1 })
  await timers.pass(20000)
  assert.equal(last().said.length, 2)
  assert.ok(!told.includes("lost"))
  await timers.pass(8000)
  assert.ok(told.includes("lost"))
  assert.equal(lines.length, 2)
})

Deno.test("frames keep it from asking", async () => {
  const { timers, last } = make()
  working(last())
  for (let turn = 0; turn < 6; turn++) {
    await timers.pass(15000)
    last().say({ page: {} })
  }
  assert.deepEqual(last().said, [])
})

Deno.test("who is not known does not knock again", async () => {
  const { timers, told, last, lines } = make()
  last().open()
  last().say({ go: "/d/KODE" })
  last().drop(4404)
  await timers.pass(600000)
  assert.equal(told.at(-1), "ended")
  assert.equal(lines.length, 1)
})

Deno.test("a renewed line hears nothing of the old one", () => {
  const { socket, told, last, lines } = make()
  working(last())
  const [old] = lines
  socket.renew()
  assert.equal(lines.length, 2)
  const before = told.length
  old.readyState = 1
  old.say({ page: { rev: 1 } })
  old.onclose?.({ code: 1006 })
  assert.equal(told.length, before)
})

Deno.test("a frame that is no JSON is no frame", () => {
  const { told, last } = make()
  last().open()
  last().onmessage({ data: "<html>" })
  last().onmessage({ data: "7" })
  assert.deepEqual(told, ["opened"])
})

Deno.test("nothing is said on a line that is not open", () => {
  const { socket, last } = make()
  assert.equal(socket.send({ ping: 1 }), false)
  last().open()
  assert.equal(socket.send({ ping: 1 }), true)
})

Deno.test("a browser that forbids sockets altogether is a refusal, tried again", async () => {
  let tries = 0
  const timers = new FakeTimers()
  const failures = []
  const socket = new Socket({
    timers,
    WebSocket: class {
      constructor() {
        tries += 1
        throw new Error("SecurityError")
      }
    },
    address: () => "ws://x",
    received: () => {},
    failed: (how) => failures.push(how),
  })
  socket.connect()
  await timers.pass(20000)
  assert.ok(tries > 3)
  assert.equal(failures.length, tries)
})
