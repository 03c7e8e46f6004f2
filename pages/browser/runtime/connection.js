// The way between a live page and the server: a websocket, and plain requests where that is
// refused. Decides which of the two carries, and tells how good it is.
import { Requests } from "./requests.js"
import { Socket } from "./socket.js"
import { realTimers } from "./timers.js"

// a drop of a second is no news to anybody
const GRACE = 1500
// the first connection of a page may take a while on a slow phone
const FIRST_GRACE = 4500
// so many attempts in a row that brought no frame, and requests are tried too
const REFUSED = 2
// the outbox asks again when nothing was heard: of a line that spoke within this time, it is only
// slow
const RECENT = 5000
const OFFLINE_PATIENCE = 1500
const LONG_SLEEP = 15000

const NONE = 0
const SLOW = 1
const GOOD = 2

export class Connection {
  /**
   * `address()`: path and query of the page's line. `messages()`: what waits in the outbox. Called:
   * `opened()` when what waits can go, `heard(frame)`, `changed()` when `online` or `slow` did.
   */
  constructor(
    { timers = realTimers, WebSocket, fetch, address, messages, opened, heard, changed },
  ) {
    Object.assign(this, { timers, opened, heard, changed })
    this.level = GOOD // the page itself just came
    this.grace = FIRST_GRACE
    this.refusals = 0
    this.reached = false
    this.socket = new Socket({
      timers,
      WebSocket,
      heard,
      address: () => socketAddress(address()),
      opened: () => this.requests.running || this.opened(),
      works: () => this.socketWorks(),
      failed: ({ silent }) => this.socketFailed(silent),
      lost: () => this.judge(),
      ended: () => this.stop(),
      patient: () => this.requests.running && this.reached,
    })
    this.requests = new Requests({
      timers,
      fetch,
      messages,
      heard,
      address,
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

  /** `again`: what was sent before was not confirmed. */
  send(messages, again = false) {
    if (this.requests.running) return void this.requests.post()
    const recent = this.timers.now() - (this.socket.heardAt ?? 0) < RECENT
    if (again && !recent && this.socket.proven) return this.socket.renew()
    this.socket.send({ messages })
  }

  socketWorks() {
    this.refusals = 0
    const wereRequests = this.requests.running
    this.requests.stop()
    this.reached = false
    this.judge()
    if (wereRequests) this.opened()
  }

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
      this.timer = null
      this.grace = GRACE
      this.settle(now)
    } else if (!this.timer) {
      this.timer = this.timers.after(this.grace, () => {
        this.timer = null
        this.grace = GRACE
        this.settle(this.carries())
      })
    }
  }

  settle(level) {
    if (this.level === level) return
    this.level = level
    this.changed()
  }

  /**
   * The browser says that there is no network. On the laptop itself the app is reached all the
   * same: ask.
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

function socketAddress(path) {
  return new URL(path, globalThis.location?.href).href.replace(/^http/, "ws")
}

/** Follows what the browser knows of network, sleep and leaving. */
export function followBrowser(connection, { timers = realTimers, woken = () => {} } = {}) {
  let hiddenSince = null
  addEventListener("offline", () => connection.doubt())
  addEventListener("online", () => connection.woke())
  addEventListener("pagehide", () => connection.rest())
  addEventListener("pageshow", (event) => event.persisted && connection.woke())
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") return void (hiddenSince = timers.now())
    connection.woke(hiddenSince === null ? 0 : timers.now() - hiddenSince)
    hiddenSince = null
    woken()
  })
}
