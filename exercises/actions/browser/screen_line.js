// All first steps on one line of time: cards above and below the tape in turn, by day.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check, FigureAt, Tile } from "../../kit/browser/figures.js"
import { Fitted, Name } from "../../kit/browser/name.js"
import { Foot } from "./foot.js"

const SIZE = 92
const BESIDE = 88

export function FirstSteps({ data }) {
  return html`
    <h1>${_("Onze eerste stappen")}</h1>
    ${data.total > 0 && html`
      <p class="beside-title"><b>${_("{n} van de {m}", {
        n: data.helped,
        m: data.total,
      })}</b> ${data.helped === 1 ? _("krijgt al hulp") : _("krijgen al hulp")}</p>
    `}
    ${!data.total && html`<p class="lead">${_("Nog geen eerste stap op de lijn.")}</p>`}
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
      ${data.cards.map((card) =>
        html`
          <${Stem} key=${card.key} card=${card} data=${data} />
        `
      )}
    </svg>
    ${data.cards.map((card) => html`<${Card} key=${card.key} card=${card} data=${data} />`)}
    <${Foot} data=${data} />
  `
}

/** The stem of a card, who pulls it on the tape, and who helps. */
function Stem({ card, data }) {
  const { stem, top } = card.place
  const [tape, under] = data.tape
  const line = card.above ? `M${stem} ${top + 240}V${tape - 138}` : `M${stem} ${under}V${top}`
  return html`
    <g>
      <path d=${line} stroke="var(--ink)" stroke-width="4" />
      <${FigureAt} x=${stem} y=${data.soles} size=${SIZE} tile=${card.party.tile}
        pose=${card.pose} />
      ${card.helpers.slice(0, 1).map((one) =>
        html`
          <g key=${one.id} class="walks-in">
            <${FigureAt} x=${stem + BESIDE}
              y=${data.soles} size=${SIZE} tile=${one.tile} pose="zij" />
          </g>
        `
      )}
    </g>
  `
}

function Card({ card, data }) {
  const { left, top, stem } = card.place
  const tag = card.above ? top + 248 : top - 56
  return html`
    <article class="first-step" style=${`left:${left}px;top:${top}px`}>
      <header>
        <${Tile} tile=${card.party.tile} size=${54} />
        <${Name} of=${card.party} />
      </header>
      <${Fitted} class="step" forms=${[card.step || _("wordt nog ingekort")]} />
      <${HelpLine} card=${card} />
    </article>
    <p class=${card.day ? "day-tag" : "day-tag is-open"} style=${`left:${
      stem - 130
    }px;top:${tag}px`}><span>${card.done ? html`<${Check} size=${30} />` : null}${card.day ||
      _("welke dag?")}</span></p>
    <p class=${card.who ? "pulls" : "pulls is-open"} style=${`left:${stem - 150}px;top:${
      data.tape[0]
    }px`}>
      <${Fitted} forms=${[card.who || _("wie doet het?")]} />
    </p>
  `
}

/** Who helps; else who offered to; else the question. */
export function HelpLine({ card }) {
  const [first, ...more] = card.helpers
  if (first) {
    const words = more.length ? _("en nog {n} helpen", { n: more.length }) : _("helpt")
    return html`<p class="help"><${Tile} tile=${first.tile} size=${44} /><${Name}
      of=${first} /><span>${words}</span></p>`
  }
  const [offer] = card.offers
  if (offer) {
    return html`<p class="help"><${Tile} tile=${offer.tile} size=${44} /><${Name}
      of=${offer} /><span>${_("wil helpen")}</span></p>`
  }
  return html`<p class="help ask"><b>${_("Wie helpt mee?")}</b></p>`
}
