// Stand-ins for what a page has around it: time, websockets, requests.

/** Time that passes only when told to. */
export class FakeTimers {
  constructor(start = 1_000_000) {
    this.time = start
    this.handle = 0
    this.waiting = new Map()
    this.chance = () => 0.5
  }

  now() {
    return this.time
  }

  after(ms, call) {
    this.handle += 1
    this.waiting.set(this.handle, { at: this.time + ms, call })
    return this.handle
  }

  cancel(handle) {
    this.waiting.delete(handle)
  }

  random() {
    return this.chance()
  }

  /** Let `ms` pass: what falls due is called in its order, promises in between come to rest. */
  async pass(ms) {
    const end = this.time + ms
    await settled()
    for (let next = this.first(end); next; next = this.first(end)) {
      const [handle, { at, call }] = next
      this.waiting.delete(handle)
      this.time = Math.max(this.time, at)
      call()
      await settled()
    }
    this.time = end
  }

  first(end) {
    return [...this.waiting].filter(([, { at }]) => at <= end)
      .sort(([one, a], [other, b]) => a.at - b.at || one - other)[0]
  }
}

/** All promises that wait for nothing but each other have come to rest. */
export async function settled() {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve()
}

/** A class like WebSocket whose lines are opened and spoken on by the test: see `lines`. */
export function fakeSockets() {
  const lines = []
  class Fake {
    constructor(address) {
      Object.assign(this, { address, readyState: 0, said: [] })
      this.onopen = this.onmessage = this.onclose = null
      lines.push(this)
    }

    send(text) {
      this.said.push(JSON.parse(text))
      this.onsaid?.(JSON.parse(text))
    }

    close() {
      this.readyState = 3
      this.onhangup?.()
    }

    /** From here on what the network does. */
    open() {
      this.readyState = 1
      this.onopen?.({})
    }

    say(frame) {
      if (this.readyState === 1) this.onmessage?.({ data: JSON.stringify(frame) })
    }

    drop(code = 1006) {
      if (this.readyState > 1) return
      this.readyState = 3
      this.onclose?.({ code })
    }
  }
  return { Fake, lines, last: () => lines.at(-1) }
}

/** A fetch whose answers the test gives: see `asked`. */
export function fakeFetch() {
  const asked = []
  const fetch = (address, { body, signal }) =>
    new Promise((resolve, reject) => {
      const request = {
        address,
        messages: JSON.parse(body).messages,
        waits: address.includes("&wacht=1"),
        open: true,
        answer: (frame) => finish(() => resolve({ ok: true, json: () => Promise.resolve(frame) })),
        fail: () => finish(() => reject(new TypeError("no network"))),
        refuse: () => finish(() => resolve({ ok: false, json: () => Promise.reject() })),
      }
      const finish = (end) => {
        request.open = false
        end()
      }
      signal.addEventListener("abort", () => request.open && request.fail())
      asked.push(request)
    })
  return { fetch, asked, last: () => asked.at(-1) }
}

/** A memory that says no, as a full or forbidden one does. */
export const forbiddenMemory = () => ({
  get length() {
    throw new Error("forbidden")
  },
  key: refuse,
  getItem: refuse,
  setItem: refuse,
  removeItem: refuse,
})

function refuse() {
  throw new Error("forbidden")
}

/** Numbers from 0 to 1, the same row for the same seed (mulberry32). */
export function dice(seed) {
  let state = seed
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (many) => Math.floor(roll() * many)
  return { roll, below, pick: (list) => list[below(list.length)] }
}
