// Photos of the notebook beside the gift: each goes in, or comes out again, with a tap.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { photoUrl } from "../../kit/browser/note_photo.js"
import { Alert, Check, Unplugged } from "../../kit/browser/figures.js"
import { notYet } from "../../kit/browser/saving.js"

/** Whether a photo is in the gift; what was tapped here counts at once. */
export function isIn(photo, api) {
  const sent = api.slot(photo.slot).own
  return sent ? Boolean(sent.photo) : photo.on
}

/** The photos of one note. `say` tells aloud what happened. */
export const NotedPhotos = ({ photos, activity, api, say }) =>
  photos.map((one) => html`<${Row} key=${one.slot} one=${one} ...${{ activity, api, say }} />`)

/** The photos that are in the gift, among its notes. */
export function PhotosIn({ gift, activity, api }) {
  const inside = gift.noted.flatMap((one) => one.photos).filter((one) => isIn(one, api))
  return inside.map((one) =>
    html`
      <section class="note photo" key=${one.slot}>
        <h2>${_("Een foto van ons bezoek")}</h2>
        <${Row} one=${one} activity=${activity} api=${api} />
      </section>
    `
  )
}

function Row({ one, activity, api, say }) {
  const sent = api.slot(one.slot)
  const there = isIn(one, api)
  const tap = () => {
    api.send(one.slot, { photo: there ? "" : one.photo })
    say?.(there ? _("De foto is eruit.") : _("De foto zit in het cadeautje."))
  }
  return html`
    <div class="photo-row">
      <img src=${photoUrl(activity, one.photo)} alt=${_("Een foto van het bezoek")}
        loading="lazy" />
      <button type="button" class="btn quiet" onClick=${tap}>${there
        ? html`<${Check} />${_("Haal de foto eruit")}`
        : _("Zet de foto in het cadeautje")}</button>
      ${sent.status === "refused" &&
        html`<p class="refused" role="alert"><${Alert} />${sent.reason}</p>`}
      ${sent.status === "waiting" && html`<p class="refused"><${Unplugged} />${notYet(sent)}</p>`}
    </div>
  `
}
