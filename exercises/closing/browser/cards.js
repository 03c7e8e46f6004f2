// Chapters in words: what many recognised, a gift and its sequel, quotes one by one, actions.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { AreaIcon, Tile } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"
import { photoUrl } from "../../kit/browser/note_photo.js"
import { Sketch } from "../../kit/browser/sketch.js"
import { Who } from "./who.js"
import { Together } from "./words.js"

// Two last words of so many characters fit beside each other on a card.
const NARROW = 12

export function Cards({ data }) {
  const kind = data.cards[0].kind
  const Card = CARDS[kind]
  return html`
    ${kind !== "quote" && html`<h1 class="cards-title" dir="auto">${data.title}</h1>`}
    <div class=${`cards ${kind}s of-${data.cards.length}`}>${data.cards.map((card, at) =>
      html`
        <${Card} key=${`${data.page}/${at}`} card=${card} activity=${data.activity} />
      `
    )}</div>
    ${data.pages > 1 &&
      html`<p class="page">${_("{n} van de {m}", { n: data.page, m: data.pages })}</p>`}
  `
}

/** Words as large as fits in what holds them. */
function Fitting({ cls, content, children }) {
  const area = useRef(null)
  useFit(area, content)
  return html`<div class=${cls} ref=${area}>${children}</div>`
}

function Moment({ card }) {
  return html`
    <section class="card">
      <p class=${`half ${card.half}`}>${card.half === "top" ? _("Top") : _("Flop")}</p>
      <${Fitting} cls="text" content=${card.text}><b dir="auto"><${Together}
        text=${card.text} most=${NARROW} /></b><//>
        <p class="told">${card.told}</p>
        ${card.words.length > 0 &&
          html`<ul class="shared">${
            card.words.map((one) => html`<li dir="auto">${one}</li>`)
          }</ul>`}
      </section>
  `
}

function Gift({ card, activity }) {
  const { from, to } = card
  const seen = card.photo || card.items.length > 0
  const words = card.gift || (seen ? "" : card.heading)
  // A gift of which nothing may be shown here leaves all the room to what became of it.
  const alone = !words && !seen
  const giver = html`
    <p class="house">${from.tile && html`<${Tile} tile=${from.tile} size=${60} />`}<span
      dir="auto">${from.name
        ? _("Cadeau van {name}", { name: from.name })
        : _("Cadeau van de groep")}</span></p>
  `
  return html`
    ${!alone && html`
      <section class="card given">
        ${giver}
        ${words
          ? html`
            <${Fitting} cls="text" content=${words}>
              <b dir="auto"><${Together} text=${words} most=${NARROW} /></b><//>
          `
          : html`
            <p class="told" dir="auto">${card.heading}</p>
            ${card.photo
              ? html`
                <img class="photo" src=${photoUrl(activity, card.photo)}
                  alt=${_("Een foto van het bezoek")} />
              `
              : html`
                <${Sketch} items=${card.items} label=${_("Een tekening zonder woorden")} />
              `}
          `}
      </section>
    `}
    <section class=${alone ? "card sequel is-alone" : "card sequel"}>
      ${alone && giver}
      <p class="house">${to.tile && html`<${Tile} tile=${to.tile} size=${60} />`}<span
        dir="auto">${_("{name} deed ermee:", { name: to.name })}</span></p>
      <${Fitting} cls="text" content=${card.text}><b dir="auto"><${Together}
        text=${card.text} most=${NARROW} /></b><//>
    </section>
  `
}

function Quote({ card }) {
  return html`
    <${Fitting} cls="single" content=${card.text + card.name + card.house}>
      <blockquote dir="auto">
        <${Together}
          text=${_("‘{words}’", { words: card.text })} />
      </blockquote>
      <${Who} quote=${card} />
      <//>
  `
}

function Action({ card }) {
  return html`
    <section class="card">
      <p class="house">${card.tile && html`<${Tile} tile=${card.tile} size=${60} />`}<span
          dir="auto">${card.name}</span></p>
      <${Fitting} cls="text" content=${card.text}><b dir="auto"><${Together}
        text=${card.text} most=${NARROW} /></b><//>
        <p class=${`state is-${card.state}`}>${card.area &&
          html`<${AreaIcon} area=${card.area} size=${52} />`}<span>${card.told}</span></p>
      </section>
  `
}

const CARDS = { moment: Moment, gift: Gift, quote: Quote, action: Action }
