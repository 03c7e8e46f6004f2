// The picture of the sheet: one of the drawn cards, or a photo. The last one chosen counts; both
// phones see who chose.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Alert, Check, Clock, Unplugged } from "../../kit/browser/figures.js"
import { savingTrouble } from "../../kit/browser/saving.js"
import { usePhoto } from "../../kit/browser/photo.js"
import { CardPicture, SheetPicture, useCards } from "./cards.js"

export function PicturePart({ picture, scene, api, closed }) {
  const cards = useCards()
  const sent = api.slot(picture.slot)
  const photo = usePhoto({
    activity: scene.activity,
    name: picture.slot,
    api,
    arrived: ({ id }) => api.send(picture.slot, { photo: id }),
  })
  const pending = sent.own
  const chosenCard = pending ? pending.card : picture.chosen?.card
  const card = cards.find((one) => one.id === chosenCard)
  const shown = pending?.photo
    ? { photo: pending.photo, alt: _("De foto van deze organisatie") }
    : card
    ? card
    : picture.chosen
  const pick = (id) => {
    photo.forget()
    api.send(picture.slot, { card: id })
  }
  return html`<div class="part">
    <p class="question" dir="auto">${picture.question}</p>
    ${
    (shown || photo.preview) && html`
      <div class="shown sheet">
        <${SheetPicture} picture=${shown} preview=${photo.preview} />
      </div>
    `
  }
    <p class="picture-state" role="status"><${State} photo=${photo} sent=${sent}
      picture=${picture} /></p>
    ${!closed && picture.camera && html`<${Camera} photo=${photo} />`}
    ${
    !closed && html`
      <fieldset class="cards">
        <legend>${picture.camera ? _("Of kies een beeld") : _("Kies een beeld")}</legend>
        <div class="spread">${cards.map((one) =>
          html`<label key=${one.id} class=${one.id === chosenCard ? "is-on" : ""}>
        <input type="radio" name="odv-card" class="visually-hidden" checked=${
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

function State({ photo, sent, picture }) {
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
  if (!picture.chosen) return html`<span class="muted">${_("Nog geen beeld gekozen.")}</span>`
  return html`<span class="saved"><${Check} />${
    picture.by ? _("{who} koos dit beeld.", { who: `\u2068${picture.by}\u2069` }) : _("Bewaard.")
  }</span>`
}
