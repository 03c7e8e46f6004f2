// Decides which page data is the newest. Pages may arrive out of order, so each carries the
// meeting's revision, a sequence number within its server process, and the name of that process.
// Clocks are not compared, since those of devices differ.
/** @import { Page, Timers } from "./protocol.d.ts" */

/**
 * Whether `page` is shown instead of `shown`, which is null when nothing is shown yet.
 * @param {Page | null} shown
 * @param {Page} page
 */
export function replaces(shown, page) {
  if (!shown || page.force) return true
  if (page.rev !== shown.rev) return page.rev > shown.rev
  return page.server !== shown.server || page.seq > shown.seq
}

const SAMPLES = 5

/**
 * Estimates the server's time from the timestamps in its pages. Network delay can only make a
 * timestamp too old, so of the last few estimates the latest is the most accurate.
 */
export class ServerClock {
  /** @param {Timers} timers */
  constructor(timers) {
    this.timers = timers
    /** @type {number[]} */
    this.ahead = []
    this.server = ""
  }

  /**
   * @param {number} now the server's time in ms when it made a page
   * @param {string} server which process that was
   */
  learn(now, server) {
    if (server !== this.server) this.ahead = []
    this.server = server
    this.ahead = [...this.ahead, now - this.timers.now()].slice(-SAMPLES)
  }

  now() {
    return this.timers.now() + (this.ahead.length ? Math.max(...this.ahead) : 0)
  }
}
