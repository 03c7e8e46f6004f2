// The notebook of a visit. What is kept lies on the phone first and goes to the server when it can;
// without this script the form itself sends the words.
/** @import { KeptNote, KeptPhoto } from "./kept.js" */
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { smaller } from "../../../exercises/kit/browser/shrink.js"
import { placeOf, readDraft, writeDraft } from "./draft.js"
import { actOnEntries } from "./entry_actions.js"
import { isKeptAlready, isKeptByBrowser } from "./keeping_page.js"
import { draftsOf, KeptNotes, newId } from "./kept.js"
import { measure } from "./limits.js"
import { waiting } from "./waiting_note.js"
import { sendAll } from "./sending.js"

const AGAIN = 8000
const MOST_PHOTOS = 6
const DOUBLE_TAP = 1500
const page = /** @type {HTMLElement} */ (document.getElementById("notebook"))
const form = /** @type {HTMLFormElement} */ (document.getElementById("note"))
const text = /** @type {HTMLTextAreaElement} */ (document.getElementById("text"))
const list = /** @type {HTMLElement} */ (document.getElementById("entries"))
const { visit = "", person = "" } = page.dataset
const place = placeOf(person, visit)
const kept = new KeptNotes()
/** @type {KeptPhoto[]} */
let photos = []
/** @type {number | undefined} */
let timer
let busy = false
let keptAt = -DOUBLE_TAP
/** Whether what is said beside the button is of a note that was kept, and so goes with the next. */
let passing = true

/**
 * @param {string} id
 * @param {string} words
 */
function say(id, words) {
  const found = /** @type {HTMLElement} */ (document.getElementById(id))
  found.textContent = words
  if (id === "why") found.hidden = !words
}

/** @param {string} name */
const field = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name))

/** @returns {import("./kept.js").Fields} */
function written() {
  const data = new FormData(form)
  const found = Object.fromEntries([...data].map(([key, value]) => [key, String(value)]))
  return { ...found, photos: photos.length }
}

function showConsent() {
  const consent = /** @type {HTMLElement} */ (document.getElementById("consent"))
  consent.hidden = !field("quote").checked
}

/** An indicator is of one area: choosing it chooses the area, and another area lets it go. */
function matchArea(/** @type {EventTarget | null} */ changed) {
  const chosen = /** @type {HTMLSelectElement} */ (form.elements.namedItem("indicator"))
  if (changed === chosen && chosen.value) {
    const radio = [...form.querySelectorAll("input[name=area]")].find((one) =>
      one instanceof HTMLInputElement && one.value === chosen.value.split(".")[0]
    )
    if (radio instanceof HTMLInputElement) radio.checked = true
  } else if (changed instanceof HTMLInputElement && changed.name === "area") {
    if (chosen.value.split(".")[0] !== changed.value) chosen.value = ""
  }
}

function drawPhotos() {
  const thumbs = /** @type {HTMLElement} */ (document.getElementById("thumbs"))
  thumbs.replaceChildren(...photos.map((one) => {
    const item = document.createElement("li")
    const image = document.createElement("img")
    image.src = URL.createObjectURL(one.blob)
    image.alt = _("Je foto")
    const away = document.createElement("button")
    away.type = "button"
    away.textContent = _("Haal weg")
    away.addEventListener("click", () => {
      photos = photos.filter((other) => other !== one)
      drawPhotos()
      rememberPhotos()
    })
    item.append(image, away)
    return item
  }))
  const label = document.querySelector("#camera span")
  if (label) label.textContent = photos.length ? _("nog een foto") : _("foto")
}

/** @param {HTMLInputElement} input */
async function choosePhoto(input) {
  const file = input.files?.[0]
  input.value = ""
  if (!file) return
  if (photos.length >= MOST_PHOTOS) {
    return say("why", _("Bij één notitie passen {most} foto’s.", { most: MOST_PHOTOS }))
  }
  photos = [...photos, { id: newId(), blob: await smaller(file) }]
  drawPhotos()
  rememberPhotos()
  text.focus()
}

async function drawWaiting() {
  const notes = (await kept.of(person)).filter((one) => one.visit === visit)
  for (const old of list.querySelectorAll(".waits")) old.remove()
  list.prepend(
    ...notes.reverse().map((one) =>
      waiting(one, async (item) => {
        await kept.remove(one.client)
        item.remove()
      }, () => takeBack(one))
    ),
  )
  const none = document.getElementById("none")
  if (none) none.hidden = list.childElementCount > 0
  return notes
}

/** Puts what the server has in the list. */
async function refresh() {
  try {
    const answer = await fetch(`/mijn/schrift/${encodeURIComponent(visit)}`)
    if (!answer.ok) return
    const there = new DOMParser().parseFromString(await answer.text(), "text/html")
    const fresh = there.getElementById("entries")
    if (fresh) list.replaceChildren(...fresh.children)
  } catch {
    // the list stays as it was
  }
}

