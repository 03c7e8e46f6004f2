// The table with gifts on the screen: the table itself, and the card before a gift.
import { html } from "./vendor/htm-preact.js"
import { _ } from "./i18n.js"
import { Tile } from "./figures.js"
import { Name } from "./name.js"

const ROOMY_CARD = 80

/** The table of the screen; `low` where one gift is read, with the words above it. */
export function TableRoom({ low }) {
  const cloth = low ? 962 : 924
  const back = low ? 640 : 452
  return html`<svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
    <path d=${`M150 ${back}h1620l150 ${
    cloth - back
  }H0z`} fill="#E3D0A8" stroke="var(--ink)" stroke-width="5" stroke-linejoin="round" />
    <path d=${`M-1600 ${cloth}h5120v1600H-1600z`} fill="var(--sheet)" stroke="var(--ink)"
      stroke-width="5" />
    ${
    !low && html`
      <path d="M470 455 384 921M794 455l-52 466M1126 455l52 466M1450 455l86 466" stroke="#D3BD8D"
        stroke-width="4" fill="none" />
    `
  }
  </svg>`
}

/** Who gets it, and under that who gives it. On a full table the names need all the room. */
export function GiftCard({ gift }) {
  const { x, y, card, high } = gift.place
  const tight = high < ROOMY_CARD
  return html`
    <div class=${`card gift-card${gift.state === "empty" ? " waits" : ""}${
      tight ? " tight" : ""
    }`} style=${`left:${x}px;top:${y + 4}px;max-width:${card}px;height:${high}px`}>
      <p><${Tile} tile=${gift.to.tile} size=${tight ? 28 : 36} />${!tight &&
        html`<span class="for">${_("voor")}</span>`}<${Name} of=${gift.to} class="text" /></p>
      <p
        class="giver"><span class="for">${_("van")}</span><${Name} of=${gift
          .from} class="text" /></p>
    </div>
  `
}
