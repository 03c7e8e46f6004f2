// Saves a sheet of an application while somebody types, so that closing the page loses nothing. The
// buttons of the sheet work without this too.
/** @import { KeptSheet } from "./typed.js" */

import { putBack, putBeside, textsOf } from "./fields.js"
import { post } from "./posting.js"
import { compared, forgetSheet, learn, readSheet, writeSheet } from "./typed.js"

const WAIT_MS = 900
const AGAIN_MS = 4000
// What the server answers to a sheet that came before anybody could have filled it in.
const TOO_EARLY = 425

const form = /** @type {HTMLFormElement} */ (document.getElementById("sheet"))
const line = /** @type {HTMLElement} */ (document.getElementById("saved"))
const said = /** @type {HTMLElement} */ (document.getElementById("said"))
const start = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("start"))
const FIRST = location.pathname
const placeOf = () => new URL(form.action).pathname
/** @type {Record<string, string[]>} */
const known = {}
let waiting = 0
let going = false
let changed = false
let leaving = false
/** The value of the button that was tapped, until the server has the sheet. */
let wanted = ""

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

// A first sheet has no link of its own yet, and the computer may be somebody else's: it is kept
// for this tab alone.
const memory = () => form.dataset.new ? sessionStorage : localStorage

function keep() {
  /** @type {KeptSheet} */
  const kept = { at: Date.now(), texts: textsOf(form), known }
  if (form.dataset.new && start) kept.start = start.value
  writeSheet(memory(), placeOf(), kept)
}

const forget = () => forgetSheet(memory(), placeOf())

async function save() {
  if (going || leaving) return
  clearTimeout(waiting)
  going = true
  changed = false
  const leads = wanted
  const sent = textsOf(form)
  learn(known, sent)
  keep()
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form)))
  body.set("go", leads)
  const answer = await post(form.action, body, "application/json")
  const told = await answer?.json().catch(() => null)
  going = false
  if (answer && told) heard(told, answer.status, leads)
  else failed(form.dataset)
}

/**
 * @typedef {object} SaveAnswer
 * @property {boolean} saved
 * @property {string} [at] the path of the sheet from now on
 * @property {string} [on] the path to which the button leads
 * @property {string} [why]
 * @property {Record<string, string>} [wrong] a sentence for each field that was not stored
 */

/**
 * @param {SaveAnswer} told
 * @param {number} status
 * @param {string} leads the button that was sent along
 */
function heard(told, status, leads) {
  if (told.at && form.dataset.new) settle(told.at)
  if (told.saved) {
    stored(told, leads)
  } else if (status === TOO_EARLY) {
    changed = true
    soon(WAIT_MS)
  } else if (status === 429 || status >= 500) {
    failed({ failed: told.why ?? form.dataset.failed, later: form.dataset.full })
  } else if (wanted) {
    sendPlainly()
  } else {
    say(reason(told) || (form.dataset.failed ?? ""), "failed")
    if (changed) soon(AGAIN_MS)
  }
}

/**
 * @param {SaveAnswer} told
 * @param {string} leads
 */
function stored(told, leads) {
  if (changed) return soon(WAIT_MS)
  forget()
  say(form.dataset.saved ?? "")
  if (leads && leads === wanted) {
    leaving = true
    location.assign(told.on ?? "")
  } else if (wanted) soon(0)
}

/** @param {{ failed?: string, later?: string }} words */
function failed(words) {
  changed = true
  say((wanted ? words.later : words.failed) ?? "", "failed")
  soon(AGAIN_MS)
}

/** @param {SaveAnswer} told */
function reason(told) {
  return told.why ?? Object.values(told.wrong ?? {})[0] ?? ""
}

/**
 * From now on the sheet has the address of its application, also after a reload.
 * @param {string} at
 */
function settle(at) {
  forget()
  delete form.dataset.new
  form.action = at
  history.replaceState(null, "", at)
  keep()
}

/** What the server refuses comes back as a page that says what is wrong with which field. */
function sendPlainly() {
  const own = form.dataset.new && ownPath()
  if (own) sessionStorage.setItem(BEGUN, own)
  const go = document.createElement("input")
  Object.assign(go, { type: "hidden", name: "go", value: wanted })
  form.append(go)
  leaving = true
  form.submit()
  go.remove()
}

// The sheet on which an application began is kept by this tab, for who comes back to it.
const BEGUN = `odv-begun:${FIRST}`

/** Where the application of a first sheet will be: its token is the first part of this word. */
const ownPath = () => start && `/aanmelding/${start.value.split(".")[0]}/1`

/** The browser's way back leads to the sheet that was kept, and not to a second application. */
async function comeBack() {
  const [entry] = performance.getEntriesByType("navigation")
  const kept = sessionStorage.getItem(BEGUN)
  if (/** @type {any} */ (entry)?.type !== "back_forward" || !kept || kept === ownPath()) return
  const answer = await fetch(kept)
  // One that was withdrawn, or never made, leads elsewhere.
  if (answer.ok && !answer.redirected && !changed) location.replace(kept)
}

/** Puts back what was typed here before and did not reach the server. */
function bringBack() {
  const kept = readSheet(memory(), placeOf(), Date.now())
  const given = textsOf(form, true)
  learn(known, given)
  if (!kept) return
  for (const [name, all] of Object.entries(kept.known)) {
    all.forEach((one) => learn(known, { [name]: one }))
  }
  const { back, beside } = compared(kept, given)
  if (form.dataset.new && start && kept.start) start.value = kept.start
  putBeside(form, beside, form.dataset.beside ?? "")
  if (!Object.keys(back).length) return
  putBack(form, back)
  changed = true
  say(form.dataset.busy ?? "", "busy")
  soon(0)
}

form.addEventListener("input", () => {
  changed = true
  // Who types on wants to stay.
  wanted = ""
  keep()
  say(form.dataset.busy ?? "", "busy")
  soon(WAIT_MS)
})
form.addEventListener("submit", (event) => {
  event.preventDefault()
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter)
  wanted = button?.value || "next"
  say(form.dataset.busy ?? "", "busy")
  save()
})
addEventListener("online", () => (changed || wanted) && save())
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
bringBack()
if (form.dataset.new) comeBack().catch(() => {})
const why = document.getElementById("why")
if (why) {
  why.focus()
  // On the way back the browser would have to send the refused form again.
  history.replaceState(null, "", form.action)
}
