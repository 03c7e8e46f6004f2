// Citaten on a phone: one sentence, and what may be done with it. Giving, changing and withdrawing
// are the same choice, at any time.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { ChooseOne, chosenNow } from "../../kit/browser/choose_one.js"
import { Writing } from "../../kit/browser/writing.js"

const MEANING = {
  names: () => _("Je zin mag op het scherm en in het verslag, met je naam en je organisatie."),
  organisations: () =>
    _("Je zin mag op het scherm en in het verslag. Erbij staat: iemand van je organisatie."),
  nobody: () => _("Je zin mag op het scherm en in het verslag. Niemand leest van wie hij is."),
  none: () => _("Je zin wordt nergens gebruikt."),
}

export default function QuotesPhone({ data, scene, api }) {
  return html`
    <div class="quotes-phone">
      <div class="words">
          <h1 dir="auto">${data.ask}</h1>
          <p class="lead">${_("Eén zin volstaat. Jij kiest wat ermee mag.")}</p>
          ${data.home && data.until &&
            html`<p class="until">${_("Kiezen kan tegen {day}.", { day: data.until })}</p>`}
          ${data.questions.length > 0 &&
            html`<ul>${data.questions.map((text) => html`<li dir="auto">${text}</li>`)}</ul>`}
        </div>
      <div class="write">
        <${Writing} key=${data.slot} slot=${data.slot} stored=${data.text} limit=${data.limit}
          rows=${3} api=${api} label=${_("Mijn zin")} hint=${_("In je eigen woorden.")}
          empty=${_("Alleen jij leest dit, tot je hieronder kiest.")} disabled=${!scene.open} />
        <p role="status">${!scene.open &&
          _("Schrijven kan nu even niet. Kiezen wat ermee mag, kan altijd.")}</p>
      </div>
      <${Consent} data=${data} api=${api} />
    </div>
  `
}

function Consent({ data, api }) {
  const { consent: choice } = data
  const chosen = standing(data, api)
  const text = textNow(data, api)
  const long = Boolean(api.unshared(data.slot))
  const send = (key) =>
    api.send(choice.slot, key === "none" ? { consent: key } : { consent: key, text })
  return html`
    <div class="consent">
      ${chosen !== "" && chosen !== "none" && (data.on_screen || data.on_wall) &&
        html`<p class="now" role="status">${
          _("Je zin staat nu op het scherm. Kies je ‘Niet gebruiken’, dan gaat hij meteen weg.")
        }</p>`}
      <${ChooseOne} choice=${choice} legend=${_("Wat mag met deze zin?")} api=${api}
        chosen=${chosen} off=${(key) => key !== "none" && (!text || long)} send=${send}>
        <span class=${chosen ? "saved" : "muted"}>${meaning(data, chosen, text, long)}</span><//>
    </div>
  `
}

/** What was sent last of the words counts, also before the page shows it. */
const textNow = (data, api) => (api.slot(data.slot).own?.text ?? data.text).trim()

/** As the server compares words: white space is folded there. */
const folded = (text) => (text ?? "").replace(/[^\S\n]+/g, " ").trim()

/** The choice that stands: one for other words than those of now is none. */
function standing(data, api) {
  const { own } = api.slot(data.consent.slot)
  const consent = chosenNow(data.consent, api)
  if (consent === "none" || !consent) return consent ?? ""
  const forText = own ? own.text : data.given_for
  return folded(forText) === folded(textNow(data, api)) ? consent : ""
}

function meaning(data, consent, text, long) {
  if (consent) return MEANING[consent]()
  if (long) return _("Maak je zin eerst korter.")
  if (!text) return _("Schrijf eerst een zin.")
  if (data.given_for && folded(data.given_for) !== folded(text)) {
    return _("Je zin veranderde. Hij staat nergens tot je opnieuw kiest.")
  }
  return _("Je zin staat nergens tot je kiest.")
}
