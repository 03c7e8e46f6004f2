// Keeps the page of the notebook, for when there is no connection: only where the page came over
// https, since browsers allow it nowhere else. Closing the own page throws away all it kept.
/** What a page has no types for: the worker itself. */
const worker = /** @type {any} */ (self)
const KEPT = `odv-mijn-${new URL(worker.location.href).searchParams.get("v")}`

worker.addEventListener("install", () => worker.skipWaiting())

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => names.filter((name) => name.startsWith("odv-mijn-") && name !== KEPT))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  )
})

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (origin !== worker.location.origin) return
  if (request.method === "POST" && pathname === "/mijn/afsluiten") {
    event.waitUntil(caches.delete(KEPT))
  } else if (request.method === "GET" && pathname.startsWith("/assets/")) {
    event.respondWith(fromKept(request))
  } else if (request.method === "GET" && pathname.startsWith("/mijn/schrift/")) {
    event.respondWith(fromServer(request, origin + pathname))
  }
})

// The first page came before there was a keeper: it names what it was made of, to keep that too.
worker.addEventListener("message", (/** @type {any} */ event) => {
  const { page, parts } = event.data
  const [port] = event.ports
  event.waitUntil(
    keepAll(page, parts)
      .then(() => port.postMessage(true), () => port.postMessage(false)),
  )
})

/**
 * @param {string} page its address
 * @param {string[]} parts the addresses of its scripts, styles, fonts and drawings
 */
async function keepAll(page, parts) {
  const kept = await caches.open(KEPT)
  const ours = parts.filter((one) => new URL(one).pathname.startsWith("/assets/"))
  const missing = await Promise.all(ours.map(async (one) => await kept.match(one) ? "" : one))
  await kept.addAll([page, ...missing.filter(Boolean)])
}

/**
 * The page as it is now; without a connection as it was.
 * @param {Request} request
 * @param {string} address
 */
async function fromServer(request, address) {
  try {
    const answer = await fetch(request)
    const kept = await caches.open(KEPT)
    // The page on which a note is changed would be taken for that of a new note.
    if (answer.ok && !new URL(request.url).search) await kept.put(address, answer.clone())
    else if (answer.status === 410) await caches.delete(KEPT)
    return answer
  } catch (error) {
    const found = await caches.match(address)
    if (found) return found
    throw error
  }
}

/**
 * Scripts and styles never change under their address.
 * @param {Request} request
 */
async function fromKept(request) {
  const found = await caches.match(request)
  if (found) return found
  const answer = await fetch(request)
  if (answer.ok) {
    const kept = await caches.open(KEPT)
    await kept.put(request, answer.clone())
  }
  return answer
}
