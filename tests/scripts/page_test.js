// Which page is shown, and what time it is at the server.
import assert from "node:assert/strict"
import { replaces, ServerClock } from "../../pages/browser/runtime/page.js"
import { dice, FakeTimers } from "./fakes.js"

const page = (rev, seq, server = "a") => ({ rev, seq, server })

Deno.test("a page of a later revision is shown, also of another server", () => {
  assert.ok(replaces(null, page(1, 1)))
  assert.ok(replaces(page(1, 9), page(2, 1)))
  assert.ok(replaces(page(1, 9, "a"), page(2, 1, "b")))
})

Deno.test("a page of an earlier revision is not, unless the data was put back", () => {
  assert.ok(!replaces(page(2, 1), page(1, 9)))
  assert.ok(!replaces(page(2, 1, "a"), page(1, 9, "b")))
  assert.ok(replaces(page(2, 1), { ...page(1, 1, "b"), force: true }))
})

Deno.test("of one revision the later page of a server counts, or that of a newer server", () => {
  assert.ok(replaces(page(2, 1), page(2, 2)))
  assert.ok(!replaces(page(2, 2), page(2, 2)))
  assert.ok(!replaces(page(2, 2), page(2, 1)))
  assert.ok(replaces(page(2, 9, "a"), page(2, 1, "b")))
})

Deno.test("in whatever order pages arrive, the newest is shown at the end", () => {
  for (let seed = 0; seed < 300; seed++) {
    const { below, roll } = dice(seed)
    let rev = 1
    const made = Array.from({ length: 12 }, (_none, at) => {
      if (roll() < 0.6) rev += 1
      return page(rev, at + 1)
    })
    let shown = made[0]
    const waiting = [...made, ...made.filter(() => roll() < 0.2)]
    while (waiting.length) {
      const [next] = waiting.splice(below(waiting.length), 1)
      if (replaces(shown, next)) shown = next
    }
    assert.deepEqual(shown, made.at(-1), `seed ${seed}`)
  }
})

Deno.test("the server's time is known as well as the quickest page tells it", () => {
  const timers = new FakeTimers(5_000_000)
  const clock = new ServerClock(timers)
  clock.learn(9_000_000 - 700, "a")
  clock.learn(9_000_000 - 20, "a")
  clock.learn(9_000_000 - 4000, "a")
  assert.equal(clock.now(), 9_000_000 - 20)
  timers.time += 1000
  assert.equal(clock.now(), 9_001_000 - 20)
})

Deno.test("a server with another clock counts from its first page on", () => {
  const timers = new FakeTimers(5_000_000)
  const clock = new ServerClock(timers)
  clock.learn(9_000_000, "a")
  clock.learn(5_000_000, "b")
  assert.equal(clock.now(), 5_000_000)
})
