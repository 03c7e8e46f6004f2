// The connection between a live page and the server: a websocket, or long polling where a network
// blocks websockets. Chooses between the two and reports the quality (`online`, `slow`).
/** @import { Fetch, Frame, MakeLine, Message, Timers } from "./protocol.d.ts" */
import { Requests } from "./requests.js"
import { Socket } from "./socket.js"
import { realTimers } from "./timers.js"

// ms; a loss of connection is reported only after this, as most last less than a second
const GRACE = 1500
// the first connection of a page may take a while on a slow phone
const FIRST_GRACE = 4500
// after this many socket attempts in a row without a frame, long polling starts too
const REFUSED = 2
// ms; a socket that received a frame this recently is slow rather than dead, so it is kept
const RECENT = 5000
const OFFLINE_PATIENCE = 1500
const LONG_SLEEP = 15000

const NONE = 0
const SLOW = 1
const GOOD = 2

/**
 * @typedef {object} ConnectionCalls
 * @property {() => string} address path and query for socket and requests
 * @property {() => Message[]} messages the unconfirmed messages of the outbox
 * @property {() => void} opened called when messages can be sent
 * @property {(frame: Frame) => void} received called with each frame received
 * @property {() => void} changed called when `online` or `slow` changed
 */
/** @typedef {{timers?: Timers, WebSocket?: MakeLine, fetch?: Fetch}} Net */

export class Connection {
  /** @param {ConnectionCalls & Net} given */
  constructor({ timers = realTimers, WebSocket, fetch, ...calls }) {
    this.timers = timers
    this.calls = calls
    this.level = GOOD // the page itself was just loaded, so the server is reachable
    this.grace = FIRST_GRACE
    this.refusals = 0
    this.reached = false
    /** @type {number | undefined} */
    this.timer = undefined
    this.socket = new Socket({
      timers,
      WebSocket,
      received: calls.received,
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
      received: calls.received,
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
   * @param {boolean} again whether these were sent before without being confirmed
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
    // the server may just have come back, so try the socket again at once
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

  /** Reports an improvement at once, and a deterioration only when it lasts. */
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

  /**
   * The browser reports that it is offline: test the socket instead of closing it, since on the
   * laptop that runs the server the app is reachable without a network.
   */
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

  /** Closes the connection when the page is left; `woke` opens it again if the page returns. */
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
