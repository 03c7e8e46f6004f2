// Long polling, for networks that block websockets: one request at a time carries messages, and
// another waits at the server until the page changes.
/** @import { Fetch, Frame, Message, Timers } from "./protocol.d.ts" */
import { realTimers } from "./timers.js"

const FIRST_WAIT = 1000
const LONGEST_WAIT = 15000
// the server holds a waiting request up to 20 s
const PATIENCE = 35000

/**
 * @typedef {object} RequestCalls
 * @property {() => string} address gives the address for each request
 * @property {() => Message[]} messages gives the unconfirmed messages of the outbox
 * @property {(frame: Frame) => void} received called with each response
 * @property {() => void} works called after a response
 * @property {() => void} fails called when no response came
 */

export class Requests {
  /** @param {RequestCalls & {timers?: Timers, fetch?: Fetch}} given */
  constructor({ timers = realTimers, fetch, ...calls }) {
    this.timers = timers
    this.fetch = fetch
    this.calls = calls
    /** @type {AbortController | null} */
    this.waiting = null
    /** @type {number | undefined} */
    this.timer = undefined
    this.tries = 0
    // rises at each start and stop, so that responses to earlier requests can be ignored
    this.turn = 0
    this.running = false
    this.posting = false
    this.more = false
  }

  start() {
    if (this.running) return
    this.running = true
    this.turn += 1
    this.tries = 0
    this.next(this.turn, false)
  }

  stop() {
    this.running = false
    this.turn += 1
    this.timers.cancel(this.timer)
    this.waiting?.abort()
    this.waiting = null
  }

  /** Resets the retry delay and requests again now. */
  soon() {
    if (!this.running) return
    this.stop()
    this.start()
  }

  /**
   * The first request is answered at once, which also tells whether requests work; later ones wait
   * at the server for a change.
   * @param {number} turn
   * @param {boolean} wait
   */
  async next(turn, wait) {
    const done = await this.ask(wait ? "&wacht=1" : "", wait ? [] : this.calls.messages())
    if (turn !== this.turn) return
    if (done) this.next(turn, true)
    else this.timer = this.timers.after(this.pause(), () => this.next(turn, false))
  }

  pause() {
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.tries)
    this.tries += 1
    return wait * (0.6 + 0.8 * this.timers.random())
  }

  /** Sends the outbox now, or right after a request with messages that is still pending. */
  async post() {
    if (!this.running) return
    this.more = true
    if (this.posting) return
    this.posting = true
    while (this.more && this.running) {
      this.more = false
      await this.ask("", this.calls.messages())
    }
    this.posting = false
  }

  /**
   * Resolves to whether a response came.
   * @param {string} how added to the address
   * @param {Message[]} messages
   */
  async ask(how, messages) {
    const turn = this.turn
    const frame = await this.answer(how, messages)
    if (turn !== this.turn) {
      // acknowledgements count even when the socket took over meanwhile
      if (frame?.acks) this.calls.received({ acks: frame.acks })
      return false
    }
    if (!frame) {
      this.calls.fails()
      return false
    }
    this.tries = 0
    this.calls.works()
    this.calls.received(frame)
    return true
  }

  /**
   * @param {string} how
   * @param {Message[]} messages
   * @returns {Promise<Frame | null>}
   */
  async answer(how, messages) {
    const stopper = new AbortController()
    if (how) this.waiting = stopper
    const late = this.timers.after(PATIENCE, () => stopper.abort())
    try {
      const answer = await (this.fetch ?? globalThis.fetch)(this.calls.address() + how, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ messages }),
        signal: stopper.signal,
      })
      return answer.ok ? await answer.json() : null
    } catch {
      return null // no connection, or what came back was no JSON: tried again
    } finally {
      this.timers.cancel(late)
    }
  }
}
