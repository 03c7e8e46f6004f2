// The neighbourhood map on the screen (1920x1080 stage). The server draws the pawns and their ways
// and says where they stand, in px of the stage; here the pawns walk there. Village, ways and pawns
// lie in the same stage, so they can't part.
import { html, useLayoutEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { spoken, Tile } from "../../kit/browser/figures.js"
import { usePacing, Walker } from "../../kit/browser/people.js"
import { ScreenBar } from "../../kit/browser/topbar.js"
import { useFit } from "../../kit/browser/fit.js"
import { Name } from "../../kit/browser/name.js"
import { Column, whereabouts } from "./column.js"
import { Drawn } from "./pawn.js"

const VILLAGE = new URL("../../kit/village/village.svg", import.meta.url).href
// A large sheet hangs on the side where its pawn is not: seen from here, neither the sheet at the
// left (to 716) nor that at the right (from 1228) reaches the pawn or its name.
const TURN = 968
const FOOT = 976 // of the map
const LEAST = 150 // room below the sheet that is worth filling

export default function MapScreen({ data, scene, api }) {
  const [box, measured] = useState(null)
  const sheet = data.open ? box : null
  const top = sheet?.atRight ? sheet.bottom + 28 : 0
  const reading = data.reading.indicators.length > 0
  return html`<div class=${`neighbourhood_map-screen at-${data.stage}`}>
    <${Village} data=${data} hidden=${reading} />
    <${ScreenBar} scene=${scene} api=${api} />
    ${!data.hidden && html`<${Pawns} data=${data} sheet=${sheet} />`}
    ${
    reading
      ? html`<${Reading} data=${data} />`
      : FOOT - top > LEAST && html`<${Column} data=${data} top=${top} />`
  }
    ${data.open && html`<${Opened} key=${data.open.id} data=${data} measured=${measured} />`}
  </div>`
}

/**
 * The drawn village and what lies on it under the pawns. While people read it is loaded, and not
 * seen.
 */
function Village({ data, hidden }) {
  const [left, top, width, height] = data.village
  return html`
    <img class="village" src=${VILLAGE} alt="" hidden=${hidden}
      style=${`left:${left}px;top:${top}px;width:${width}px;height:${height}px`} />
    ${data.below && html`
      <svg class="below" viewBox="0 0 1920 1080" aria-hidden="true">
        <${Drawn} drawn=${data.below} />
      </svg>
    `}
  `
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
  const open = data.open?.id
  const legs = data.figures.filter((one) => one.leg && !isUnder(sheet, one))
  const state = (one) => one.id === open ? "open" : isUnder(sheet, one) ? "aside under" : "aside"
  return html`<div class="pawns" ...${
    spoken(
      data.figures.length &&
        ngettext("{n} pion op de kaart", "{n} pionnen op de kaart", data.figures.length),
    )
  }>
    <svg class="legs" viewBox="0 0 1920 1080" aria-hidden="true">${
    legs.map((one) => html`<${Drawn} key=${one.id} class="leg" drawn=${one.leg} />`)
  }</svg>
    ${
    usePacing(data.figures).map(({ one, pace }) =>
      html`
        <${Walker} key=${one.id} x=${one.x} y=${one.y} from=${{ x: one.x, y: one.y }}
          pace=${pace} class=${open ? state(one) : ""}>
          <svg class=${pace.fresh
            ? "figure landing"
            : "figure"} width="1" height="1" aria-hidden="true">
            <${Drawn} drawn=${one.svg} />
          </svg>
          <//>
      `
    )
  }
  </div>`
}

/** Whether a pawn would look out from under the sheet in part. */
function isUnder(sheet, one) {
  const [left, right] = [one.x + Math.min(one.left, -50), one.x + Math.max(one.right, 50)]
  return sheet && left < sheet.right && right > sheet.left && one.y - 145 < sheet.bottom &&
    one.y + 60 > sheet.top
}

/** One pawn, large, with its sentence: for the organisation that tells. */
function Opened({ data, measured }) {
  const box = useRef(null)
  const { open, figures } = data
  const figure = figures.find((one) => one.id === open.id)
  const atRight = !figure || figure.x <= TURN
  useFit(box, open.name + open.words + open.place + open.then)
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
    <header><${Tile} tile=${open.tile} size=${96} /><h2><${Name} of=${open} /></h2></header>
    ${
    open.words
      ? html`<div>${
        open.said_before && html`<p class="said-before">${_("Daarnet:")}</p>`
      }<p class=${open.said_before ? "words before" : "words"} dir="auto">${open.words}</p></div>`
      : html`<p class="words none">${_("Nog geen zin: vertel het zelf.")}</p>`
  }
    <p class="place">${whereabouts(open)}</p>
    ${
    open.then && html`<p class="place">${_("De vorige keer: {place}.", { place: open.then })}</p>`
  }
  </article>`
}
