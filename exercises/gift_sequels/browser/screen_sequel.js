// One gift with what became of it, large: readable at eight metres.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { photoUrl } from "../../kit/browser/note_photo.js"
import { useFit } from "../../kit/browser/fit.js"
import { Fitted } from "../../kit/browser/name.js"
import { Parcel } from "../../kit/browser/parcel.js"
import { Sketch } from "../../kit/browser/sketch.js"
import { Teller } from "./screen.js"

export function Sequel({ data }) {
  const { now } = data
  const { gift } = now
  const then = gift.earlier[0]
  return html`
    <${Teller} party=${now.party} />
    <p class="lead from">
      <${Fitted} forms=${[gift.from.name, gift.from.short].filter(Boolean).map((name) =>
        _("over het cadeautje van {name}", { name: `\u2068${name}\u2069` })
      )} />
    </p>
    ${gift.heading ? html`<${Note} gift=${gift} activity=${data.activity} />` : html`
      <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
        <g transform="translate(500 900) scale(1.7)">
          <${Parcel} gift=${gift} look=${data.look} state="open" />
        </g>
      </svg>
    `}
    <${Became} gift=${gift} />
    ${gift.action
      ? html`<${Slip} action=${gift.action} />`
      : gift.linked && html`<p class="slip">${_("Hieruit groeide een actie.")}</p>`}
    ${then && html`
      <p class="cloth then">${_("{when}: {text}", { when: then.when, text: then.text })}</p>
    `}
  `
}

/** The note that its host lets the group see. */
function Note({ gift, activity }) {
  const box = useRef(null)
  useFit(box, gift.words)
  const drawn = gift.items.length > 0
  return html`
    <article class=${drawn ? "sheet gave-note drawn" : "sheet gave-note"}>
      <h2>${gift.heading}</h2>
      ${gift.photo && html`
        <img class="photo" src=${photoUrl(activity, gift.photo)}
          alt=${_("Een foto van het bezoek")} />
      `}
      ${drawn && html`
        <${Sketch} items=${gift.items} label=${gift.words || _("Een tekening zonder woorden")} />
      `}
      ${gift.words && html`
        <div class="said" ref=${box}>
          <p dir="auto">${gift.words}</p>
        </div>
      `}
    </article>
  `
}

function Became({ gift }) {
  const box = useRef(null)
  useFit(box, gift.text)
  return html`
    <article class=${gift.action || gift.linked
      ? "sheet spoken became has-slip"
      : "sheet spoken became"}>
      <div class="said" ref=${box}>
        <p dir="auto">${gift.said ? gift.text : _("Zij vertellen het zelf.")}</p>
      </div>
    </article>
  `
}

function Slip({ action }) {
  const box = useRef(null)
  useFit(box, action)
  return html`
    <div class="slip" ref=${box}>
      <p dir="auto"><span class="grew">${_(
        "Hieruit groeide",
      )}</span> ${action}</p>
    </div>
  `
}
