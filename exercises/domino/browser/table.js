// Stones, slips and threads on the table. A stone that is new lands from 24 px above; one that lies
// only gets smaller or larger with the whole table. What lies between stones is not moved along:
// where it lies anew it comes up when the stones have walked, hence the places in its keys.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { HalfSign, HALVES } from "./stones.js"

const AT_ONCE = 6
const STEP = 80

export function Table({ table, now }) {
  const landing = useLanding(table.stones)
  return html`<div class="table" role="img" aria-label=${
    ngettext("{n} steen op tafel", "{n} stenen op tafel", table.stones.length)
  }>
    <svg class="strands" viewBox="0 0 1920 1080" aria-hidden="true">${
    table.strands.map((one) =>
      html`<${Strand} key=${`${one.id} ${one.points}`} points=${one.points} />`
    )
  }</svg>
    ${
    table.stones.map((one) =>
      html`<${Laid} key=${one.id} one=${one} now=${one.id === now} wait=${landing.get(one.id)} />`
    )
  }
    ${table.knots.map((one) => html`<${Knot} key=${one.id} one=${one} />`)}
    ${
    table.strands.map((one) =>
      html`<${Said} key=${`s${one.id}`} one=${one} x=${one.at[0]} y=${one.at[1]} />`
    )
  }
    ${table.paper && html`<${Legend} paper=${table.paper} entries=${table.legend} />`}
  </div>`
}

/**
 * Which stones are new since the last draw, each with its wait in ms. On the first draw nobody
 * lands: they lie.
 */
function useLanding(stones) {
  const known = useRef(null)
  const waits = useRef(new Map()).current
  const fresh = known.current ? stones.filter((one) => !known.current.has(one.id)) : []
  fresh.forEach((one, at) => waits.set(one.id, Math.max(0, at - AT_ONCE + 1) * STEP))
  known.current = new Set(stones.map((one) => one.id))
  return waits
}

function Laid({ one, now, wait }) {
  const flat = one.turn % 2 === 0
  const order = one.turn > 1 ? ["flop", "top"] : HALVES
  const style =
    `transform:translate(${one.x}px,${one.y}px);width:${one.width}px;height:${one.height}px`
  const kind = `laid ${flat ? "is-flat" : "is-upright"}${now ? " is-now" : ""}${
    wait === undefined ? "" : " lands"
  }`
  const [x, y, side] = one.mark
  const first = `${one.split - 7.5}px minmax(0,1fr)`
  return html`
    <div class=${kind} style=${`${style};--wait:${wait ?? 0}ms`}>
      <div class="body" style=${flat
        ? `grid-template-columns:${first}`
        : `grid-template-rows:${first}`}>${order.map((half) =>
          html`<${Face} key=${half} half=${half} words=${one.words?.[half]} side=${
            Math.min(side, 56)
          } />`
        )}
          ${one.tile &&
            html`<span class="mark" style=${`left:${x - one.x - side / 2}px;top:${
              y - one.y - side / 2
            }px`}><${Tile} tile=${one.tile} size=${side} /></span>`}
        </div>
    </div>
  `
}

function Face({ half, words, side }) {
  if (!words) {
    return html`
      <div class=${`face is-${half} bare`}>
        <${HalfSign} half=${half} size=${side} />
      </div>
    `
  }
  return html`
    <div class=${`face is-${half}`} style=${`font-size:${words.size}px;padding:${
      words.inset - 5
    }px 0 0 ${words.inset}px`}>
      <span class="lines">${words.lines.map((line, at) =>
        html`<span class="line">${
          at === 0 && html`<${HalfSign} half=${half} size=${words.size * 0.9} />`
        }<span dir="auto">${line}</span></span>`
      )}</span>
    </div>
  `
}

/** Where two stones touch: a knot, and beside it what they share; or its number. */
function Knot({ one }) {
  return html`${
    !one.number &&
    html`
      <i class="knot" key=${`${one.x} ${one.y}`}
        style=${`transform:translate(${one.x}px,${one.y}px)`}></i>
    `
  }<${Said} one=${one} x=${one.x} y=${one.y} />`
}

/**
 * What is shared: beside its joint or on its thread, or a number there; the same number stands
 * before the words.
 */
const Said = ({ one, x, y }) =>
  html`${one.number > 0 && html`<${Number} key=${`n${x} ${y}`} n=${one.number} x=${x} y=${y} />`}${
    one.slip && html`<${Slip} key=${placeOf(one.slip)} slip=${one.slip} />`
  }`

const placeOf = ({ x, y, width, height }) => [x, y, width, height].join(" ")

const Number = ({ n, x, y }) =>
  html`<b class="number" style=${`transform:translate(${x}px,${y}px)`}>${n}</b>`

/** What is shared where its words found no place beside the stones. */
function Legend({ paper, entries }) {
  const size = `width:${paper.width}px;height:${paper.height}px`
  return html`
    <div class="table-legend" style=${`left:${paper.x}px;top:${paper.y}px;${size}`}></div>
        ${entries.map((one) =>
          html`
            <${Number} key=${`n${one.x} ${one.y}`} n=${one.number} x=${one.x} y=${one.y} />
            <p class="entry" key=${`${one.x} ${one.y}`} dir="auto" style=${`transform:translate(${
              one.x + 32
            }px,${one.y - 18}px)`}>${one.text}</p>
          `
        )}
  `
}

function Slip({ slip }) {
  const along = slip.side === "below" || slip.side === "above" ? "left" : "top"
  const size = `width:${slip.width}px;height:${slip.height}px;font-size:${slip.size}px`
  return html`
    <p class=${`slip is-${slip.side}`}
      style=${`transform:translate(${slip.x}px,${slip.y}px);${size}`}>
        ${slip.side !== "on" && slip.side !== "far" &&
          html`<i class="point" style=${`${along}:${slip.point}px`}></i>`}
        ${slip.number > 0 && html`<b class="count">${slip.number}</b>`}
        <span class="said">${slip.lines.map((line) =>
          html`<span dir="auto">${line}</span>`
        )}</span></p>
  `
}

function Strand({ points: [x1, y1, x, y, x2, y2] }) {
  return html`<path d=${`M${x1} ${y1}Q${x} ${y} ${x2} ${y2}`} />`
}
