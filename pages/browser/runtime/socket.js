// One websocket that connects again by itself, soon at first and then more slowly, each phone at
// its own moment, so that a hall of phones does not come back all in the same instant.
import { realTimers } from "./timers.js"

const FIRST_WAIT = 400
const LONGEST_WAIT = 6000
const GROWS = 1.8
// where plain requests work meanwhile there is no haste: some networks refuse sockets for good
const SLOW_WAITS = [10000, 20000, 40000, 80000, 120000]
// the server speaks first: a socket that opens and stays silent goes through something that buffers
const SILENT = 4000
// proxies cut what is idle for 30 s, and Wi-Fi that goes away tells nobody
const QUIET = 20000
const PATIENCE = 8000
export const UNKNOWN = 4404

export class Socket {
  /**
   * `address()` gives the address for each attempt. Called: `opened()` when there is somebody to
   * speak to, `heard(frame)`, `works()` with the first frame of a connection, `failed({silent})`
   * when an attempt brought no frame, `lost()` when a connection that worked is gone, `ended()`
   * when the server does not know this page. `patient()` says that tries may be far apart.
   */
  constructor({ timers = realTimers, WebSocket = globalThis.WebSocket, ...calls }) {
    Object.assign(this, { patient: () => false, opened: () => {} }, calls, { timers, WebSocket })
    this.tries = 0
  }

  connect() {
    if (this.stopped || (this.socket && this.socket.readyState <= 1)) return
    this.timers.cancel(this.timer)
    this.proven = false
    const socket = this.attempt()
    if (!socket) return this.retry()
    this.socket = socket
    const current = (call) => (event) => this.socket === socket && call(event)
    this.watch(SILENT, current(() => this.silent()))
    socket.onopen = current(() => this.opened())
    socket.onmessage = current((event) => this.received(event.data))
    socket.onclose = current((event) => this.closed(event.code))
  }

  attempt() {
    try {
      return new this.WebSocket(this.address())
    } catch {
      return null // forbidden by the browser or what stands before it
    }
  }

  received(text) {
    const frame = parsed(text)
    if (!frame) return
    this.rest()
    if (!this.proven) {
      this.proven = true
      this.tries = 0
      this.works()
    }
    if (!frame.pong) this.heard(frame)
  }

  /** Gives whether the line was open; a line that is open may still be dead. */
  send(frame) {
    if (this.socket?.readyState !== 1) return false
    this.socket.send(JSON.stringify(frame))
    return true
  }

  watch(wait, call) {
    this.timers.cancel(this.watchdog)
    this.watchdog = this.timers.after(wait, call)
  }

  /** After a while without a frame: ask whether anybody is there. */
  rest() {
    this.heardAt = this.timers.now()
    this.watch(QUIET, () => this.ask())
  }

  /** A line on which no answer comes within `patience` ms is taken for dead. */
  ask(patience = PATIENCE) {
    if (this.proven && this.send({ ping: 1 })) this.watch(patience, () => this.renew())
  }

  silent() {
    if (this.proven) return
    this.abandon()
    this.failed({ silent: true })
    this.retry()
  }

  closed(code) {
    const worked = this.proven
    this.abandon()
    if (code === UNKNOWN) {
      this.stopped = true
      return this.ended?.()
    }
    if (worked) this.lost()
    else this.failed({ silent: false })
    this.retry()
  }

  /** Leaves the present connection, and hears nothing of it any more. */
  abandon() {
    this.timers.cancel(this.watchdog)
    const old = this.socket
    this.socket = null
    this.proven = false
    try {
      old?.close()
    } catch {
      // was closed already
    }
  }

  retry() {
    if (this.stopped) return
    this.timers.cancel(this.timer)
    this.timer = this.timers.after(this.pause(), () => this.connect())
    this.tries += 1
  }

  pause() {
    const { random } = this.timers
    const wait = this.patient()
      ? SLOW_WAITS[Math.min(this.tries, SLOW_WAITS.length - 1)]
      : Math.min(LONGEST_WAIT, FIRST_WAIT * GROWS ** this.tries)
    return wait * (0.6 + 0.8 * random())
  }

  /**
   * A socket from before a gap may be dead without knowing it, or alive without ever opening: a new
   * one tells.
   */
  renew() {
    const worked = this.proven
    this.abandon()
    if (worked) this.lost()
    this.soon()
  }

  /** Begin again to try at short intervals, the first time now. */
  soon() {
    this.tries = 0
    this.connect()
  }

  /** Hang up, until `connect` is called. */
  pauseNow() {
    this.timers.cancel(this.timer)
    this.abandon()
  }

  stop() {
    this.stopped = true
    this.pauseNow()
  }
}

function parsed(text) {
  try {
    const frame = JSON.parse(text)
    return frame && typeof frame === "object" ? frame : null
  } catch {
    return null
  }
}
