// The neighbourhood map on the screen (1920x1080 stage). The server says where each pawn stands;
// here they walk there. Below lies the village: drawn by deck.gl behind this page, or by `Ground`
// where there is no deck.gl.
import { html, useLayoutEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Tile, TileMark } from "../../kit/browser/figures.js"
import { usePacing, Walker } from "../../kit/browser/people.js"
import { ScreenBar } from "../../kit/browser/topbar.js"
import { useFit } from "../../kit/browser/fit.js"
import { Column, whereabouts } from "./column.js"
import { Ground } from "./ground.js"
import { Pawn } from "./pawn.js"

// A large sheet hangs on the side where its pawn is not: seen from here, neither the sheet at the
// left (to 716) nor that at the right (from 1228) reaches the pawn or its name.
const TURN = 968
const FOOT = 976 // of the map
const LEAST = 150 // room below the sheet that is worth filling

export default function MapScreen({ data, scene, api }) {
  const [box, measured] = useState(null)
  const sheet = data.open ? box : null
  const top = sheet?.atRight ? sheet.bottom + 28 : 0
  return html`<div class=${`neighbourhood_map-screen at-${data.stage}`}>
    <${Ground} trails=${data.trails} api=${api} />
    <${ScreenBar} scene=${scene} api=${api} />
    ${!data.hidden && html`<${Pawns} data=${data} sheet=${sheet} />`}
    ${
    data.reading.indicators.length > 0
      ? html`<${Reading} data=${data} />`
      : FOOT - top > LEAST && html`<${Column} data=${data} top=${top} />`
  }
    ${data.open && html`<${Opened} key=${data.open.id} data=${data} measured=${measured} />`}
  </div>`
}

/** Before the pawns: the question, and what working with the neighbourhood may mean. */
function Reading({ data }) {
  const box = useRef(null)
  const { indicators, page, pages } = data.reading
  useFit(box, data.title + indicators.join(""))
  return html`<section class="reading sheet" ref=${box}>
    <h1 dir="auto">${data.title}</h1>
    <ul>${indicators.map((text) => html`<li dir="auto">${text}</li>`)}</ul>
    ${
    pages > 1 &&
    html`<p class="turn" role="status">${_("Blad {n} van {m}", { n: page, m: pages })}</p>`
  }
  </section>`
}

function Pawns({ data, sheet }) {
  const Body = data.mode === "pawns" ? Large : Plate
  const open = data.open?.id
  return html`<div class=${`pawns ${data.mode}`} role="img" aria-label=${
    ngettext("{n} pion op de kaart", "{n} pionnen op de kaart", data.figures.length)
  }>
    <svg class="legs" viewBox="0 0 1920 1080" aria-hidden="true">${
    data.figures.filter((one) => one.leg && !isUnder(sheet, one)).map((one) =>
      html`<${TrueSpot} key=${one.id} one=${one} />`
    )
  }</svg>
    ${
    usePacing(data.figures).map(({ one, pace }) =>
      html`
        <${Walker} key=${one.id} x=${one.x} y=${one.y} from=${{
          x: one.x,
          y: one.y - 24,
        }} pace=${pace}
          class=${open
            ? (one.id === open ? "open" : isUnder(sheet, one) ? "aside under" : "aside")
            : ""}>
          <${Body} one=${one} data=${data} />
          <//>
      `
    )
  }
  </div>`
}

/** Whether a pawn would look out from under the sheet in part. */
function isUnder(sheet, { x, y, label_left, label_width }) {
  const [left, right] = [x + Math.min(label_left, -50), x + Math.max(label_left + label_width, 50)]
  return sheet && left < sheet.right && right > sheet.left && y - 145 < sheet.bottom &&
    y + 60 > sheet.top
}

/** A pawn that had to make way: a line to where it was really put. */
function TrueSpot({ one }) {
  const d = `M${one.x} ${one.y}L${one.true_x} ${one.true_y}`
  return html`
    <g class="leg">
      <path d=${d} stroke="var(--sheet)" stroke-width="8" />
      <path d=${d} stroke="var(--ink)" stroke-width="4" />
      <svg x=${one.true_x - 12} y=${one.true_y - 12} width="24" height="24" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="9" fill=${`var(--org-${
          ((one.tile - 1) % 12) + 1
        })`} stroke="var(--ink)" stroke-width="4" />
      </svg>
    </g>
  `
}

function Large({ one, data }) {
  const { scale } = data
  return html`
    <svg class="pawn" viewBox="-60 -150 120 168" width=${120 * scale} height=${168 *
      scale} style=${`left:${-60 * scale}px;top:${-150 * scale}px`}
      aria-hidden="true">
      <${Pawn} tile=${one.tile} />
    </svg>
        ${one.name &&
          html`
            <b class="name-tag" dir="auto"
              style=${`top:15px;${labelStyle(one, data)}`}>${one.name}</b>
          `}
  `
}

function Plate({ one, data }) {
  return html`
    <svg class="stalk" viewBox="-14 -18 28 20" width="28" height="20" aria-hidden="true">
      <path d="M-11 -18L0 0L11 -18z" fill="var(--ink)" stroke="var(--sheet)" stroke-width="2" />
    </svg>
    <b class="plate"
      style=${`left:${one.label_left}px;width:${one.label_width}px;font-size:${data.letters}px`}>
          <svg viewBox="0 0 100 100" width="44" height="44" aria-hidden="true"><${TileMark}
            tile=${one
              .tile} plain=${true} /></svg>
          ${one.name && html`<span dir="auto">${one.name}</span>`}
        </b>
  `
}

/** One pawn, large, with its sentence: for the organisation that tells. */
function Opened({ data, measured }) {
  const box = useRef(null)
  const { open, figures } = data
  const figure = figures.find((one) => one.id === open.id)
  const atRight = !figure || figure.x <= TURN
  useFit(box, open.name + open.words + open.place)
  useLayoutEffect(() => {
    const { offsetLeft: left, offsetTop: top, offsetWidth: wide, offsetHeight: high } = box.current
    measured((
      old,
    ) => (old?.bottom === top + high && old.atRight === atRight
      ? old
      : { left, top, right: left + wide, bottom: top + high, atRight })
    )
  })
  return html`<article class=${
    atRight ? "opened sheet at-right" : "opened sheet at-left"
  } ref=${box}>
    <header><${Tile} tile=${open.tile} size=${96} /><h2 dir="auto">${open.name}</h2></header>
    ${
    open.words
      ? html`<div>${
        open.said_before && html`<p class="said-before">${_("Daarnet:")}</p>`
      }<p class=${open.said_before ? "words before" : "words"} dir="auto">${open.words}</p></div>`
      : html`<p class="words none">${_("Nog geen zin: vertel het zelf.")}</p>`
  }
    <p class="place">${whereabouts(open)}</p>
  </article>`
}

const labelStyle = (one, { letters }) =>
  `left:${one.label_left}px;width:${one.label_width}px;font-size:${letters}px`
