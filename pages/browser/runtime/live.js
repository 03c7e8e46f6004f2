// The state of a live page, apart from rendering: the latest page data, the outbox, and the
// connection. Views know none of these; they get `data` and `api`.
/** @import { Api, Outcome } from "../../../exercises/contract.d.ts" */
/** @import { Net } from "./connection.js" */
/** @import { Boot, Frame, Memory, Page } from "./protocol.d.ts" */
/** @import { Missed, Refused, Settled } from "./outbox.js" */
import { Connection } from "./connection.js"
import { drafts } from "./drafts.js"
import { browserMemory } from "./memory.js"
import { Outbox } from "./outbox.js"
import { replaces, ServerClock } from "./page.js"
import { takeAlong } from "./renamed.js"
import { StoredAnswers } from "./stored.js"
import { realTimers } from "./timers.js"

const RELOAD_PAUSE = 60000
const RELOADED = "odv:reloaded"

/**
 * @typedef {object} Surroundings
 * @property {() => void} draw called when something changed
 * @property {(url: string) => void} leave goes to another page
 * @property {() => void} reload loads this page again
 * @property {(settled: Settled) => void} [tellTabs] tells other tabs of this phone
 * @property {Memory} [memory] what outlives the page
 * @property {Memory} [session] what outlives a reload in this tab
 */

export class LivePage {
  /**
   * @param {Boot} boot
   * @param {Surroundings & Net} around
   */
  constructor(boot, { draw, leave, reload, tellTabs, memory, session, timers, ...net }) {
    this.boot = boot
    this.draw = draw
    this.leave = leave
    this.reload = reload
    this.timers = timers ?? realTimers
    this.session = session ?? browserMemory("sessionStorage")
    this.clock = new ServerClock(this.timers)
    this.clock.learn(boot.page.now, boot.page.server)
    this.page = boot.page
    /** @type {Refused | null} the last action that was refused */
    this.refused = null
    /** @type {Missed | null} the last answer that was refused */
    this.missed = null
    /** @type {string | null} */
    this.trouble = null
    const kept = memory ?? browserMemory("localStorage")
    takeAlong(boot, kept)
    this.drafts = drafts(boot.keep, kept)
    this.outbox = new Outbox({
      timers,
      tellTabs,
      stored: new StoredAnswers(boot.keep, kept),
      send: (items, again) => this.connection.send(items, again),
      changed: () => this.draw(),
    })
    this.connection = new Connection({
      ...net,
      timers,
      address: () => this.address(),
      messages: () => this.outbox.items,
      opened: () => this.outbox.hurry(),
      received: (frame) => this.received(frame),
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
    const { mark, rev } = this.page
    const query = new URLSearchParams({ versie: version, heb: mark ?? "", rev: String(rev) })
    return `${address}${address.includes("?") ? "&" : "?"}${query}`
  }

  /** @param {Frame} frame */
  received({ acks, page, go, reload, trouble }) {
    const told = this.missed
    if (acks) this.settle(acks)
    if (go) return this.goTo(go)
    if (reload) this.reloadOnce()
    if (trouble) this.trouble = trouble
    if (page) this.show(page, told)
    this.draw()
  }

  /**
   * @param {Page} page
   * @param {Missed | null} told what was told of a missed answer before this page came
   */
  show(page, told) {
    this.clock.learn(page.now, page.server)
    if (!replaces(this.page, page)) return
    if (told && told === this.missed && isOver(told, this.page.data, page.data)) this.missed = null
    this.page = page
    this.trouble = null
  }

  /** @param {Record<string, Outcome>} acks */
  settle(acks) {
    const { refused, missed } = this.outbox.settle(acks, this.page.rev)
    this.refused = refused ?? this.refused
    this.missed = missed ?? this.missed
  }

  /**
   * Takes in the message of another tab of this phone that an answer was stored.
   * @param {Settled} settled
   */
  heardOfTab(settled) {
    this.outbox.settledElsewhere(settled, this.page.rev)
  }

  /** @param {string} url */
  goTo(url) {
    this.connection.stop()
    this.outbox.stop()
    this.leave(url)
  }

  /** Reloads, but not again right after a reload: a server that keeps asking would cause a loop. */
  reloadOnce() {
    const now = this.timers.now()
    if (Math.abs(now - Number(this.session.getItem(RELOADED) ?? 0)) < RELOAD_PAUSE) return
    this.session.setItem(RELOADED, String(now))
    this.reload()
  }

  /** @returns {Api} */
  api() {
    const activity = this.data.scene?.activity ?? ""
    const slot = (/** @type {string} */ name) => this.outbox.state(activity, name, this.page.rev)
    const unshared = (/** @type {string} */ name) =>
      slot(`draft.${name}`).own?.text ?? this.data.scene?.drafts?.[name] ?? ""
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
      slot,
      act: (name, payload = {}) => this.outbox.act(name, payload),
      draft: (key) => this.drafts.read(`${activity}/${key}`) || unshared(key),
      unshared,
      keep: (key, text) => this.drafts.write(`${activity}/${key}`, text),
    }
  }
}

/**
 * Whether what was told of an answer has had its time: another exercise begins, the exercise in
 * which it came too late ends, or the meeting does. Right after the own exercise it stays.
 * @param {Missed} told
 * @param {any} before page data
 * @param {any} after
 */
function isOver(told, before, after) {
  const [from, to] = [before.scene?.activity, after.scene?.activity]
  if (after.meeting?.state === "closed" && before.meeting?.state !== "closed") return true
  return from !== to && (Boolean(to) || from !== told.activity)
}
