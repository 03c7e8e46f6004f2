// What people sent and the server has not confirmed. Each message has an id of its own, so that
// sending twice stores once; answers lie in the browser's memory until then, so that a reload or a
// lost connection loses nothing.
/** @import { Json, Outcome, Sent } from "../../../exercises/contract.d.ts" */
/** @import { Act, Answer, Message, Timers } from "./protocol.d.ts" */
/** @import { StoredAnswers } from "./stored.js" */
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { realTimers } from "./timers.js"

/** @typedef {{reason: string}} Refused */
/** @typedef {{reason: string, activity: string, slot: string}} Missed */
/** @typedef {{activity: string, slot: string, payload: Json, rev?: number}} Settled */

const AGAIN = 5000
const SLOWEST = 20000
const ACT_LIFE = 10000
// where somebody is, and words that are not shared yet: nobody loses an answer when one is refused
const SIGNAL = /^(at|draft)\./

export class Outbox {
  /**
   * @param {object} given
   * @param {StoredAnswers} given.stored
   * @param {(items: Message[], again: boolean) => void} given.send sends all unconfirmed messages;
   *   `again` when the server did not confirm them in time
   * @param {() => void} given.changed called when the state of something sent changed
   * @param {(settled: Settled) => void} [given.tellTabs] tells other tabs of this phone
   * @param {Timers} [given.timers]
   */
  constructor({ stored, send, changed, tellTabs = () => {}, timers = realTimers }) {
    this.stored = stored
    this.send = send
    this.changed = changed
    this.tellTabs = tellTabs
    this.timers = timers
    /** @type {Map<string, Outcome & {payload: Json, until: number}>} */
    this.outcomes = new Map()
    /** @type {Map<string, (outcome: Outcome) => void>} */
    this.waiting = new Map()
    /** @type {number | undefined} */
    this.timer = undefined
    /** @type {string | null} */
    this.trouble = null
    this.wait = AGAIN
    this.last = 0
    this.online = true
    this.slow = false
    this.page = newId()
    // unconfirmed answers of an earlier page of this person
    /** @type {Message[]} */
    this.items = stored.all()
  }

  /**
   * @param {string} activity
   * @param {string} slot
   * @param {Json} payload
   */
  answer(activity, slot, payload) {
    this.forget((item) => isFor(item, activity, slot))
    this.outcomes.delete(`${activity}/${slot}`)
    this.put({ kind: "answer", activity, slot, payload })
  }

  /**
   * Gives a promise of the outcome: {ok: true, ...}, {refused: sentence}, or {again: sentence} when
   * nothing came back.
   * @param {string} name
   * @param {Json} payload
   * @returns {Promise<Outcome>}
   */
  act(name, payload) {
    return new Promise((resolve) => this.put({ kind: "act", name, payload }, resolve))
  }

  /**
   * @param {Act | Answer} what
   * @param {((outcome: Outcome) => void) | null} resolve
   */
  put(what, resolve = null) {
    const at = this.timers.now()
    // ids of one page rise, so that the server can ignore an older message that arrives late
    this.last = Math.max(at, this.last + 1)
    const id = `${this.page}.${this.last.toString(36).padStart(9, "0")}`
    const item = { id, at, ...what }
    if (item.kind === "answer") this.stored.put(item)
    if (resolve) this.waiting.set(id, resolve)
    this.items.push(item)
    this.hurry()
    this.changed()
  }

  /** @param {(item: Message) => boolean} gone */
  forget(gone) {
    for (const item of this.items.filter(gone)) this.stored.remove(item)
    this.items = this.items.filter((item) => !gone(item))
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
    const again = _(
      "De laptop antwoordde niet. Kijk of het gebeurd is, en probeer het anders opnieuw.",
    )
    for (const item of old) this.tell(item.id, { again })
  }

  late() {
    this.wait = Math.min(SLOWEST, this.wait * 1.5)
    this.slow = true
    this.post(true)
    this.changed()
  }

  /** Sends all unconfirmed messages at once, after the connection opened or the phone woke up. */
  hurry() {
    this.wait = AGAIN
    this.post()
  }

  /** @param {boolean} online */
  connected(online) {
    this.online = online
  }

