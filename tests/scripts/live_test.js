// A live page as a whole, without its drawing.
import assert from "node:assert/strict"
import { LivePage } from "../../pages/browser/runtime/live.js"
import { pageMemory } from "../../pages/browser/runtime/memory.js"
import { dice, fakeFetch, fakeSockets, FakeTimers } from "./fakes.js"
import { Network, Server } from "./hall.js"

globalThis.location ??= { href: "http://hall:8501/gsm" }

const boot = (page) => ({
  role: "phone",
  address: "http://hall:8501/live/KODE?als=phone",
  version: "v1",
  view: "",
  sprite: "",
  keep: "KODE:an",
  page,
})
const PAGE = { rev: 5, seq: 1, server: "a", mark: "5.1", now: 1_000_000, data: { step: 1 } }

function make(page = PAGE) {
  const timers = new FakeTimers()
  const sockets = fakeSockets()
  const told = []
  const session = pageMemory()
  const memory = pageMemory()
  const live = new LivePage(boot(page), {
    timers,
    memory,
    session,
    WebSocket: sockets.Fake,
    fetch: fakeFetch().fetch,
    draw: () => told.push("draw"),
    leave: (url) => told.push(["leave", url]),
    reload: () => told.push("reload"),
  })
  live.start()
  return { live, timers, told, line: sockets.last, lines: sockets.lines }
}

Deno.test("it says what it has, and its version", () => {
  const { line } = make()
  const query = Object.fromEntries(new URL(line().address).searchParams)
  assert.deepEqual(query, { als: "phone", versie: "v1", heb: "5.1", rev: "5" })
})

Deno.test("a page that is pushed is shown, an older one is not", () => {
  const { live, line } = make()
  line().open()
  line().say({ page: { ...PAGE, rev: 7, seq: 3, data: { step: 3 } } })
  line().say({ page: { ...PAGE, rev: 6, seq: 2, data: { step: 2 } } })
  assert.deepEqual(live.data, { step: 3 })
})

Deno.test("of a copy that was put back the older page is shown", () => {
  const { live, line } = make()
  line().open()
  line().say({ page: { ...PAGE, rev: 2, server: "b", force: true, data: { step: 0 } } })
  assert.deepEqual(live.data, { step: 0 })
})

Deno.test("it reloads for other scripts, once a minute at most", async () => {
  const { timers, told, line } = make()
  line().onsaid = ({ ping }) => ping && queueMicrotask(() => line().say({ pong: 1 }))
  line().open()
  line().say({ reload: true })
  line().say({ reload: true })
  assert.equal(told.filter((one) => one === "reload").length, 1)
  await timers.pass(61000)
  line().say({ reload: true })
  assert.equal(told.filter((one) => one === "reload").length, 2)
})

Deno.test("it leaves when told to, and asks nothing more", async () => {
  const { timers, told, line, lines } = make()
  line().open()
  line().say({ go: "/d/KODE?uit=1" })
  assert.deepEqual(told, [["leave", "/d/KODE?uit=1"]])
  await timers.pass(600000)
  assert.equal(lines.length, 1)
})

Deno.test("trouble at the server is told until the next page", () => {
  const { live, line } = make()
  line().open()
  line().say({ trouble: "De gegevens zijn even niet te lezen." })
  assert.equal(live.api().trouble, "De gegevens zijn even niet te lezen.")
  line().say({ page: { ...PAGE, rev: 7 } })
  assert.equal(live.api().trouble, null)
})

