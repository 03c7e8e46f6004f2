// Saves a sheet of an application while somebody types, so that closing the page loses nothing. The
// buttons of the sheet work without this too.

const WAIT_MS = 900
const AGAIN_MS = 4000
// What the server answers to a sheet that came before anybody could have filled it in.
const TOO_EARLY = 425

const form = /** @type {HTMLFormElement} */ (document.getElementById("sheet"))
const line = /** @type {HTMLElement} */ (document.getElementById("saved"))
const said = /** @type {HTMLElement} */ (document.getElementById("said"))
let waiting = 0
let going = false
let changed = false
let leaving = false

/** @param {string} words @param {"" | "busy" | "failed"} [how] */
function say(words, how = "") {
  if (said.textContent !== words) said.textContent = words
  line.className = `saved ${how}`
}

/** @param {number} ms */
function soon(ms) {
  clearTimeout(waiting)
  waiting = setTimeout(save, ms)
}

async function save() {
  if (going || leaving) return
  going = true
  changed = false
  let early = false
  const { saved = "", failed = "" } = form.dataset
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(/** @type {any} */ (new FormData(form))),
    })
    const told = await answer.json()
    if (told.saved) {
      if (form.dataset.new) settle(told.at)
      if (!changed) say(saved)
    } else if (answer.status === TOO_EARLY) {
      early = changed = true
    } else {
      say(reason(told) || failed, "failed")
      changed ||= retried(answer.status)
    }
  } catch {
    say(failed, "failed")
    changed = true
  }
  going = false
  if (changed) soon(early ? WAIT_MS : AGAIN_MS)
}

/** @param {{ why?: string, wrong?: Record<string, string> }} told */
function reason(told) {
  return told.why ?? Object.values(told.wrong ?? {})[0] ?? ""
}

/** Whether the same would be kept a little later. @param {number} status */
const retried = (status) => status === 429 || status >= 500

/**
 * From now on the sheet has the address of its application, also after a reload.
 * @param {string} at
 */
function settle(at) {
  delete form.dataset.new
  form.action = at
  history.replaceState(null, "", at)
}

form.addEventListener("input", () => {
  changed = true
  say(form.dataset.busy ?? "", "busy")
  soon(WAIT_MS)
})

form.addEventListener("submit", () => {
  leaving = true
  clearTimeout(waiting)
})
// A page that comes back from the browser's memory is one that nobody left.
addEventListener("pageshow", () => (leaving = false))
addEventListener("pagehide", () => {
  if (changed && !leaving && navigator.sendBeacon) {
    navigator.sendBeacon(
      form.action,
      new URLSearchParams(/** @type {any} */ (new FormData(form))),
    )
  }
})
document.getElementById("why")?.focus()
