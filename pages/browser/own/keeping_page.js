// Has the browser keep this page for when there is no connection, from the first visit on.
const PATIENCE_MS = 60000

/**
 * Whether the page and all that it is made of is kept now. Browsers keep pages only over https.
 * @param {string} version of the scripts, which the keeper goes with
 */
export async function isKeptByBrowser(version) {
  if (!isSecureContext || !("serviceWorker" in navigator)) return false
  try {
    const address = `/mijn/wacht.js?v=${version}`
    const registration = await navigator.serviceWorker.register(address)
    const keeper = await working(registration)
    return keeper ? await asked(keeper) : false
  } catch {
    return false
  }
}

/** Whether this page was kept before: then it opens without a connection, whatever comes next. */
export async function isKeptAlready() {
  try {
    return Boolean(await caches.match(location.origin + location.pathname))
  } catch {
    return false
  }
}

/**
 * The newest keeper, once it works; null for one that failed.
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<ServiceWorker | null>}
 */
function working(registration) {
  const newest = registration.installing ?? registration.waiting ?? registration.active
  return new Promise((ready) => {
    const look = () => {
      if (!newest || newest.state === "redundant") ready(null)
      else if (newest.state === "activated") ready(newest)
    }
    newest?.addEventListener("statechange", look)
    look()
  })
}

/**
 * @param {ServiceWorker} keeper
 * @returns {Promise<boolean>}
 */
function asked(keeper) {
  const parts = [
    ...performance.getEntriesByType("resource").map((one) => one.name),
    ...[...document.querySelectorAll("use")].map((one) => one.href.baseVal.split("#")[0]),
  ].map((one) => new URL(one, location.href).href)
  const { port1, port2 } = new MessageChannel()
  return new Promise((ready) => {
    port1.onmessage = (event) => ready(event.data === true)
    setTimeout(() => ready(false), PATIENCE_MS)
    const page = location.origin + location.pathname
    const ours = [...new Set(parts)].filter((one) => one.startsWith(location.origin))
    keeper.postMessage({ page, parts: ours }, [port2])
  })
}
