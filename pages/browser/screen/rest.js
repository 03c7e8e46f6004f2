// The pages of the screen for the break and for the goodbye.
import { html } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { FigureAt, Tile } from "../../../exercises/kit/browser/figures.js"
import { Door, Floor, Wall } from "../../../exercises/kit/browser/scenery.js"
import { breakMore, breakTitle, Timer } from "../../../exercises/kit/browser/clock.js"

const Hall = ({ top, depth, children }) =>
  html`<svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
  <${Floor} top=${top} bottom=${3600} depth=${depth} /><${Wall} top=${top} />${children}
</svg>`

/** One of each organisation, twelve at most, so that everyone finds the own tile at the coffee. */
const tilesOf = (lobby) => {
  const tiles = lobby.organisations.map((one) => one.tile).slice(0, 12)
  return tiles.length ? tiles : [null, null, null]
}

/** In threes around standing tables: nobody drinks coffee in a row. */
export function Pause({ lobby, interlude, timer, api }) {
  const tiles = tilesOf(lobby)
  const groups = split(tiles, Math.ceil(tiles.length / 3))
  const width = 1776 / groups.length
  const scale = groups.length > 2 ? 1.1 : 1.5
  return html`
    <section class="rest">
      <${Hall} top=${520} depth=${410}>${groups.map((group, at) =>
        html`<${Table} x=${72 + width * (at + 0.5)} y=${
          at % 2 ? 1000 : 940
        } scale=${scale} tiles=${group} />`
      )}<//>
        <h1>${breakTitle(interlude)}</h1>
        <p class="lead">${interlude
          ? breakMore(interlude)
          : _("Drink iets. Straks gaan we verder.")}</p>
        ${timer && !timer.paused && html`
          <p class="rest-timer">
            <${Timer} timer=${timer} api=${api} />
          </p>
        `}
      </section>
  `
}

/** What a talk is about, large, above people who stand together and listen. */
export function Talk({ lobby, interlude, api }) {
  const tiles = tilesOf(lobby)
  const step = 1500 / Math.max(tiles.length, 5)
  const left = 960 - step * (tiles.length - 1) / 2
  return html`
    <section class="rest talk">
      <${Hall} top=${620} depth=${410}>${tiles.map((tile, at) =>
        html`
          <${FigureAt} x=${left + at * step} y=${at % 2 ? 960 : 900} size=${190}
            tile=${tile} pose=${at % 3 === 1 ? "staat" : "zij"} flip=${at >= tiles.length / 2} />
        `
      )}<//>
      <h1>${interlude.title}</h1>
      ${interlude.timer && !interlude.timer.paused && html`
        <p class="rest-timer">
          <${Timer} timer=${interlude.timer} api=${api} />
        </p>
      `}
    </section>
  `
}

const split = (list, parts) => {
  const size = Math.ceil(list.length / parts)
  return Array.from({ length: parts }, (_none, at) => list.slice(at * size, at * size + size))
    .filter((group) => group.length)
}

const AROUND = [{ x: -122, y: 4 }, { x: 122, y: 0, flip: true }, { x: 8, y: -74 }]

function Table({ x, y, scale, tiles }) {
  const guest = (tile, at) =>
    html`<${FigureAt} ...${AROUND[at]} size=${165} tile=${tile} pose=${
      at === 2 ? "staat" : "koffie"
    } />`
  return html`<g transform=${`translate(${x} ${y}) scale(${scale})`}>
    ${tiles.slice(2).map((tile) => guest(tile, 2))}
    <${Furniture} />
    ${tiles.slice(0, 2).map(guest)}
  </g>`
}

/**
 * A high table with a coffee pot, set aside so that the sign of who stands behind it can be seen.
 */
const Furniture = () =>
  html`<g stroke="var(--ink)" stroke-width="4.5" stroke-linejoin="round" stroke-linecap="round">
  <ellipse cx="0" cy="14" rx="56" ry="9" fill="#C9BA9A" stroke="none" />
  <path d="M-5 -102h10V8h-10zM-38 14c6-12 70-12 76 0z" fill="#8A5B2E" />
  <path d="M-62 -114h124v13h-124z" fill="#B98A55" />
  <g transform="translate(-30 -114) scale(.78)">
    <path d="M-16 0l4-44h24l4 44zM15 -36c20-2 20 26 2 26" fill="var(--sheet)" />
    <path d="M-12 -44c4-9 20-9 24 0M0 -51v-4M-14 -24l-15-14" fill="none" />
  </g>
</g>`

const POSES = ["zwaait", "staat", "zwaait", "koffie"]

/** Everybody at the open door, on one floor of all the tiles. */
export function Closing({ lobby }) {
  const tiles = tilesOf(lobby)
  const many = tiles.length > 7
  const step = many ? 1290 / (tiles.length - 1) : 196
  return html`
    <section class="rest closing">
      <${Hall} top=${690} depth=${404}>
          <${Door} />
          ${tiles.map((tile, at) =>
            html`<${FigureAt} x=${136 + at * step} y=${at % 2 ? 884 : 858} size=${
              many ? 128 : 165
            } tile=${tile} pose=${POSES[at % 4]} />`
          )}
        <//>
        <h1><span>${_("Dank je.")}</span> <span>${_("Tot bij elkaar over de vloer.")}</span></h1>
        ${lobby.organisations.length > 0 && html`<${Tiles} organisations=${lobby.organisations} />`}
      </section>
  `
}

const ACROSS = 36 // also fills a screen that is twice as wide as high

function Tiles({ organisations }) {
  const row = Array.from(
    { length: ACROSS },
    (_none, at) => organisations[at % organisations.length],
  )
  return html`<div class="farewell" aria-hidden="true">${
    row.map((one) => html`<${Tile} tile=${one.tile} size=${100} />`)
  }</div>`
}
