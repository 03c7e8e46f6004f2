// A server as a live page meets it, and a network that delays, loses and refuses: for tests that
// let everything happen in any order.
import { fakeFetch, fakeSockets } from "./fakes.js"

/** What outlives a restart is on disk: revision, answers, and what became of each message. */
export class Server {
  constructor(timers, chance) {
    this.timers = timers
    this.chance = chance
    this.rev = 1
    this.step = 1
    this.answers = {}
    this.outcomes = new Map()
    this.lastOf = new Map()
    this.carried = []
    this.listeners = new Set()
    this.start()
  }

  /** Another process: it counts its pages anew, and all its lines are gone. */
  start() {
    this.name = `p${this.chance.below(1e9)}`
    this.seq = 0
  }

  page() {
    this.seq += 1
    const { rev, seq, name: server } = this
    return { rev, seq, server, mark: `${rev}`, now: this.timers.now(), data: this.data() }
  }

  data() {
    return { step: this.step, answers: { ...this.answers }, scene: { activity: "a" } }
  }

  changed() {
    this.rev += 1
    for (const tell of [...this.listeners]) tell()
  }

  /** Somebody else does something. */
  move() {
    this.step += 1
    this.changed()
  }

  take(messages) {
    return Object.fromEntries(messages.map((one) => [one.id, this.outcome(one)]))
  }

  outcome(message) {
    const before = this.outcomes.get(message.id)
    if (before) return before
    if (this.chance.roll() < 0.1) return { again: "De schijf is even vol." }
    if (message.kind === "answer") this.store(message)
    else this.carried.push(message.id)
    this.changed()
    const outcome = { ok: true, rev: this.rev }
    this.outcomes.set(message.id, outcome)
    return outcome
  }

  /** Of one page an older answer may come late: it does not take the place of a newer one. */
  store({ id, slot, payload }) {
    const [page, number] = id.split(".")
    const key = `${page}/${slot}`
    if ((this.lastOf.get(key) ?? "") > number) return
    this.lastOf.set(key, number)
    this.answers[slot] = payload
  }
}

/** `weather.sockets`: good, refuse or silent; `weather.requests`: good or fail. */
export class Network {
  constructor(server, timers, chance) {
    Object.assign(this, { server, timers, chance })
    this.weather = { sockets: "good", requests: "good" }
    this.sockets = fakeSockets()
    this.requests = fakeFetch()
    this.open = new Set()
    const meet = (line) => this.meet(line)
    /** What a page calls: each line is met by the network as it comes. */
    this.WebSocket = class extends this.sockets.Fake {
      constructor(address) {
        super(address)
        meet(this)
      }
    }
    this.fetch = (address, init) => {
      const answer = this.requests.fetch(address, init)
      this.carry(this.requests.last())
      return answer
    }
  }

  delay() {
    return this.chance.roll() < 0.1 ? 3000 * this.chance.roll() : 200 * this.chance.roll()
  }

  meet(line) {
    line.free = 0
    this.later(line, () => {
      if (this.weather.sockets === "refuse") return line.drop()
      this.open.add(line)
      line.open()
      if (this.weather.sockets === "good") this.serve(line)
    })
  }

  /** In order on one line, and only while it is there. */
  later(line, call) {
    line.free = Math.max(line.free, this.timers.now() + this.delay())
    this.timers.after(line.free - this.timers.now(), () => line.readyState < 2 && call())
  }

  serve(line) {
    const has = new URL(line.address).searchParams.get("heb")
    let told = has === `${this.server.rev}` ? this.server.rev : 0
    const push = () => {
      if (told === this.server.rev) return
      told = this.server.rev
      const page = this.server.page()
      this.later(line, () => line.say({ page }))
    }
    if (told) this.later(line, () => line.say({ current: true }))
    else push()
    this.server.listeners.add(push)
    line.onhangup = () => this.server.listeners.delete(push)
    line.onsaid = (frame) =>
      this.later(line, () => {
        if (frame.ping) return line.say({ pong: 1 })
        const acks = this.server.take(frame.messages)
        this.later(line, () => line.say({ acks }))
      })
  }

  carry(request) {
    this.timers.after(this.delay(), () => {
      if (!request.open) return
      if (this.weather.requests === "fail") return request.fail()
      const acks = request.messages.length ? { acks: this.server.take(request.messages) } : {}
      this.hold(request, acks, this.timers.now() + (request.waits ? 20000 : 0))
    })
  }

  hold(request, acks, until) {
    if (!request.open) return
    const has = new URL(request.address).searchParams.get("heb")
    const news = has !== `${this.server.rev}`
    if (!news && this.timers.now() < until) {
      return void this.timers.after(500, () => this.hold(request, acks, until))
    }
    const frame = news ? { ...acks, page: this.server.page() } : acks
    this.timers.after(this.delay(), () => {
      if (!request.open) return
      if (this.chance.roll() < 0.1 || this.weather.requests === "fail") request.fail()
      else request.answer(frame)
    })
  }

  /** Every line is cut; what was on its way is lost. */
  cut() {
    for (const line of this.open) {
      line.onhangup?.()
      line.drop()
    }
    this.open.clear()
  }
}
