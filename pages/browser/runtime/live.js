// A live page without its drawing: the page that is shown, what people send, and the connection to
// the server. Views know none of this: they get `data` and `api`.
import { Connection } from "./connection.js"
import { drafts } from "./drafts.js"
import { Outbox } from "./outbox.js"
import { replaces, ServerClock } from "./page.js"
import { StoredAnswers } from "./stored.js"
import { realTimers } from "./timers.js"

const RELOAD_PAUSE = 60000
const RELOADED = "odv:reloaded"

export class LivePage {
  /**
   * `boot` as in the page's HTML. `draw()` is called when something changed; `leave(url)` and
   * `reload()` do that.
   */
  constructor(boot, { draw, leave, reload, timers = realTimers, storage, session, ...net }) {
    Object.assign(this, { boot, draw, leave, timers })
    this.reload = reload
    this.session = session ?? safeStorage("sessionStorage")
    const memory = storage ?? safeStorage("localStorage")
    this.clock = new ServerClock(timers)
    this.refused = null
    this.missed = null
    this.trouble = null
    this.show(boot.page)
    this.drafts = drafts(boot.keep, memory)
    this.outbox = new Outbox({
      timers,
      stored: new StoredAnswers(boot.keep, memory),
      send: (items, again) => this.connection.send(items, again),
      changed: () => this.draw(),
    })
    this.connection = new Connection({
      ...net,
      timers,
      address: () => this.address(),
      messages: () => this.outbox.items,
      opened: () => this.outbox.hurry(),
      heard: (frame) => this.heard(frame),
      changed: () => {
        this.outbox.connected(this.connection.online)
        this.draw()
      },
    })
  }

  start() {
    this.connection.start()
  }

  get data() {
    return this.page.data
  }

  address() {
    const { address, version } = this.boot
    const { mark = "", rev } = this.page
    const query = new URLSearchParams({ versie: version, heb: mark, rev: String(rev) })
    return `${address}${address.includes("?") ? "&" : "?"}${query}`
  }

  heard({ acks, page, go, reload, trouble }) {
    if (acks) this.settle(acks)
    if (go) return this.goTo(go)
    if (reload) this.reloadOnce()
    if (trouble) this.trouble = trouble
    if (page) this.show(page)
    this.draw()
  }

  show(page) {
    this.clock.learn(page.now, page.server)
    if (!replaces(this.page ?? null, page)) return
    this.page = page
    this.trouble = null
  }

  /**
   * `refused` is a button that could not do its work, `missed` an answer that came too late to be
   * taken.
   */
  settle(acks) {
    const { refused, missed } = this.outbox.settle(acks, this.page.rev)
    this.refused = refused ?? this.refused
    this.missed = missed ?? this.missed
  }

  goTo(url) {
    this.connection.stop()
    this.outbox.stop()
    this.leave(url)
  }

  /**
   * Scripts of another version. A server that says so again right after a reload may not keep the
   * page in a circle.
   */
  reloadOnce() {
    const now = this.timers.now()
    if (Math.abs(now - Number(this.session.getItem(RELOADED) ?? 0)) < RELOAD_PAUSE) return
    this.session.setItem(RELOADED, String(now))
    this.reload()
  }

  api() {
    const activity = this.data.scene?.activity ?? ""
    return {
      online: this.connection.online,
      slow: this.connection.slow,
      trouble: this.trouble,
      refused: this.refused,
      missed: this.missed,
      forget: () => {
        this.missed = null
        this.draw()
      },
      now: () => this.clock.now(),
      send: (slot, payload) => this.outbox.answer(activity, slot, payload),
      slot: (slot) => this.outbox.state(activity, slot, this.page.rev),
      act: (name, payload = {}) => this.outbox.act(name, payload),
      draft: (key) => this.drafts.read(`${activity}/${key}`),
      keep: (key, text) => this.drafts.write(`${activity}/${key}`, text),
    }
  }
}

/** A browser may forbid its memory altogether; what is written then lasts as long as the page. */
function safeStorage(name) {
  try {
    globalThis[name].getItem("odv")
    return globalThis[name]
  } catch {
    const items = new Map()
    return {
      get length() {
        return items.size
      },
      key: (at) => [...items.keys()][at] ?? null,
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, text) => void items.set(key, text),
      removeItem: (key) => void items.delete(key),
    }
  }
}
