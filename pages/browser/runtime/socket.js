// One websocket that connects again by itself, soon at first and then more slowly, each phone at
// its own moment, so that a hall of phones does not come back all in the same instant.
/** @import { Frame, Line, MakeLine, Timers } from "./protocol.d.ts" */
import { realTimers } from "./timers.js"

const FIRST_WAIT = 400
const LONGEST_WAIT = 6000
const GROWS = 1.8
// where plain requests work meanwhile there is no haste: some networks refuse sockets for good
const SLOW_WAITS = [10000, 20000, 40000, 80000, 120000]
// the server speaks first: a socket that stays silent goes through something that buffers
const SILENT = 4000
// proxies cut what is idle for 30 s, and Wi-Fi that goes away tells nobody
const QUIET = 20000
const PATIENCE = 8000
const OPEN = 1
// close code of a server that does not know this page
export const UNKNOWN = 4404

/**
 * @typedef {object} SocketCalls
 * @property {() => string} address gives the address for each attempt
 * @property {(frame: Frame) => void} heard
 * @property {() => void} [opened] there is somebody to speak to
 * @property {() => void} [works] the first frame of a connection came
 * @property {(how: {silent: boolean}) => void} [failed] an attempt brought no frame
 * @property {() => void} [lost] a connection that worked is gone
 * @property {() => void} [ended] the server does not know this page
 * @property {() => boolean} [patient] whether tries may be far apart
 */

export class Socket {
  /** @param {SocketCalls & {timers?: Timers, WebSocket?: MakeLine}} given */
  constructor({ timers = realTimers, WebSocket, ...calls }) {
    this.timers = timers
    this.WebSocket = WebSocket
    this.calls = calls
    /** @type {Line | null} */
    this.socket = null
    /** @type {number | undefined} */
    this.timer = undefined
    /** @type {number | undefined} */
    this.watchdog = undefined
    this.tries = 0
    this.proven = false
    this.stopped = false
    this.heardAt = 0
  }

  connect() {
    if (this.stopped || (this.socket && this.socket.readyState <= OPEN)) return
    this.timers.cancel(this.timer)
    this.proven = false
    const socket = this.attempt()
    this.socket = socket
    if (!socket) return this.silent()
    const mine = () => this.socket === socket
    this.watch(SILENT, () => mine() && this.silent())
    socket.onopen = () => mine() && this.calls.opened?.()
    socket.onmessage = (event) => mine() && this.received(event.data)
    socket.onclose = (event) => mine() && this.closed(event.code)
  }

  /** @returns {Line | null} */
  attempt() {
    try {
      return new (this.WebSocket ?? globalThis.WebSocket)(this.calls.address())
    } catch {
      return null // forbidden by the browser or what stands before it
    }
  }

  /** @param {string} text */
  received(text) {
    const frame = parsed(text)
    if (!frame) return
    this.rest()
    // a server in trouble lets everybody in and out again: that is no reason to hurry back
    if (!frame.trouble) this.tries = 0
    if (!this.proven) {
      this.proven = true
      this.calls.works?.()
    }
    if (!frame.pong) this.calls.heard(frame)
  }

  /**
   * Gives whether the line was open; a line that is open may still be dead.
   * @param {object} frame
   */
  send(frame) {
    if (this.socket?.readyState !== OPEN) return false
    this.socket.send(JSON.stringify(frame))
    return true
  }

  /**
   * @param {number} wait
   * @param {() => void} call
   */
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

  /** Nothing came, or nothing could be tried. */
  silent() {
    if (this.proven) return
    this.abandon()
    this.calls.failed?.({ silent: true })
    this.retry()
  }

  /** @param {number} code */
  closed(code) {
    const worked = this.proven
    this.abandon()
    if (code === UNKNOWN) {
      this.stopped = true
      return void this.calls.ended?.()
    }
    if (worked) this.calls.lost?.()
    else this.calls.failed?.({ silent: false })
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
    const wait = this.calls.patient?.()
      ? SLOW_WAITS[Math.min(this.tries, SLOW_WAITS.length - 1)]
      : Math.min(LONGEST_WAIT, FIRST_WAIT * GROWS ** this.tries)
    return wait * (0.6 + 0.8 * this.timers.random())
  }

  /** A socket from before a gap may be dead without knowing it, or never open: a new one tells. */
  renew() {
    const worked = this.proven
    this.abandon()
    if (worked) this.calls.lost?.()
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

/**
 * @param {string} text
 * @returns {Frame | null}
 */
function parsed(text) {
  try {
    const frame = JSON.parse(text)
    return frame && typeof frame === "object" ? frame : null
  } catch {
    return null
  }
}
