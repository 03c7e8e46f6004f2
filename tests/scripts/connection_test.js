// The choice between websocket and plain requests.
import assert from "node:assert/strict"
import { Connection } from "../../pages/browser/runtime/connection.js"
import { fakeFetch, fakeSockets, FakeTimers, settled } from "./fakes.js"

const ADDRESS = "http://hall:8501/live/KODE?als=phone"

function make() {
  const timers = new FakeTimers()
  const sockets = fakeSockets()
  const requests = fakeFetch()
  const received = []
  const levels = []
  const waiting = []
  let opened = 0
  const connection = new Connection({
    timers,
    WebSocket: sockets.Fake,
    fetch: requests.fetch,
    address: () => ADDRESS,
    messages: () => waiting,
    opened: () => {
      opened += 1
      if (waiting.length) connection.send(waiting)
    },
    received: (frame) => received.push(frame),
    changed: () => levels.push(level(connection)),
  })
  connection.start()
  return {
    connection,
    timers,
    received,
    levels,
    waiting,
    line: sockets.last,
    lines: sockets.lines,
    asked: requests.asked,
    request: requests.last,
    opened: () => opened,
  }
}

const level = ({ online, slow }) => (online ? slow ? "slow" : "good" : "none")
function works(line) {
  line.onsaid = ({ ping }) => ping && queueMicrotask(() => line.say({ pong: 1 }))
  line.open()
  line.say({ current: true })
}

/** Time passes; what waits for news gets an empty answer after 20 s, as the server gives it. */
async function passServed(it, ms) {
  for (let left = ms; left > 0; left -= 500) {
    await it.timers.pass(Math.min(500, left))
    for (const one of it.asked) {
      one.since ??= it.timers.now()
      if (one.open && (!one.waits || it.timers.now() - one.since >= 20000)) one.answer({})
    }
    await settled()
  }
}

/** The network takes no sockets: two tries in a row fail. */
async function refuseSockets(it) {
  it.line().drop()
  await it.timers.pass(400)
  it.line().drop()
}

Deno.test("the socket carries, at the address of the page, and nothing is requested", async () => {
  const it = make()
  assert.equal(it.line().address, "ws://hall:8501/live/KODE?als=phone")
  works(it.line())
  await it.timers.pass(60000)
  assert.equal(it.asked.length, 0)
  assert.equal(level(it.connection), "good")
})

Deno.test("what waits goes as soon as a socket opens", () => {
  const it = make()
  it.waiting.push({ id: "a" })
  it.line().open()
  assert.deepEqual(it.line().said, [{ messages: [{ id: "a" }] }])
})

Deno.test("one refusal is no reason for requests, two are", async () => {
  const it = make()
  it.line().drop()
  await it.timers.pass(400)
  assert.equal(it.asked.length, 0)
  it.line().drop()
  await settled()
  assert.equal(it.asked.length, 1)
  assert.ok(it.request().address.startsWith(ADDRESS))
})

Deno.test("a socket that is silent for 4 s is reason enough", async () => {
  const it = make()
  it.line().open()
  await it.timers.pass(4000)
  assert.equal(it.asked.length, 1)
})

Deno.test("over requests: what waits goes, then one request waits for news", async () => {
  const it = make()
  it.waiting.push({ id: "a" })
  await refuseSockets(it)
  assert.deepEqual(it.request().messages, [{ id: "a" }])
  it.request().answer({ acks: { a: { ok: true } }, page: { rev: 2 } })
  it.waiting.pop()
  await settled()
  assert.deepEqual(it.received, [{ acks: { a: { ok: true } }, page: { rev: 2 } }])
  assert.ok(it.request().waits)
  assert.deepEqual(it.request().messages, [])
  it.request().answer({})
  await settled()
  assert.equal(it.asked.length, 3)
})

Deno.test("over requests a message does not wait for the one that waits for news", async () => {
  const it = make()
  await refuseSockets(it)
  it.request().answer({})
  await settled()
  it.waiting.push({ id: "b" })
  it.connection.send(it.waiting)
  await settled()
  const sent = it.asked.filter((one) => one.messages.length)
  assert.deepEqual(sent.map((one) => one.messages[0].id), ["b"])
  it.waiting.push({ id: "c" })
  it.connection.send(it.waiting)
  await settled()
  assert.equal(it.asked.filter((one) => one.messages.length).length, 1, "one at a time")
  sent[0].answer({ acks: { b: { ok: true } } })
  it.waiting.shift()
  await settled()
  assert.deepEqual(it.request().messages, [{ id: "c" }])
})

