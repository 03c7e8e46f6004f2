// Which page is shown. Pages may overtake each other on the way, so each carries the meeting's
// revision, the number of the page within its server process, and the name of that process. No
// clock is compared.
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
 * The server's time, learnt from the moments that come with its pages. A page that was long on its
 * way makes the server look late, never early: of the last few moments the one that gives the
 * latest time is the nearest to the truth.
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
