// A websocket that reconnects by itself, with growing and randomised delays, so that hundreds of
// phones do not reconnect at the same instant.
/** @import { Frame, Line, MakeLine, Timers } from "./protocol.d.ts" */
import { realTimers } from "./timers.js"

const FIRST_WAIT = 400
const LONGEST_WAIT = 6000
const GROWS = 1.8
// retry delays while long polling works: some networks never allow sockets
const SLOW_WAITS = [10000, 20000, 40000, 80000, 120000]
// ms until the server's first frame; without it, a proxy is probably buffering the socket
const SILENT = 4000
// ms without a frame before a ping: proxies close sockets after 30 s, and lost Wi-Fi goes unnoticed
const QUIET = 20000
const PATIENCE = 8000
const OPEN = 1
// close code of a server that does not know this page
export const UNKNOWN = 4404

/**
 * @typedef {object} SocketCalls
 * @property {() => string} address gives the address for each attempt
 * @property {(frame: Frame) => void} received called with each frame but pongs
 * @property {() => void} [opened] the socket is open
 * @property {() => void} [works] the first frame of a connection came
 * @property {(how: {silent: boolean}) => void} [failed] an attempt brought no frame
 * @property {() => void} [lost] a connection that worked is gone
 * @property {() => void} [ended] the server does not know this page
 * @property {() => boolean} [patient] whether to use the long retry delays
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
      return null // blocked by the browser or its settings
    }
  }

  /** @param {string} text */
  received(text) {
    const frame = parsed(text)
    if (!frame) return
    this.rest()
    // a failing server accepts and closes every socket, so keep the delay growing
    if (!frame.trouble) this.tries = 0
    if (!this.proven) {
      this.proven = true
      this.calls.works?.()
    }
    if (!frame.pong) this.calls.received(frame)
  }

  /**
   * Returns whether the socket was open; the connection behind it may still be dead.
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

  /** Sends a ping after a while without a frame. */
  rest() {
    this.heardAt = this.timers.now()
    this.watch(QUIET, () => this.ask())
  }

  /** Sends a ping; the socket is replaced when nothing comes back within `patience` ms. */
  ask(patience = PATIENCE) {
    if (this.proven && this.send({ ping: 1 })) this.watch(patience, () => this.renew())
  }

  /** No frame came in time, or no socket could be made. */
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

  /** Closes the present socket and ignores its later events. */
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

  /** Replaces the socket: after sleep or a network change it may be dead without a close event. */
  renew() {
    const worked = this.proven
    this.abandon()
    if (worked) this.calls.lost?.()
    this.soon()
  }

  /** Resets the retry delay and connects now. */
  soon() {
    this.tries = 0
    this.connect()
  }

  /** Closes the socket until `connect` is called. */
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
