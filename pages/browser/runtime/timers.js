// Timers and clock of the runtime in one place, so that tests can replace them.

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