Deno.test("it says that it is slow, and good again once a socket works", async () => {
  const it = make()
  await refuseSockets(it)
  await passServed(it, 5000)
  assert.equal(level(it.connection), "slow")
  while (it.line().readyState > 1) await passServed(it, 500)
  works(it.line())
  assert.equal(level(it.connection), "good")
  const before = it.asked.length
  await it.timers.pass(60000)
  assert.equal(it.asked.length, before)
  assert.ok(it.asked.every((one) => !one.open), "the request that waited is let go")
})

Deno.test("sockets are tried again after 10 s, then more slowly, up to 2 min", async () => {
  const it = make()
  await refuseSockets(it)
  await passServed(it, 500)
  // a first answer may mean that the server is back: at once, and then with patience
  const gaps = []
  for (let turn = 0; turn < 6; turn++) {
    const [count, began] = [it.lines.length, it.timers.now()]
    it.line().drop()
    while (it.lines.length === count) await passServed(it, 500)
    gaps.push(Math.round((it.timers.now() - began) / 1000))
  }
  assert.deepEqual(gaps, [10, 20, 40, 80, 120, 120])
})

Deno.test("offline only when neither has worked for a second and a half", async () => {
  const it = make()
  works(it.line())
  it.line().drop()
  await it.timers.pass(1400)
  assert.equal(level(it.connection), "good")
  it.line().drop()
  it.asked.forEach((one) => one.open && one.fail())
  await it.timers.pass(200)
  assert.equal(level(it.connection), "none")
  assert.deepEqual(it.levels, ["none"])
})

Deno.test("a drop that is mended within that time is not told", async () => {
  const it = make()
  works(it.line())
  it.line().drop()
  await it.timers.pass(500)
  works(it.line())
  await it.timers.pass(10000)
  assert.deepEqual(it.levels, [])
})

Deno.test("a page that can reach nothing says so within five seconds", async () => {
  const it = make()
  const fail = () => {
    it.line().drop()
    for (const one of it.asked) if (one.open) one.fail()
  }
  for (let at = 0; at < 50; at++) {
    fail()
    await it.timers.pass(100)
  }
  assert.equal(level(it.connection), "none")
})

Deno.test("a server that was away is found by the first request", async () => {
  const it = make()
  works(it.line())
  it.line().drop()
  for (let at = 0; at < 300; at++) {
    it.line().drop()
    for (const one of it.asked) if (one.open) one.fail()
    await it.timers.pass(100)
  }
  assert.equal(level(it.connection), "none")
  while (!it.request().open) {
    it.line().drop()
    await it.timers.pass(100)
  }
  it.request().answer({})
  await settled()
  works(it.line())
  assert.equal(level(it.connection), "good")
  await it.timers.pass(5000)
  assert.deepEqual(it.levels, ["none", "slow", "good"])
})

Deno.test("a phone that slept long takes a new line, one that looked away keeps its own", () => {
  const it = make()
  works(it.line())
  it.connection.woke(3000)
  assert.equal(it.lines.length, 1)
  assert.deepEqual(it.line().said, [{ ping: 1 }])
  it.connection.woke(60000)
  assert.equal(it.lines.length, 2)
})

Deno.test("what is not confirmed on a line that is silent goes along a new one", async () => {
  const it = make()
  works(it.line())
  await it.timers.pass(6000)
  it.waiting.push({ id: "a" })
  it.connection.send(it.waiting, true)
  assert.equal(it.lines.length, 2)
  it.line().open()
  assert.deepEqual(it.line().said, [{ messages: [{ id: "a" }] }])
})

Deno.test("a line that speaks is only slow, and is kept", async () => {
  const it = make()
  works(it.line())
  await it.timers.pass(1000)
  it.connection.send([{ id: "a" }], true)
  assert.equal(it.lines.length, 1)
  assert.deepEqual(it.line().said, [{ messages: [{ id: "a" }] }])
})

Deno.test("a laptop without network that reaches itself stays online", async () => {
  const it = make()
  works(it.line())
  it.connection.doubt()
  it.line().say({ pong: 1 })
  await it.timers.pass(10000)
  assert.deepEqual(it.levels, [])
  assert.equal(it.lines.length, 1)
})

Deno.test("a page that is left says nothing, and takes up again when it comes back", async () => {
  const it = make()
  await refuseSockets(it)
  it.connection.rest()
  const before = [it.lines.length, it.asked.length]
  await it.timers.pass(60000)
  assert.deepEqual([it.lines.length, it.asked.length], before)
  it.connection.woke()
  assert.equal(it.lines.length, before[0] + 1)
})

Deno.test("who is not known asks nothing any more, by either way", async () => {
  const it = make()
  it.line().open()
  it.line().say({ go: "/d/KODE" })
  it.line().drop(4404)
  const before = [it.lines.length, it.asked.length]
  await it.timers.pass(600000)
  assert.deepEqual([it.lines.length, it.asked.length], before)
})
