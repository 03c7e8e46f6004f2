// The projected page asks to be kept awake, and says whether that works.
import assert from "node:assert/strict"
import { keepAwake } from "../../pages/browser/screen/awake.js"

const rest = () => new Promise((done) => setTimeout(done, 0))

function page() {
  const listeners = new Set()
  return {
    visibilityState: "visible",
    addEventListener: (_name, act) => listeners.add(act),
    removeEventListener: (_name, act) => listeners.delete(act),
    show(state) {
      this.visibilityState = state
      listeners.forEach((act) => act())
    },
    listeners,
  }
}

Deno.test("it is asked again when the page is shown again, and told once", async () => {
  const shown = page()
  const locks = []
  const wakeLock = {
    request: () => {
      locks.push({ released: false, release: () => {} })
      return Promise.resolve(locks.at(-1))
    },
  }
  const told = []
  const end = keepAwake({ wakeLock, page: shown, tell: (awake) => told.push(awake) })
  await rest()
  locks[0].released = true
  shown.show("hidden")
  await rest()
  assert.equal(locks.length, 1)
  shown.show("visible")
  await rest()
  assert.equal(locks.length, 2)
  assert.deepEqual(told, [true])
  end()
  assert.equal(shown.listeners.size, 0)
})

Deno.test("a browser that can't, or won't, says so", async () => {
  const told = []
  keepAwake({ wakeLock: undefined, page: page(), tell: (awake) => told.push(awake) })
  const refusing = { request: () => Promise.reject(new Error("no")) }
  keepAwake({ wakeLock: refusing, page: page(), tell: (awake) => told.push(awake) })
  await rest()
  assert.deepEqual(told, [false, false])
})