  /**
   * Takes in the outcome of each message. Returns the last act and the last answer refused.
   * @param {Record<string, Outcome>} acks
   * @param {number} rev revision of the page that is shown
   * @returns {{refused: Refused | null, missed: Missed | null}}
   */
  settle(acks, rev) {
    const done = this.items.filter((item) => acks[item.id] && !acks[item.id].again)
    this.items = this.items.filter((item) => !done.includes(item))
    /** @type {{refused: Refused | null, missed: Missed | null}} */
    const found = { refused: null, missed: null }
    for (const item of done) {
      const ack = acks[item.id]
      if (item.kind === "answer") this.close(item, ack, rev)
      this.tell(item.id, ack)
      if (!ack.refused) continue
      const reason = ack.refused
      if (item.kind === "act") found.refused = { reason }
      else if (!SIGNAL.test(item.slot)) {
        found.missed = { reason, activity: item.activity, slot: item.slot }
      }
    }
    this.trouble = Object.values(acks).find((ack) => ack.again)?.again ?? null
    if (!this.items.length) {
      this.timers.cancel(this.timer)
      this.slow = false
    }
    return found
  }

  /**
   * @param {Answer & {id: string}} item
   * @param {Outcome} ack
   * @param {number} rev
   */
  close(item, ack, rev) {
    const { activity, slot, payload } = item
    this.stored.remove(item)
    // from revision `until` on the page data includes this answer
    this.outcomes.set(`${activity}/${slot}`, { ...ack, payload, until: ack.rev ?? rev + 1 })
    if (ack.ok) this.tellTabs({ activity, slot, payload, rev: ack.rev })
  }

  /**
   * Another tab of this phone got an answer confirmed. It counts here too, unless this tab is still
   * sending a newer one. `shown` is the revision of the page that this tab shows.
   * @param {Settled} settled
   * @param {number} shown
   */
  settledElsewhere({ activity, slot, payload, rev }, shown) {
    if (this.items.some((item) => isFor(item, activity, slot))) return
    const until = rev ?? shown + 1
    this.outcomes.set(`${activity}/${slot}`, { ok: true, payload, until })
    this.changed()
  }

  /**
   * @param {string} id
   * @param {Outcome} outcome
   */
  tell(id, outcome) {
    this.waiting.get(id)?.(outcome)
    this.waiting.delete(id)
  }

  /**
   * The state of a slot. `own` is the payload sent from here that the page of revision `rev` does
   * not include yet, else null; views show it in the place of the page's data.
   * @param {string} activity
   * @param {string} slot
   * @param {number} rev
   * @returns {Sent}
   */
  state(activity, slot, rev) {
    const item = this.items.find((one) => isFor(one, activity, slot))
    if (item) {
      const { payload } = item
      const waits = !this.online || this.slow || this.trouble
      return { status: waits ? "waiting" : "sending", reason: this.trouble, payload, own: payload }
    }
    const outcome = this.outcomes.get(`${activity}/${slot}`)
    if (!outcome) return { status: "none", reason: null, payload: null, own: null }
    const { payload, refused } = outcome
    if (refused) return { status: "refused", reason: refused, payload, own: null }
    return { status: "saved", reason: null, payload, own: rev < outcome.until ? payload : null }
  }

  /**
   * Takes in a `storage` event: another tab of this phone added or removed an answer.
   * @param {{key: string | null, newValue: string | null}} event
   */
  storageChanged(event) {
    const told = this.stored.told(event)
    if (!told) return
    const { id, item } = told
    if (item) {
      // drop older answers in the same slot
      this.forget((one) =>
        one.id !== id && one.at <= item.at && isFor(one, item.activity, item.slot)
      )
    } else if (!id.startsWith(`${this.page}.`)) {
      // the answer of another page was removed from storage, as the server confirmed it
      this.items = this.items.filter((one) => one.id !== id)
    }
    this.changed()
  }

  stop() {
    this.timers.cancel(this.timer)
  }
}

const isFor = (
  /** @type {Message} */ item,
  /** @type {string} */ activity,
  /** @type {string} */ slot,
) => item.kind === "answer" && item.activity === activity && item.slot === slot

/** A random id. crypto.randomUUID is missing on plain http, which phones in a hall use. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")
}
