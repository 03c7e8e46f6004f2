// What the screen says above the floor.
import { _ } from "../../kit/browser/i18n.js"
import { company, hasCompany } from "./company.js"

/** The title and the sentence below it; `over`: the clock ran out. */
export function wordsFor(data, over) {
  const asks = data.stage === "talk" && data.question
  if ((data.stage === "pairs" || data.stage === "talk") && !asks && !hasCompany(data)) {
    return {
      title: data.present
        ? _("Er is nog niemand om mee te praten.")
        : _("Er is nog niemand binnen."),
      more: _("Zodra er iemand bij komt, maken we duo’s."),
    }
  }
  if (data.stage === "share" && !data.present) {
    return { title: _("Er is nog niemand binnen."), more: "" }
  }
  if (data.stage === "pairs") {
    return {
      title: _("Zoek je duo."),
      more: `${_("Je gsm zegt met wie je praat, en op welke plek.")} ${company(data)}`,
    }
  }
  if (data.stage === "talk" && over) {
    return { title: _("De tijd is om."), more: _("Rond rustig af.") }
  }
  if (data.stage === "talk" && data.question) return { title: data.question, more: "" }
  if (data.stage === "talk") {
    return {
      title: _("Praat samen."),
      more: `${_("Elk duo kiest zelf een vraag op de gsm.")} ${company(data)}`,
    }
  }
  if (data.stage === "share") {
    return { title: _("Wat neem je mee?"), more: _("Zet op je gsm aan wat de zaal mag zien.") }
  }
  return {
    title: _("Straks praat je per twee."),
    more: data.round > 1
      ? _("Met iemand anders dan daarnet.")
      : _("Met iemand van een andere organisatie."),
  }
}
