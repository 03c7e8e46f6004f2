// Duo-gesprek on the screen: who stands where, the clock, the question, and at the end what may be
// shared. The server says where everybody stands (1920x1080 stage); here they walk there.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { spoken } from "../../kit/browser/figures.js"
import { Floor, Wall } from "../../kit/browser/scenery.js"
import { Standing, turned, usePacing, Walker } from "../../kit/browser/people.js"
import { ScreenBar } from "../../kit/browser/topbar.js"
import { useFit } from "../../kit/browser/fit.js"
import { chime, useEnd, useSound } from "../../kit/browser/chime.js"
import { Spots } from "./spots.js"
import { wordsFor } from "./words.js"
import { SharedNotes } from "./shared-notes.js"

const FLOOR = 470
const EDGE = 480 // a newcomer comes from this far outside the stage

export default function DuoScreen({ data, scene, api, preview }) {
  useSound()
  const left = useEnd(scene.timer, api.now, () => preview || chime())
  const notes = data.stage === "share" && data.shown
  const list = data.stage === "pairs" && data.mode === "list"
  if (notes) {
    return html`
      <div class="duo-screen">
        <${ScreenBar} scene=${scene} api=${api} />
        <${SharedNotes} notes=${data.notes} api=${api} />
      </div>
    `
  }
  if (list) {
    return html`
      <div class="duo-screen">
        <${ScreenBar} scene=${scene} api=${api} />
        <${Spots} data=${data} api=${api} />
      </div>
    `
  }
  return html`<div class="duo-screen">
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true"><${Floor} top=${FLOOR}
      bottom=${3600} depth=${410.5} /><${Wall} top=${FLOOR} /></svg>
    <${ScreenBar} scene=${scene} api=${api} />
    <${Words} data=${data} over=${left === 0} />
    <${People} figures=${data.figures ?? []} />
    ${(data.plates ?? []).map((plate) => html`<${Plate} key=${plate.key} plate=${plate} />`)}
  </div>`
}

/** The question, or what to do: large, and smaller until it fits the wall. */
function Words({ data, over }) {
  const box = useRef(null)
  const { title, more: usual } = wordsFor(data, over)
  const more = [usual, joinedText(data.came)].filter(Boolean).join(" ")
  useFit(box, title + more)
  return html`
    <div class="words" ref=${box}>
      <h1 dir="auto">${title}</h1>
      <p role="status">${more}</p>
    </div>
  `
}

/** Who came late and joins two who were talking already. */
function joinedText(came) {
  return came
    ? _("{name} komt erbij op plek {n}.", { name: `\u2068${came.name}\u2069`, n: came.spot })
    : ""
}

function People({ figures }) {
  return html`<div class="people" ...${
    spoken(
      figures.length &&
        ngettext("{n} mens op de vloer", "{n} mensen op de vloer", figures.length),
    )
  }>
    ${
    usePacing(figures).map(({ one, pace }) =>
      html`
        <${Walker} key=${one.id} x=${one.x} y=${one.y} from=${{
          x: one.x < 960 ? -EDGE : 1920 + EDGE,
          y: one.y,
        }} pace=${pace}>
          <${Standing} size=${one.size} tile=${one.tile} pose=${one.pose} flip=${turned(one.id)} />
          <//>
      `
    )
  }
  </div>`
}

/** The number of the spot, and who stands there. */
function Plate({ plate }) {
  const { letters, line } = plate
  const type = `font-size:${letters}px;line-height:${line}px;--tab:${Math.round(letters * 1.7)}px`
  const style = `left:${plate.x}px;top:${plate.y}px;width:${plate.width}px;${type}`
  return html`<div class="plate" style=${style}><b class="number">${plate.spot}</b>
    <ul>${plate.names.map((name) => html`<li dir="auto">${name}</li>`)}</ul></div>`
}
