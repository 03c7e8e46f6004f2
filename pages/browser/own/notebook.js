// The notebook of a visit. What is kept lies on the phone first and goes to the server when it can;
// without this script the form itself sends the words.
/** @import { KeptNote, KeptPhoto } from "./kept.js" */
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { smaller } from "../../../exercises/kit/browser/shrink.js"
import { placeOf, readDraft, writeDraft } from "./draft.js"
import { actOnEntries } from "./entry_actions.js"
import { draftsOf, KeptNotes, newId } from "./kept.js"
import { sendAll } from "./sending.js"

const AGAIN = 8000
const MOST_PHOTOS = 6
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

/** @param {KeptNote} note */
function waiting(note) {
  const item = document.createElement("li")
  item.className = "waits"
  item.dataset.client = note.client
  for (const one of note.photos) {
    const image = document.createElement("img")
    image.src = URL.createObjectURL(one.blob)
    image.alt = _("Je foto")
    item.append(image)
  }
  const words = document.createElement("p")
  words.className = "words"
  words.dir = "auto"
  words.textContent = String(note.fields.text)
  const state = document.createElement("p")
  state.className = "who"
  state.textContent = note.refused ??
    _("Staat op dit toestel. Gaat mee zodra er verbinding is. Alleen jij leest dit.")
  const away = document.createElement("button")
  away.type = "button"
  away.className = "btn quiet"
  away.textContent = _("Haal weg")
  away.addEventListener("click", async () => {
    await kept.remove(note.client)
    item.remove()
  })
  const acts = document.createElement("div")
  acts.className = "acts"
  acts.append(away)
  item.append(words, state, acts)
  return item
}

async function drawWaiting() {
  const notes = (await kept.of(person)).filter((one) => one.visit === visit)
  for (const old of list.querySelectorAll(".waits")) old.remove()
  list.prepend(...notes.reverse().map(waiting))
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
    const outcome = await sendAll(kept, person)
    const left = await kept.of(person)
    if (left.length < before.length) await refresh()
    await drawWaiting()
    const refused = left.find((one) => one.refused)?.refused
    if (outcome === "gone") {
      say("state", _("Open je eigen link opnieuw. Wat je schreef, staat nog op dit toestel."))
    } else if (outcome === "waiting") {
      say("state", _("Geen verbinding. Wat je schreef, staat op dit toestel en gaat later mee."))
      timer = setTimeout(send, AGAIN)
    } else say("state", refused ? "" : _("Bewaard."))
    if (refused) say("why", refused)
  } finally {
    busy = false
  }
}

async function keep() {
  const fields = written()
  if (!String(fields.text).trim() && !photos.length) {
    say("why", _("Schrijf een woord, of neem een foto."))
    text.focus()
    return
  }
  say("why", "")
  await kept.put({
    client: String(fields.client),
    person,
    visit,
    at: Date.now(),
    fields,
    photos,
    sent: false,
  })
  forget()
  await drawWaiting()
  await send()
  // A change of a note began at an address of its own.
  if (location.search && !(await kept.of(person)).length) location.replace(location.pathname)
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

function recall() {
  if (location.search) return
  try {
    const draft = readDraft(localStorage, place)
    text.value ||= draft.text ?? ""
    for (const one of form.querySelectorAll("input[type=checkbox], input[type=radio]")) {
      if (!(one instanceof HTMLInputElement) || !(one.name in draft)) continue
      one.checked = one.value === draft[one.name]
    }
    field("indicator").value = draft.indicator ?? ""
    if (draft.indicator) field("indicator").closest("details")?.setAttribute("open", "")
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

function keepPage() {
  const secure = isSecureContext && "serviceWorker" in navigator
  const told = document.getElementById(secure ? "kept-page" : "kept-open")
  if (told) told.hidden = false
  if (!secure) return
  const version = new URL(import.meta.url).pathname.split("/")[2]
  navigator.serviceWorker.register(`/mijn/wacht.js?v=${version}`).catch(() => {})
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
  const told = document.getElementById("state")
  if (told?.textContent === _("Bewaard.")) told.textContent = ""
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
