// Notes that lie on this device alone: the own page sends them and says so, and whoever closes it
// here is told what would be left behind or lost.
import { _, ngettext } from "../../../exercises/kit/browser/i18n.js"
import { hasDraft } from "./draft.js"
import { draftsOf, KeptNotes } from "./kept.js"
import { sendAll } from "./sending.js"

const AGAIN = 8000
const page = /** @type {HTMLElement} */ (document.getElementById("own"))
const told = /** @type {HTMLElement} */ (document.getElementById("unsent"))
const closing = /** @type {HTMLFormElement} */ (document.getElementById("closing"))
const { person = "" } = page.dataset
const kept = new KeptNotes()
/** @type {number | undefined} */
let timer
let busy = false
let sure = false

async function send() {
  if (busy) return
  busy = true
  clearTimeout(timer)
  const before = (await kept.of(person)).length
  const { outcome, told: problems } = await sendAll(kept, person)
  const left = await kept.of(person)
  if (left.length || before) tell(left, before - left.length, problems)
  if (outcome === "waiting") timer = setTimeout(send, AGAIN)
  busy = false
}

/**
 * @param {import("./kept.js").KeptNote[]} left
 * @param {number} gone how many were sent now
 * @param {string[]} problems
 */
function tell(left, gone, problems) {
  const parts = [...problems]
  if (gone) {
    parts.unshift(ngettext("Je notitie is bewaard.", "{n} notities zijn bewaard.", gone))
  }
  const waits = left.filter((one) => !one.refused).length
  if (waits) parts.push(waitingWords(waits))
  const refused = left.find((one) => one.refused)
  if (refused) parts.push(_("Een notitie kon niet bewaard worden."))
  told.textContent = parts.join(" ")
  told.hidden = !parts.length
  const first = refused ?? left[0]
  if (!first) return
  const link = document.createElement("a")
  link.href = `/mijn/schrift/${encodeURIComponent(first.visit)}`
  link.textContent = _("Open je schriftje")
  told.append(" ", link)
}

/** @param {number} n */
const waitingWords = (n) =>
  ngettext(
    "Eén notitie staat alleen op dit toestel. Ze gaat mee zodra er verbinding is.",
    "{n} notities staan alleen op dit toestel. Ze gaan mee zodra er verbinding is.",
    n,
  )

/** What closing would leave behind or lose, in sentences; "" for nothing. */
async function lost() {
  const left = (await kept.of(person)).length
  let begun = (await kept.of(draftsOf(person))).length > 0
  try {
    begun ||= hasDraft(localStorage, person)
  } catch {
    // no memory (private browsing): nothing was written to it
  }
  const stays = left && ngettext(
    "Eén notitie is nog niet verstuurd. Ze blijft op dit toestel staan.",
    "{n} notities zijn nog niet verstuurd. Ze blijven op dit toestel staan.",
    left,
  )
  const goes = begun && _("Wat je in je schriftje schreef maar niet bewaarde, gaat weg.")
  return [stays, goes].filter(Boolean).join(" ")
}

closing.addEventListener("submit", async (event) => {
  // Closing needs the server: that it can't be reached is said by the page.
  if (sure || !navigator.onLine) return
  event.preventDefault()
  event.stopPropagation()
  await send()
  const words = await lost()
  sure = true
  if (!words) return closing.submit()
  const asks = document.createElement("p")
  asks.className = "refused"
  asks.setAttribute("role", "alert")
  asks.textContent = words
  const button = /** @type {HTMLElement} */ (closing.querySelector("button"))
  button.before(asks)
  button.textContent = _("Sluit toch af")
  asks.scrollIntoView({ block: "center" })
})

addEventListener("online", send)
document.addEventListener("visibilitychange", () => document.hidden || send())
send()
