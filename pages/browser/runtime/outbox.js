// What people sent and the server has not confirmed. Each message has an id of its own, so that
// sending twice stores once; answers lie in the browser's memory until then, so that a reload or a
// lost connection loses nothing.
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { realTimers } from "./timers.js"

const AGAIN = 5000
const SLOWEST = 20000
const ACT_LIFE = 10000

export class Outbox {
  /**
   * `send(items, again)` takes all that waits; `again` when the server was silent too long.
   * `changed()` is called when the state of something sent changed. `stored`: StoredAnswers.
   */
  constructor({ stored, send, changed, timers = realTimers }) {
    Object.assign(this, { stored, send, changed, timers })
    this.outcomes = new Map()
    this.wait = AGAIN
    this.online = true
    this.page = newId()
    // what an earlier page of this person left behind
    this.items = stored.all()
  }

  answer(activity, slot, payload) {
    const same = (item) => isFor(item, activity, slot)
    for (const item of this.items.filter(same)) this.stored.remove(item)
    this.items = this.items.filter((item) => !same(item))
    this.outcomes.delete(`${activity}/${slot}`)
    this.put({ kind: "answer", activity, slot, payload })
  }

  /**
   * Gives a promise of the outcome: {ok: true, ...}, {refused: sentence}, or {again: sentence} when
   * nothing came back.
   */
  act(name, payload) {
    return new Promise((resolve) => this.put({ kind: "act", name, payload }, resolve))
  }

  put(what, resolve = null) {
    const now = this.timers.now()
    // ids of one page rise, so that the server knows an older one that comes late from a newer one
    this.last = Math.max(now, (this.last ?? 0) + 1)
    const item = { id: `${this.page}.${this.last.toString(36).padStart(9, "0")}`, at: now, ...what }
    if (item.kind === "answer") this.stored.put(item)
    this.items.push(resolve ? Object.defineProperty(item, "resolve", { value: resolve }) : item)
    this.wait = AGAIN
    this.post()
    this.changed()
  }

  post(again = false) {
    this.timers.cancel(this.timer)
    this.dropOldActs()
    if (!this.items.length) return
    this.timer = this.timers.after(this.wait, () => this.late())
    this.send(this.items, again)
  }

  /** A button pressed long ago must not do something when the connection comes back. */
  dropOldActs() {
    const now = this.timers.now()
    const old = this.items.filter((item) => item.kind === "act" && now - item.at >= ACT_LIFE)
    this.items = this.items.filter((item) => !old.includes(item))
    for (const item of old) {
      item.resolve?.({
        again: _(
          "De laptop antwoordde niet. Kijk of het gebeurd is, en probeer het anders opnieuw.",
        ),
      })
    }
  }

  late() {
    this.wait = Math.min(SLOWEST, this.wait * 1.5)
    this.slow = true
    this.post(true)
    this.changed()
  }

  /** All that waits goes at once: a way opened, or the phone woke. */
  hurry() {
    this.wait = AGAIN
    this.post()
  }

  connected(online) {
    this.online = online
  }

  /**
   * Take what the server says of each message. `rev` is the revision of the page that is shown.
   * Gives the last act and the last answer that were refused: {refused: {reason} | null, missed:
   * {reason, activity, slot} | null}.
   */
  settle(acks, rev) {
    const found = { refused: null, missed: null }
    const done = this.items.filter((item) => acks[item.id] && !acks[item.id].again)
    this.items = this.items.filter((item) => !done.includes(item))
    for (const item of done) this.close(item, acks[item.id], rev, found)
    this.trouble = Object.values(acks).find((ack) => ack.again)?.again ?? null
    if (!this.items.length) {
      this.timers.cancel(this.timer)
      this.slow = false
    }
    return found
  }

  close(item, ack, rev, found) {
    const reason = ack.refused
    if (item.kind === "act") {
      item.resolve?.(ack)
      if (reason) found.refused = { reason }
      return
    }
    const { activity, slot, payload } = item
    this.stored.remove(item)
    // a page of a later revision than the one shown holds this answer
    this.outcomes.set(`${activity}/${slot}`, { ...ack, payload, until: ack.rev ?? rev + 1 })
    if (reason) found.missed = { reason, activity, slot }
  }

  /**
   * How a slot stands: {status: none | sending | waiting | saved | refused, reason, payload, own}.
   * `own` is what was sent here and a page of revision `rev` does not show yet, else null: what was
   * done here counts until the page has it.
   */
  state(activity, slot, rev) {
    const item = this.items.find((one) => isFor(one, activity, slot))
    if (item) {
      const { payload } = item
      const waits = !this.online || this.slow || this.trouble
      const status = waits ? "waiting" : "sending"
      return { status, reason: this.trouble ?? null, payload, own: payload }
    }
    const outcome = this.outcomes.get(`${activity}/${slot}`)
    if (!outcome) return { status: "none", reason: null, payload: null, own: null }
    const { payload, refused } = outcome
    if (refused) return { status: "refused", reason: refused, payload, own: null }
    return { status: "saved", reason: null, payload, own: rev < outcome.until ? payload : null }
  }

  /** Another tab of this phone put something in the memory, or took it out. */
  heard(event) {
    const told = this.stored.told(event)
    if (!told) return
    const { id, item } = told
    // a later answer to the same; or one of another page, which the server has now
    const gone = (one) =>
      item
        ? one.id !== id && one.at <= item.at && isFor(one, item.activity, item.slot)
        : one.id === id && !id.startsWith(`${this.page}.`)
    for (const one of this.items.filter(gone)) if (item) this.stored.remove(one)
    this.items = this.items.filter((one) => !gone(one))
    this.changed()
  }

  stop() {
    this.timers.cancel(this.timer)
  }
}

const isFor = (item, activity, slot) =>
  item.kind === "answer" && item.activity === activity && item.slot === slot

/** crypto.randomUUID is missing on plain http, which is what a hall has. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")
}
