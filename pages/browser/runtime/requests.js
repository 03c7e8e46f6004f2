// The way over plain requests, for where websockets are refused: messages go by one request at a
// time, and one request waits at the server until there is news.
import { realTimers } from "./timers.js"

const FIRST_WAIT = 1000
const LONGEST_WAIT = 15000
// the server holds a waiting request up to 20 s
const PATIENCE = 35000

export class Requests {
  /**
   * `address()` as for the socket; `messages()` gives what waits in the outbox; `heard(frame)` is
   * called with what came back, `works()` and `fails()` after each request.
   */
  constructor({ timers = realTimers, fetch = (...args) => globalThis.fetch(...args), ...calls }) {
    Object.assign(this, calls, { timers, fetch, tries: 0, running: false, turn: 0 })
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

  /** Forget that tries failed, and begin anew now. */
  soon() {
    if (!this.running) return
    this.stop()
    this.start()
  }

  /**
   * The first request asks at once what is new, which also tells whether this way works; the ones
   * after it wait.
   */
  async next(turn, wait) {
    const done = await this.ask(wait ? "&wacht=1" : "", wait ? [] : this.messages())
    if (turn !== this.turn) return
    if (done) return this.next(turn, true)
    this.timer = this.timers.after(this.pause(), () => this.next(turn, false))
  }

  pause() {
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.tries++)
    return wait * (0.6 + 0.8 * this.timers.random())
  }

  /**
   * What waits in the outbox goes now; while a request with messages is under way, once that one is
   * back.
   */
  async post() {
    if (!this.running) return
    if (this.posting) return void (this.more = true)
    this.posting = true
    const turn = this.turn
    do {
      this.more = false
      await this.ask("", this.messages())
    } while (this.more && turn === this.turn)
    this.posting = false
  }

  /** Gives whether an answer came. */
  async ask(how, messages) {
    const turn = this.turn
    const stopper = new AbortController()
    if (how) this.waiting = stopper
    const late = this.timers.after(PATIENCE, () => stopper.abort())
    let frame = null
    try {
      const answer = await this.fetch(this.address() + how, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ messages }),
        signal: stopper.signal,
      })
      if (answer.ok) frame = await answer.json()
    } catch {
      // no connection, or what came back was no JSON: tried again
    }
    this.timers.cancel(late)
    // what was stored is confirmed even when the socket works again meanwhile
    if (frame && turn !== this.turn && frame.acks) this.heard({ acks: frame.acks })
    if (turn !== this.turn) return false
    if (frame) {
      this.tries = 0
      this.works()
      this.heard(frame)
    } else this.fails()
    return Boolean(frame)
  }
}
