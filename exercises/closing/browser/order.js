// Where a chapter that was skipped comes among those that are gone through. `going` are these, in
// their order: each has its `key`, the `step` it was prepared as, and whether it is `on`.

/** The keys in order with the chapter where it was prepared. */
export function added(going, one) {
  const after = going.findIndex((other) => other.step > one.step)
  return inserted(going, one, after < 0 ? going.length : after)
}

/** The keys in order with the chapter right after the one that is on, so that the others still come. */
export const shownNext = (going, one) =>
  inserted(going, one, going.findIndex((other) => other.on) + 1)

function inserted(going, one, at) {
  const keys = going.map(({ key }) => key)
  return [...keys.slice(0, at), one.key, ...keys.slice(at)]
}
