// Beginoefening on a phone: the question, one sentence and one choice.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { ChooseOne } from "../../kit/browser/choose_one.js"
import { _ } from "../../kit/browser/i18n.js"
import { Writing } from "../../kit/browser/writing.js"

const SEEN = {
  names: () => _("Op het scherm en in het verslag staat je naam bij je zin."),
  organisations: () => _("Op het scherm en in het verslag staat enkel je organisatie bij je zin."),
  nobody: () => _("Op het scherm en in het verslag staat je zin zonder je naam."),
}

// Next: words are a <${Writing}>, one of several a <${ChooseOne}>; what else is given by pressing
// is sent with `api.send(slot, payload)`, and a <${SavingState}> below it says whether it was
// saved. A field keeps its place while stages change.
export default function StarterPhone({ data, scene, api }) {
  return html`
    <div class="starter-phone">
      <div class="words">
        <h1 dir="auto">${data.ask}</h1>
        <p class="lead">${lead(scene)}</p>
      </div>
      <div class="write">
        <${Writing} key=${data.slot} slot=${data.slot} stored=${data.text} limit=${data.limit}
          rows=${3} api=${api} label=${_("Mijn zin")} hint=${_("In je eigen woorden.")}
          empty=${(SEEN[data.visibility] ?? SEEN.nobody)()} disabled=${!scene.open} />
      </div>
      <${ChooseOne} choice=${data.when} legend=${data.when_ask} api=${api} open=${scene.open} />
    </div>
  `
}

function lead(scene) {
  if (!scene.open) return _("Schrijven kan nu niet meer. Kijk naar het scherm.")
  return scene.shown ? _("Kijk naar het scherm. Je zin mag nog anders.") : _("Eén zin volstaat.")
}
