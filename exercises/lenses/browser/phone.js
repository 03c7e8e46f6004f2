// The lenses on a phone: who tells leafs through the own story and answers; who listens looks
// through a lens, and lays remarks beside the story.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { Hall } from "../../kit/browser/hall.js"
import { Listener } from "./phone_listener.js"
import { Elsewhere, Teller } from "./phone_teller.js"

export default function LensesPhone({ data, me, api }) {
  const Part = { teller: Teller, listener: Listener }[data.role] ?? Beside
  return html`
    <div class=${`lenses-phone is-${data.role}`}>
      <${Part} key=${data.story} data=${data} me=${me} api=${api} />
      <${Elsewhere} key=${`told-${data.story}`} data=${data} api=${api} />
    </div>
  `
}

/** A guest of the visit whose host tells it. */
function Beside({ data, me }) {
  return html`
    <div class="words">
      <h1>${_("Luister mee.")}</h1>
      <${Ends} data=${data} />
      <p class="lead">${_("Dit gaat over jullie bezoek. Jij hoeft nu niets te schrijven.")}</p>
    </div>
    <${Hall} me=${me} />
  `
}

/** Who went to whom, by name where the visitors tell; and who tells in their place. */
export function Ends({ data }) {
  return html`
    <${Visit} data=${data} />
    ${data.by === "host" && data.who && data.role !== "teller" && html`
      <p class="ends"><span>${_("De gastheer vertelt: {names}.", { names: data.who })}</span></p>
    `}
  `
}

function Visit({ data }) {
  const { visitor, host, title } = data.ends
  if (!visitor) return html`<p class="ends"><b dir="auto">${title}</b></p>`
  return html`
    <p class="ends">
      <${Tile} tile=${visitor.tile} size=${24} />
      <span><b class="name" translate="no" dir="auto">${data.by === "guests" && data.who ||
        visitor.name}</b>${host
        ? html`
          <i>${_("bij")}</i>
        `
        : html`
          <span dir="auto">${title}</span>
        `}</span>
      ${host && html`
        <span class="end"><${Tile} tile=${host.tile} size=${24} /><b class="name" translate="no"
          dir="auto">${host.name}</b></span>
      `}
    </p>
  `
}