async function send() {
  if (busy) return
  busy = true
  clearTimeout(timer)
  try {
    const before = await kept.of(person)
    if (!before.length) return
    const { outcome, told } = await sendAll(kept, person)
    const left = await kept.of(person)
    if (left.length < before.length) await refresh()
    await drawWaiting()
    passing = outcome === "done"
    if (outcome === "gone") {
      say("state", _("Open je eigen link opnieuw. Wat je schreef, staat nog op dit toestel."))
    } else if (outcome === "waiting") {
      say("state", _("Geen verbinding. Wat je schreef, staat op dit toestel en gaat later mee."))
      timer = setTimeout(send, AGAIN)
    } else if (told.length) say("state", told.join(" "))
    else if (left.length < before.length) say("state", _("Bewaard."))
  } finally {
    busy = false
  }
}

async function keep() {
  const fields = written()
  if (!String(fields.text).trim() && !photos.length) {
    // The second tap of a double tap finds the field empty: the note was kept by the first.
    if (performance.now() - keptAt < DOUBLE_TAP) return
    say("why", _("Schrijf een woord, of neem een foto."))
    text.focus()
    return
  }
  say("why", "")
  const client = String(fields.client)
  await kept.put({ client, person, visit, at: Date.now(), fields, photos, sent: false })
  forget()
  keptAt = performance.now()
  await drawWaiting()
  await send()
  const stays = (await kept.of(person)).find((one) => one.client === client)
  if (stays?.refused) say("why", _("Niet bewaard. {why}", { why: stays.refused }))
  // A change of a note began at an address of its own.
  else if (location.search && !stays) location.replace(location.pathname)
}

/** Puts a note that the server does not take back in the form. @param {KeptNote} note */
async function takeBack(note) {
  if (text.value.trim() || photos.length) {
    return say("why", _("Bewaar eerst wat je nu aan het schrijven bent."))
  }
  await kept.remove(note.client)
  photos = note.photos
  field("client").value = note.client
  field("day").value = String(note.fields.day ?? field("day").value)
  fillIn(note.fields)
  say("why", "")
  drawPhotos()
  await rememberPhotos()
  remember()
  await drawWaiting()
  text.focus()
}

function forget() {
  const day = field("day").value
  form.reset()
  text.value = ""
  field("client").value = newId()
  field("day").value = day
  photos = []
  for (const one of form.querySelectorAll("input:checked")) {
    if (one instanceof HTMLInputElement && one.name !== "consent") one.checked = false
  }
  drawPhotos()
  showConsent()
  measure(text)
  remember()
  rememberPhotos()
  text.focus()
}

/** What is written of a new note; a change of an old one has the old one to go back to. */
function remember() {
  if (location.search) return
  try {
    writeDraft(localStorage, place, written())
  } catch {
    // no memory (private browsing): the form itself still holds it
  }
}

async function rememberPhotos() {
  if (location.search) return
  const client = `${draftsOf(person)}:${visit}`
  if (!photos.length) return await kept.remove(client)
  const at = Date.now()
  await kept.put({
    client,
    person: draftsOf(person),
    visit,
    at,
    fields: {},
    photos,
    sent: false,
  })
}

/** @param {Record<string, string | number | undefined>} fields */
function fillIn(fields) {
  text.value ||= String(fields.text ?? "")
  for (const one of form.querySelectorAll("input[type=checkbox], input[type=radio]")) {
    if (!(one instanceof HTMLInputElement) || !(one.name in fields)) continue
    one.checked = one.value === fields[one.name]
  }
  field("indicator").value = String(fields.indicator ?? "")
  if (fields.indicator) field("indicator").closest("details")?.setAttribute("open", "")
  measure(text)
  showConsent()
}

function recall() {
  if (location.search) return
  try {
    fillIn(readDraft(localStorage, place))
  } catch {
    // as above
  }
}

async function recallPhotos() {
  if (location.search) return
  const drafts = await kept.of(draftsOf(person))
  const there = drafts.filter((one) => one.visit === visit).flatMap((one) => one.photos)
  if (!there.length) return
  photos = [...there, ...photos]
  drawPhotos()
}

/** That the page opens without a connection is said once it is so, and until then to leave it
 * open. */
async function keepPage() {
  const asks = [document.getElementById("kept-open"), document.getElementById("kept-page")]
  const show = (/** @type {boolean} */ isKept) =>
    asks.forEach((one, at) => one && (one.hidden = Boolean(at) !== isKept))
  const already = await isKeptAlready()
  show(already)
  const version = new URL(import.meta.url).pathname.split("/")[2]
  // Without a connection nothing more is kept, and what was kept before still is.
  show(await isKeptByBrowser(version) || await isKeptAlready())
}

recall()
recallPhotos()
showConsent()
const camera = /** @type {HTMLElement} */ (document.getElementById("camera"))
camera.hidden = false
form.addEventListener("submit", (event) => {
  event.preventDefault()
  keep()
})
form.addEventListener("input", () => {
  remember()
  // What was said of the note before is not about this one.
  if (passing) say("state", "")
})
form.addEventListener("change", (event) => {
  const changed = event.target
  if (!(changed instanceof HTMLElement)) return
  if (changed instanceof HTMLInputElement && changed.id === "photo") return choosePhoto(changed)
  if (changed === field("quote") && field("quote").checked) field("question").checked = false
  if (changed === field("question") && field("question").checked) field("quote").checked = false
  matchArea(changed)
  showConsent()
  remember()
})
actOnEntries(list, async () => {
  await refresh()
  await drawWaiting()
}, (words) => say("state", words))
addEventListener("online", send)
document.addEventListener("visibilitychange", () => document.hidden || send())
keepPage()
drawWaiting().then(send)
