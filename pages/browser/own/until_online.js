// A sentence about a missing connection goes when the connection is back.

/** @param {HTMLElement} told */
export function untilOnline(told) {
  told.dataset.offline = ""
  addEventListener("online", () => told.remove(), { once: true })
}
