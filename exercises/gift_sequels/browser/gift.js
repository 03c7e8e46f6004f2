// One gift on a phone of who received it.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check, Chevron } from "../../kit/browser/figures.js"
import { photoUrl } from "../../kit/browser/note_photo.js"
import { ParcelPicture } from "../../kit/browser/parcel.js"
import { savingTrouble } from "../../kit/browser/saving.js"
import { Sketch } from "../../kit/browser/sketch.js"
import { Writing } from "../../kit/browser/writing.js"
import { Before } from "./before.js"
import { FromHome } from "./from_home.js"
import { withGiver } from "./said.js"
import { WhoReads } from "./who_reads.js"

export function OneGift({ gift, data, scene, api, away }) {
  return html`
    <div class="from">
      <${ParcelPicture} gift=${gift} look=${data.look} state="open" height=${92} />
      <h1>${_("Een cadeautje van")} <b class="name" translate="no" dir="auto">${gift.from
        .name}</b></h1>
    </div>
    ${gift.earlier.map((one) =>
      html`
        <p class="then" key=${one.when}><b>${_("{when} zeiden jullie:", {
          when: then(one.when),
        })}</b> <span dir="auto">${one.text}</span></p>
      `
    )}
    ${gift.unread ? html`<${FromHome} />` : html`
      <${Sentence} gift=${gift} data=${data} scene=${scene} api=${api} />
      <${Notes} gift=${gift} activity=${data.activity} scene=${scene} api=${api} />
      ${data.actions.length > 0 &&
        html`<${Grew} gift=${gift} actions=${data.actions} scene=${scene} api=${api} />`}
      <${WhoReads} told=${gift.told} over=${data.over} />
    `}
    ${away && html`
      <div class="foot">
        <button type="button" class="btn quiet" onClick=${away}><${Chevron} dir="left"
          size=${22} />${_("Alle cadeautjes")}</button>
      </div>
    `}
  `
}

const then = (when) => /^\d/.test(when) ? _("Op {day}", { day: when }) : when

/** What they did with it; 'nog niets' is an answer like any other. */
function Sentence({ gift, data, scene, api }) {
  const slot = gift.slots.text
  const sent = api.slot(slot)
  const now = sent.own ?? gift
  // a chosen 'nog niets' stands beside an empty field
  const nothing = Boolean(now.nothing) && !(now.text ?? "").trim()
  const own = withGiver(api, slot, gift.giver)
  const choose = () => own.send(slot, { text: "", nothing: !nothing })
  return html`
    <div class="tell">
      <${Writing} key=${slot} slot=${slot} stored=${gift.text} label=${data.ask} rows=${3}
        hint=${_("Eén zin volstaat.")} limit=${data.limit} api=${own} disabled=${!scene.open} />
      ${gift.by && gift.text && html`
        <p class="muted by">${_("Geschreven door {name}.", {
          name: `\u2068${gift.by}\u2069`,
        })}</p>
      `}
      ${scene.open && !(now.text ?? "").trim() && !api.draft(slot) && html`
        <button type="button" class=${nothing ? "way on" : "way"} aria-pressed=${nothing}
          onClick=${choose}><span>${data.nothing}</span>${nothing &&
            html`<${Check} size=${22} />`}</button>
        ${nothing &&
          html`<p class="muted" role="status">${_("Dat mag. Het is een eerlijk antwoord.")}</p>`}
      `}
      <${Before} texts=${gift.before} back=${(text) => own.send(slot, { text })} scene=${scene} />
    </div>
  `
}

/** Which note of the gift the group may see beside the sentence; none unless somebody chose. */
function Notes({ gift, activity, scene, api }) {
  const [open, unfold] = useState(false)
  const slot = gift.slots.note
  const sent = api.slot(slot)
  const { note } = sent.own ?? gift
  const chosen = gift.notes.find((one) => one.note === note)
  if (!gift.notes.length) {
    return html`<p class="muted gone-notes">${
      gift.lost
        ? _("Wat erin zat, is hier niet meer te lezen. Jullie zin blijft staan.")
        : _("Wat erin zat, toont deze gsm niet. Een zin schrijven kan wel.")
    }</p>`
  }
  const choose = (one) => {
    const { note = "", words = "", photo = "" } = one ?? {}
    api.send(slot, { note, words, photo })
  }
  return html`
    <fieldset class="notes">
      <legend>${_("Welk briefje mag de groep zien?")}</legend>
      <button type="button" class="unfold" aria-expanded=${open} onClick=${() => unfold(!open)}>
        <span>${chosen ? chosen.heading : _("Geen. De groep ziet alleen het pakje.")}</span>
        <${Chevron} dir=${open ? "up" : "down"} size=${22} />
      </button>
      ${!open && chosen && html`<${Inside} one=${chosen} activity=${activity} />`}
      ${open && html`
        <ul>${gift.notes.map((one) =>
          html`
            <li key=${one.note} class=${one === chosen ? "is-on" : ""}>
              <h2>${one.heading}</h2>
              <${Inside} one=${one} activity=${activity} />
              <button type="button" class="way" aria-pressed=${one === chosen}
                aria-disabled=${!scene.open} aria-label=${_("Toon dit: {heading}", {
                  heading: one.heading,
                })}
                onClick=${() => scene.open && choose(one === chosen ? null : one)}><span>${one ===
                    chosen
                  ? _("De groep mag dit zien")
                  : _("Toon dit briefje")}</span>${one === chosen &&
                  html`<${Check} size=${22} />`}</button>
            </li>
          `
        )}</ul>
      `}
      ${savingTrouble(sent)}
    </fieldset>
  `
}

const Inside = ({ one, activity }) =>
  html`
    ${one.photo && html`
      <img class="photo" src=${photoUrl(activity, one.photo)} alt=${_("Een foto van het bezoek")} />
    `}
    ${one.items.length > 0 &&
      html`<${Sketch} items=${one.items} label=${one.text || _("Een tekening zonder woorden")} />`}
    ${one.text && html`<p class="inside" dir="auto">${one.text}</p>`}
  `

/** The action of the own plan that grew from it. */
function Grew({ gift, actions, scene, api }) {
  const slot = gift.slots.action
  const sent = api.slot(slot)
  const number = sent.own?.action ?? gift.action
  return html`
    <label class="grew">${_("Groeide hier een actie uit?")}
      <select class="field" value=${String(number)} disabled=${!scene.open} onChange=${(event) =>
        api.send(slot, { action: Number(event.target.value) })}>
        <option value="0" selected=${number === 0}>${_("Nee, of nog niet")}</option>
        ${actions.map((one) =>
          html`
            <option key=${one.number} value=${String(one.number)}
              selected=${number === one.number}>${one.text}</option>
          `
        )}
      </select>
    </label>
    ${savingTrouble(sent)}
  `
}
