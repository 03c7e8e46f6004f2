// Which presses of a main button count: one press is one step, whatever hand or key does.
import assert from "node:assert/strict"
import { ignoreRepeat, Presses } from "../../pages/browser/console/act.js"

const AT = (at) => ({ at })

Deno.test("a second press before the step came is none", () => {
  const presses = new Presses()
  presses.see("running/a/1:x", 0)
  assert.ok(presses.take("forward", AT("1:x"), 10))
  for (const wait of [60, 200, 450, 1400]) {
    assert.ok(!presses.take("forward", AT("1:x"), 10 + wait))
  }
})

Deno.test("a second press right after the step came does not leave it", () => {
  for (const came of [40, 150, 300]) {
    const presses = new Presses()
    presses.see("running/a/1:x", 0)
    assert.ok(presses.take("forward", AT("1:x"), 0))
    presses.see("running/a/1:y", came)
    for (let when = came; when <= 450; when += 10) {
      assert.ok(!presses.take("forward", AT("1:y"), when), `step after ${came}, press at ${when}`)
    }
    assert.ok(presses.take("forward", AT("1:y"), came + 500))
  }
})

Deno.test("nor does it leave a step that somebody else took, in any way", () => {
  const presses = new Presses()
  presses.see("lobby//", 0)
  presses.see("running/a/1:x", 5000)
  for (const name of ["forward", "back", "goto", "start"]) {
    assert.ok(!presses.take(name, {}, 5300))
  }
})

Deno.test("a page that is slow to show a step takes no second press for it", () => {
  const presses = new Presses()
  presses.see("running/a/1:x", 0)
  assert.ok(presses.take("forward", AT("1:x"), 100))
  assert.ok(!presses.take("forward", AT("1:x"), 3000))
  presses.failed("forward", AT("1:x"))
  assert.ok(presses.take("forward", AT("1:x"), 3100))
  presses.see("running/a/1:y", 3200)
  assert.ok(presses.take("forward", AT("1:y"), 4000))
  presses.see("running/a/1:x", 4100)
  assert.ok(presses.take("forward", AT("1:x"), 9000))
})

Deno.test("what is no step is not held up, nor is the first press of a page", () => {
  const presses = new Presses()
  presses.see("running/a/1:x", 0)
  presses.see("running/a/1:y", 100)
  assert.ok(presses.take("timer", { add: 1 }, 110))
  assert.ok(presses.take("timer", { add: 1 }, 150))
  const fresh = new Presses()
  fresh.see("running/a/1:x", 0)
  assert.ok(fresh.take("forward", AT("1:x"), 1))
})

Deno.test("a key that is held presses a button once", () => {
  const press = (key, repeat, on) => {
    let stopped = false
    const target = { closest: (list) => list.split(", ").includes(on) ? {} : null }
    ignoreRepeat({ key, repeat, target, preventDefault: () => (stopped = true) })
    return !stopped
  }
  assert.ok(press("Enter", false, "button"))
  assert.ok(!press("Enter", true, "button"))
  assert.ok(!press(" ", true, "button"))
  assert.ok(press("Enter", true, "textarea"))
  assert.ok(press("ArrowDown", true, "button"))
})

Deno.test("a pause counts just after a step, since it means the same before and after it", () => {
  const presses = new Presses()
  presses.see("fill", 0)
  presses.see("look", 1000)
  assert.ok(presses.take("pause", { value: true }, 1100))
  assert.ok(!presses.take("pause", { value: true }, 1200))
})
