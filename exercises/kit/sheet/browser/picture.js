// The picture of the sheet: one of the drawn cards, or a photo. The last one chosen counts; both
// phones see who chose.
import { html, useRef } from "../../browser/vendor/htm-preact.js"
import { _ } from "../../browser/i18n.js"
import { Alert, Check, Clock, Unplugged } from "../../browser/figures.js"
import { savingTrouble } from "../../browser/saving.js"
import { usePhoto } from "../../browser/photo.js"
import { CardPicture, SheetPicture, useCards } from "./deck.js"
import { valueOf } from "./parts.js"

/** The field of a picture; `field` as in `data.pages`. */
export function PictureField({ field, data, scene, api, closed }) {
  const cards = useCards(field.cards)
  const { slot } = field
  const sent = api.slot(slot)
  const photo = usePhoto({
    activity: scene.activity,
    name: slot,
    api,
    arrived: ({ id }) => api.send(slot, { photo: id }),
  })
  const kept = data.pictures[slot]
  const { card: chosenCard } = valueOf(data, slot, api)
  const shown = pictureOf(data, slot, api, cards)
  const pick = (id) => {
    photo.forget()
    api.send(slot, { card: id })
  }
  return html`<div class="picture">
    ${
    (shown || photo.preview) && html`
      <div class="shown sheet">
        <${SheetPicture} picture=${shown} preview=${photo.preview} />
      </div>
    `
  }
    <p class="picture-state" role="status"><${State} photo=${photo} sent=${sent}
      kept=${kept} /></p>
    ${!closed && field.camera && html`<${Camera} photo=${photo} />`}
    ${
    !closed && field.cards && html`
      <fieldset class="cards">
        <legend>${field.camera ? _("Of kies een beeld") : _("Kies een beeld")}</legend>
        <div class="spread">${cards.map((one) =>
          html`<label key=${one.id} class=${one.id === chosenCard ? "is-on" : ""}>
        <input type="radio" name=${`odv-card-${slot}`} class="visually-hidden" checked=${
            one.id === chosenCard
          } onChange=${() => pick(one.id)} />
        <${CardPicture} file=${one.file} alt=${one.alt} />${
            one.id === chosenCard && html`<span class="tick"><${Check} size=${24} /></span>`
          }
      </label>`
        )}</div>
      </fieldset>
    `
  }
  </div>`
}

/** The picture in a slot as it is drawn: what was chosen here counts before the server has it. */
export function pictureOf(data, slot, api, cards = []) {
  const { own } = api.slot(slot)
  if (!own) return data.pictures[slot]?.chosen ?? null
  if (own.photo) return { photo: own.photo, alt: _("De foto op deze fiche") }
  return cards.find((one) => one.id === own.card) ?? data.pictures[slot]?.chosen ?? null
}

function Camera({ photo }) {
  const busy = photo.status === "shrinking" || photo.status === "sending"
  return html`
    <div class="camera">
      <${PickFile} label=${_("Neem een foto")} photo=${photo} busy=${busy} capture="environment" />
      <${PickFile} label=${_("Kies een foto")} photo=${photo} busy=${busy} />
    </div>
  `
}

function PickFile({ label, photo, busy, capture = null }) {
  const input = useRef(null)
  const picked = () => {
    photo.choose(input.current.files[0])
    input.current.value = "" // the same file once more is a choice too
  }
  return html`
    <button type="button" class="btn quiet" aria-disabled=${busy}
      onClick=${() => input.current.click()}>${label}</button>
    <input ref=${input} type="file" class="file" accept="image/jpeg,image/png,image/webp"
      capture=${capture} tabindex="-1" aria-hidden="true" onChange=${picked} />
  `
}

function State({ photo, sent, kept }) {
  if (photo.status === "shrinking") {
    return html`<span class="pending"><${Clock} />${_("De foto wordt klaargemaakt.")}</span>`
  }
  if (photo.status === "sending") {
    return html`<span class="pending"><${Clock} />${
      _("De foto is onderweg: {n} %", { n: Math.round((photo.progress ?? 0) * 100) })
    }</span>`
  }
  if (photo.status === "waiting") {
    return html`<span class="refused"><${Unplugged} />${
      _("De foto is nog niet verstuurd. Je gsm probeert het opnieuw.")
    }</span>`
  }
  if (photo.status === "refused") {
    return html`<span class="refused"><${Alert} />${photo.reason}</span>`
  }
  const trouble = savingTrouble(sent)
  if (trouble) return trouble
  if (sent.status === "sending") {
    return html`<span class="pending"><${Clock} />${_("Bezig met bewaren.")}</span>`
  }
  if (!kept) return html`<span class="muted">${_("Nog geen beeld gekozen.")}</span>`
  return html`<span class="saved"><${Check} />${
    kept.by ? _("{who} koos dit beeld.", { who: `\u2068${kept.by}\u2069` }) : _("Bewaard.")
  }</span>`
}
