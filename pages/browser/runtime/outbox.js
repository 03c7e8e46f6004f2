// What people sent and the server has not confirmed. Answers lie in the phone's own memory until then, so that a reload,
// a locked phone or a lost connection loses nothing; each has an id of its own, so that sending twice stores once.
const AGAIN = 5000
const SLOWEST = 20000
const ACT_LIFE = 10000

export class Outbox {
  constructor(send, changed) {
    this.send = send
    this.changed = changed
    this.items = []
    this.outcomes = new Map()
    this.wait = AGAIN
    this.online = true
    this.page = newId()
  }

  /** Find what an earlier page of this person left behind. */
  open(keep) {
    if (this.keep === keep) return
    this.keep = keep
    this.items = read(this.place()).filter((item) => item.kind === "answer")
    if (this.items.length) this.post()
  }

  answer(activity, slot, payload) {
    const same = (item) =>
      item.kind === "answer" && item.activity === activity && item.slot === slot
    this.items = this.items.filter((item) => !same(item))
    this.outcomes.delete(`${activity}/${slot}`)
    this.put({ kind: "answer", activity, slot, payload })
  }

  act(name, payload) {
    this.put({ kind: "act", name, payload })
  }

  put(item) {
    // ids of one page rise, so that the server knows an older one that comes late from a newer one
    this.last = Math.max(Date.now(), (this.last ?? 0) + 1)
    this.items.push({
      id: `${this.page}.${this.last.toString(36).padStart(9, "0")}`,
      at: Date.now(),
      ...item,
    })
    this.save()
    this.wait = AGAIN
    this.post()
    this.changed()
  }

  post(again = false) {
    clearTimeout(this.timer)
    // a button pressed long ago must not do something when the connection comes back
    this.items = this.items.filter((item) =>
      item.kind === "answer" || Date.now() - item.at < ACT_LIFE
    )
    if (!this.items.length) return
    this.send(this.items, again)
    this.timer = setTimeout(() => this.late(), this.wait)
  }

  late() {
    this.wait = Math.min(SLOWEST, this.wait * 1.5)
    this.slow = true
    this.post(true)
    this.changed()
  }

  hurry() {
    this.wait = AGAIN
    this.post()
  }

  /** A line opened: what waited goes along it at once. */
  resume() {
    if (this.items.length) this.hurry()
  }

  connected(online) {
    this.online = online
    if (online) this.hurry()
  }

  /** Take what the server says of each item: stored, refused with a reason, or to try again. Gives what was refused last. */
  settle(acks = {}) {
    let refused = null
    let missed = null
    for (const item of this.items) {
      const ack = acks[item.id]
      if (!ack || ack.again) continue
      item.done = true
      if (item.kind === "answer") {
        this.outcomes.set(`${item.activity}/${item.slot}`, { ...ack, payload: item.payload })
      } else if (ack.refused) refused = { reason: ack.refused }
      if (item.kind === "answer" && ack.refused) {
        missed = { reason: ack.refused, activity: item.activity, slot: item.slot }
      }
    }
    this.items = this.items.filter((item) => !item.done)
    this.trouble = Object.values(acks).find((ack) => ack.again)?.again ?? null
    if (!this.items.length) {
      clearTimeout(this.timer)
      this.slow = false
    }
    this.save()
    return { refused, missed }
  }

  /** How a slot stands: {status: none | sending | waiting | saved | refused, reason, payload}. */
  state(activity, slot) {
    const item = this.items.find((one) =>
      one.kind === "answer" && one.activity === activity && one.slot === slot
    )
    if (item) {
      const waiting = !this.online || this.slow || this.trouble
      return {
        status: waiting ? "waiting" : "sending",
        reason: this.trouble,
        payload: item.payload,
      }
    }
    const outcome = this.outcomes.get(`${activity}/${slot}`)
    if (!outcome) return { status: "none", reason: null, payload: null }
    return {
      status: outcome.refused ? "refused" : "saved",
      reason: outcome.refused ?? null,
      payload: outcome.payload,
    }
  }

  place() {
    return `odv:outbox:${this.keep}`
  }

  save() {
    try {
      const answers = this.items.filter((item) => item.kind === "answer")
      if (answers.length) localStorage.setItem(this.place(), JSON.stringify(answers))
      else localStorage.removeItem(this.place())
    } catch {
      // no memory to write in (private browsing): the page itself still holds it
    }
  }

  close() {
    clearTimeout(this.timer)
  }
}

function read(place) {
  try {
    return JSON.parse(localStorage.getItem(place)) ?? []
  } catch {
    return []
  }
}

/** crypto.randomUUID is missing on plain http, which is what a hall has. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")
}
