// Time as the runtime sees it, in one place, so that tests can let an hour pass in an instant.

/**
 * `now` in ms; `after` calls once and gives a handle for `cancel`; `random` from 0 to 1.
 * @type {import("./protocol.d.ts").Timers}
 */
export const realTimers = {
  now: () => Date.now(),
  after: (ms, call) => setTimeout(call, ms),
  cancel: (handle) => clearTimeout(handle),
  random: () => Math.random(),
}