Deno.test("a missed answer is told until something else begins", () => {
  const scene = (activity) => ({ meeting: { state: "running" }, scene: { activity } })
  const talk = { meeting: { state: "talk" }, scene: null }
  const closed = { meeting: { state: "closed" }, scene: null }
  /** What is still told after these pages, of an answer to a1 that came too late during `at`. */
  const after = (at, ...pages) => {
    const { live, line } = make({ ...PAGE, data: scene("a1") })
    line().open()
    live.api().send("sheet.why", { text: "x" })
    const [answer] = live.outbox.items
    line().say({ page: { ...PAGE, rev: 6, seq: 2, data: at } })
    line().say({ acks: { [answer.id]: { refused: "Gedaan." } } })
    pages.forEach((data, n) => line().say({ page: { ...PAGE, rev: 7 + n, seq: 3 + n, data } }))
    return live.api().missed?.reason ?? null
  }
  assert.equal(after(scene("a1")), "Gedaan.")
  assert.equal(after(scene("a1"), talk), "Gedaan.")
  assert.equal(after(scene("a1"), talk, scene("a2")), null)
  assert.equal(after(scene("a2")), "Gedaan.")
  assert.equal(after(scene("a2"), scene("a2")), "Gedaan.")
  assert.equal(after(scene("a2"), talk), null)
  assert.equal(after(talk), "Gedaan.")
  assert.equal(after(talk, closed), null)
})

Deno.test("a late sign of where somebody is raises nothing", () => {
  const { live, line } = make({ ...PAGE, data: { scene: { activity: "a1" } } })
  line().open()
  for (const slot of ["at.kat", "at.v1:kat", "draft.why"]) live.api().send(slot, {})
  line().say({
    acks: Object.fromEntries(live.outbox.items.map((one) => [one.id, { refused: "Gedaan." }])),
  })
  assert.equal(live.api().missed, null)
})

Deno.test("a refused button and a missed answer are told", () => {
  const { live, line } = make({ ...PAGE, data: { scene: { activity: "a1" } } })
  line().open()
  live.api().send("s.at", 1)
  live.api().act("forward")
  const [answer, act] = live.outbox.items
  line().say({ acks: { [answer.id]: { refused: "Te laat." }, [act.id]: { refused: "Stond al." } } })
  assert.deepEqual(live.api().missed, { reason: "Te laat.", activity: "a1", slot: "s.at" })
  assert.deepEqual(live.api().refused, { reason: "Stond al." })
  live.api().forget()
  assert.equal(live.api().missed, null)
})

Deno.test("time is the server's", async () => {
  const { live, timers } = make({ ...PAGE, now: 9_000_000 })
  await timers.pass(2500)
  assert.equal(live.api().now(), 9_002_500)
})

Deno.test("what was sent counts without a gap, from the press until the page shows it", () => {
  const { live, line } = make({ ...PAGE, data: { scene: { activity: "a1" }, at: 1 } })
  const at = () => live.api().slot("s.at").own ?? live.data.at
  line().open()
  live.api().send("s.at", 2)
  assert.equal(at(), 2)
  line().say({ acks: { [live.outbox.items[0].id]: { ok: true, rev: 7 } } })
  assert.equal(at(), 2)
  line().say({ page: { ...PAGE, rev: 6, seq: 2, data: { scene: { activity: "a1" }, at: 1 } } })
  assert.equal(at(), 2)
  line().say({ page: { ...PAGE, rev: 7, seq: 3, data: { scene: { activity: "a1" }, at: 3 } } })
  assert.equal(at(), 3, "the server knows better from here on")
})

/** One phone in a hall where anything may happen; `play` runs `turns` things in a random order. */
class Phone {
  constructor(seed) {
    this.chance = dice(seed)
    this.timers = new FakeTimers()
    this.timers.chance = this.chance.roll
    this.server = new Server(this.timers, this.chance)
    this.network = new Network(this.server, this.timers, this.chance)
    this.memory = pageMemory()
    this.given = {}
    this.acts = []
    this.number = 0
    this.load()
  }

  load() {
    const { memory, timers } = this
    const { WebSocket, fetch } = this.network
    this.live = new LivePage(boot(this.server.page()), {
      timers,
      memory,
      WebSocket,
      fetch,
      session: pageMemory(),
      draw: () => this.drawn(),
      leave: () => assert.fail("nobody said to leave"),
      reload: () => assert.fail("nobody said to reload"),
    })
    this.shown = 0
    this.live.start()
  }

