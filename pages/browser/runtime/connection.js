// The way between a live page and the server: a websocket, and plain requests where that is
// refused. Decides which of the two carries, and tells how good it is.
/** @import { Fetch, Frame, MakeLine, Message, Timers } from "./protocol.d.ts" */
import { Requests } from "./requests.js"
import { Socket } from "./socket.js"
import { realTimers } from "./timers.js"

// a drop of a second is no news to anybody
const GRACE = 1500
// the first connection of a page may take a while on a slow phone
const FIRST_GRACE = 4500
// so many attempts in a row that brought no frame, and requests are tried too
const REFUSED = 2
// nothing was confirmed: a line that spoke within this time is only slow
const RECENT = 5000
const OFFLINE_PATIENCE = 1500
const LONG_SLEEP = 15000

const NONE = 0
const SLOW = 1
const GOOD = 2

/**
 * @typedef {object} ConnectionCalls
 * @property {() => string} address path and query of the page's line
 * @property {() => Message[]} messages what waits in the outbox
 * @property {() => void} opened what waits can go
 * @property {(frame: Frame) => void} heard
 * @property {() => void} changed `online` or `slow` did
 */
/** @typedef {{timers?: Timers, WebSocket?: MakeLine, fetch?: Fetch}} Net */

export class Connection {
  /** @param {ConnectionCalls & Net} given */
  constructor({ timers = realTimers, WebSocket, fetch, ...calls }) {
    this.timers = timers
    this.calls = calls
    this.level = GOOD // the page itself just came
    this.grace = FIRST_GRACE
    this.refusals = 0
    this.reached = false
    /** @type {number | undefined} */
    this.timer = undefined
    this.socket = new Socket({
      timers,
      WebSocket,
      heard: calls.heard,
      address: () => socketAddress(calls.address()),
      opened: () => this.requests.running || calls.opened(),
      works: () => this.socketWorks(),
      failed: ({ silent }) => this.socketFailed(silent),
      lost: () => this.judge(),
      ended: () => this.stop(),
      patient: () => this.requests.running && this.reached,
    })
    this.requests = new Requests({
      timers,
      fetch,
      messages: calls.messages,
      heard: calls.heard,
      address: calls.address,
      works: () => this.requestWorks(),
      fails: () => this.requestFails(),
    })
  }

  get online() {
    return this.level > NONE
  }

  get slow() {
    return this.level === SLOW
  }

  start() {
    this.judge()
    this.socket.connect()
  }

  /**
   * @param {Message[]} messages
   * @param {boolean} again what was sent before was not confirmed
   */
  send(messages, again = false) {
    if (this.requests.running) return void this.requests.post()
    const recent = this.timers.now() - this.socket.heardAt < RECENT
    if (again && !recent && this.socket.proven) this.socket.renew()
    else this.socket.send({ messages })
  }

  socketWorks() {
    this.refusals = 0
    const wereRequests = this.requests.running
    this.requests.stop()
    this.reached = false
    this.judge()
    if (wereRequests) this.calls.opened()
  }

  /** @param {boolean} silent */
  socketFailed(silent) {
    this.refusals += silent ? REFUSED : 1
    if (this.refusals >= REFUSED) this.requests.start()
    this.judge()
  }

  requestWorks() {
    const first = !this.reached
    this.reached = true
    this.judge()
    // a server that was away and is back takes sockets too
    if (first && this.requests.running) this.socket.soon()
  }

  requestFails() {
    this.reached = false
    this.judge()
  }

  carries() {
    if (this.socket.proven) return GOOD
    return this.requests.running && this.reached ? SLOW : NONE
  }

  /** What gets better shows at once, what gets worse only when it lasts. */
  judge() {
    const now = this.carries()
    if (now >= this.level) {
      this.timers.cancel(this.timer)
      this.settle(now)
    } else if (this.timer === undefined) {
      this.timer = this.timers.after(this.grace, () => this.settle(this.carries()))
    }
  }

  /** @param {number} level */
  settle(level) {
    this.timer = undefined
    this.grace = GRACE
    if (this.level === level) return
    this.level = level
    this.calls.changed()
  }

  /** The browser says that there is no network. On the laptop itself the app is reached still. */
  doubt() {
    this.socket.ask(OFFLINE_PATIENCE)
  }

  /** A network came back, or the page shows again after `slept` ms. */
  woke(slept = Infinity) {
    if (slept > LONG_SLEEP) this.socket.renew()
    else {
      this.socket.soon()
      this.socket.ask()
    }
    this.requests.soon()
  }

  /** The page is left, perhaps for good: `woke` takes it up again. */
  rest() {
    this.socket.pauseNow()
    this.requests.stop()
  }

  stop() {
    this.socket.stop()
    this.requests.stop()
    this.timers.cancel(this.timer)
  }
}

/** @param {string} path */
function socketAddress(path) {
  return new URL(path, globalThis.location?.href).href.replace(/^http/, "ws")
}
