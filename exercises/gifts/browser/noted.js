// What guests noted on the visit and shared, beside the gift for their host: to put in one of its
// notes.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { length } from "../../kit/browser/too_long.js"
import { NotedPhotos } from "./noted_photos.js"

// What somebody said goes with the sentence that stayed; the rest with what is appreciated.
const GOES_WITH = { quote: "phrase", note: "like", question: "like" }

/** A list that unfolds. `reveal` shows the note of a kind where the words went. */
export function Noted({ gift, limit, activity, api, reveal }) {
  const [said, say] = useState("")
  if (!gift.noted.length) return null
  const put = (one) => {
    const kind = gift.kinds.find((found) => found.key === GOES_WITH[one.kind])
    if (!kind) return
    const now = api.draft(kind.slot) || (api.slot(kind.slot).own?.text ?? kind.text)
    if (now.includes(one.text)) return say(_("Dat staat er al in."))
    const text = now.trim() ? `${now.trim()}\n${one.text}` : one.text
    if (length(text) > limit) return say(_("Dat past niet meer op dit briefje. Maak het korter."))
    api.keep(kind.slot, "")
    api.send(kind.slot, { text })
    say(_("Het staat nu bij: {heading}", { heading: kind.heading }))
    reveal(kind.key)
  }
  return html`
    <details class="noted">
      <summary>${_("Uit jullie schriftje")}</summary>
      <ul>${gift.noted.map((one) =>
        html`<li key=${one.text + one.photos.map((photo) => photo.slot).join()}>
        ${
          one.text && html`
            <p dir="auto">${one.text}</p>
            <button type="button" class="btn quiet" onClick=${() => put(one)}>${_(
              "Zet dit in het cadeautje",
            )}</button>
          `
        }
        <${NotedPhotos} photos=${one.photos} activity=${activity} api=${api} say=${say} /></li>`
      )}</ul>
      <p class="muted small" role="status">${said}</p>
    </details>
  `
}