  drawn() {
    const { rev } = this.live.page
    assert.ok(rev >= this.shown, "an older page never takes the place of a newer one")
    this.shown = rev
    for (const [slot, last] of Object.entries(this.given)) {
      const { own, status } = this.live.api().slot(slot)
      const seen = own ?? this.live.data.answers[slot]
      if (status !== "none") assert.equal(seen, last, "what was done here counts")
    }
  }

  /** The page is gone from one moment to the next; another comes in its place. */
  reload() {
    this.live.connection.stop()
    this.live.outbox.stop()
    this.live.draw = () => {}
    for (const one of this.network.requests.asked) if (one.open) one.fail()
    this.load()
  }

  things() {
    const { network, server, chance } = this
    return {
      answer: () => {
        const slot = `s.${chance.below(3)}`
        this.given[slot] = this.number += 1
        this.live.api().send(slot, this.number)
      },
      act: () => {
        const act = { id: null, outcome: null }
        this.acts.push(act)
        this.live.api().act("forward").then((outcome) => (act.outcome = outcome))
        act.id = this.live.outbox.items.at(-1).id
      },
      move: () => server.move(),
      cut: () => network.cut(),
      restart: () => {
        network.cut()
        server.start()
      },
      sockets: () => (network.weather.sockets = chance.pick(["good", "refuse", "silent"])),
      requests: () => (network.weather.requests = chance.pick(["good", "good", "fail"])),
      reload: () => this.reload(),
      woke: () => this.live.connection.woke(chance.roll() * 30000),
      look: () => this.live.connection.doubt(),
      wait: () => {},
    }
  }

  async play(turns) {
    const things = this.things()
    const names = [...Object.keys(things), "answer", "answer", "answer", "move"]
    this.row = []
    for (let turn = 0; turn < turns; turn++) {
      const name = this.chance.pick(names)
      this.row.push(name)
      things[name]()
      await this.timers.pass(this.chance.roll() < 0.2 ? 8000 : 400 * this.chance.roll())
    }
    this.network.weather = { sockets: "good", requests: "good" }
    await this.timers.pass(300000)
  }
}

Deno.test("in any order of events nothing is lost or doubled", async () => {
  let answers = 0
  for (let seed = 1; seed <= 150; seed++) {
    const phone = new Phone(seed)
    const why = () => `seed ${seed}: ${phone.row.join(" ")}`
    await phone.play(40)
    const { live, server } = phone
    answers += Object.keys(phone.given).length
    assert.deepEqual(live.outbox.items, [], `nothing waits any more, ${why()}`)
    assert.equal(phone.memory.length, 0, why())
    assert.deepEqual(server.answers, phone.given, `the last of each slot is there, ${why()}`)
    assert.deepEqual(live.data, server.data(), `the newest page is shown, ${why()}`)
    assert.equal(new Set(server.carried).size, server.carried.length, `once each, ${why()}`)
    for (const { id, outcome } of phone.acts) {
      if (outcome?.ok) assert.ok(server.carried.includes(id), why())
    }
    assert.ok(live.api().online && !live.api().slow, why())
  }
  assert.ok(answers > 300)
})

Deno.test("what was typed counts before the draft that the server keeps", () => {
  const scene = { activity: "a1", drafts: { "s1.why": "veel te lang" } }
  const { live } = make({ ...PAGE, data: { scene } })
  assert.equal(live.api().draft("s1.why"), "veel te lang")
  assert.equal(live.api().draft("s2.why"), "")
  live.api().keep("s1.why", "korter")
  assert.equal(live.api().draft("s1.why"), "korter")
  assert.equal(live.api().unshared("s1.why"), "veel te lang")
  live.api().keep("s1.why", "")
  live.api().send("draft.s1.why", { text: "" })
  assert.equal(live.api().draft("s1.why"), "", "taken away here, also before the page shows it")
})
