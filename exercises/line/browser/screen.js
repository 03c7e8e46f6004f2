// The line on the screen. The server says where everybody stands (1920x1080 stage); here they walk
// there. Fills the box of its parent, so that the console can show the same picture small.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { partOf } from "../../kit/browser/part_of.js"
import { FIGURE, spoken, TileMark } from "../../kit/browser/figures.js"
import { Floor, Tape, Wall } from "../../kit/browser/scenery.js"
import { Standing, turned, usePacing, Walker } from "../../kit/browser/people.js"
import { ScreenBar } from "../../kit/browser/topbar.js"
import { useFit } from "../../kit/browser/fit.js"
import { Traces } from "./traces.js"

const FLOOR = 470
const EDGE = 480 // a newcomer comes from this far outside the stage

export default function LineScreen({ data, scene, api }) {
  if (!data.statement) return html`<${Empty} scene=${scene} api=${api} />`
  return html`<div class="line-screen">
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
      <${Floor} top=${FLOOR} bottom=${3600} depth=${410.5} /><${Wall} top=${FLOOR} /><${Tape} />
    </svg>
    <${ScreenBar} scene=${scene} api=${api} />
    <${Words} data=${data} />
    <${Ends} data=${data} />
    ${
    data.hidden ? html`<${Waiting} data=${data} />` : html`
      <${Traces} traces=${data.traces} />
      <${People} data=${data} />
    `
  }
  </div>`
}

/** A line without statements: nothing to stand on yet. */
const Empty = ({ scene, api }) =>
  html`
    <div class="line-screen">
      <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
        <${Floor} top=${FLOOR} bottom=${3600} depth=${410.5} />
        <${Wall} top=${FLOOR} />
        <${Tape} />
      </svg>
      <${ScreenBar} scene=${scene} api=${api} />
    </div>
  `

/**
 * The statement; while people talk it makes room for the questions. Both shrink together until they
 * fit the wall.
 */
function Words({ data }) {
  const box = useRef(null)
  const questions = data.stage === "talk" ? data.questions ?? [] : []
  useFit(box, data.statement + questions.join(""))
  return html`<div class=${questions.length ? "words talking" : "words"} ref=${box}>
    <h1 dir="auto">${data.statement}</h1>
    ${
    questions.length > 0 &&
    html`<ul class=${questions.length === 1 ? "questions one" : "questions"}>${
      questions.map((text) => html`<li dir="auto">${text}</li>`)
    }</ul>`
  }
  </div>`
}

function Ends({ data }) {
  const kind = (text) => (text.length > 24 ? "end long" : "end")
  return html`
    <div class="ends">
      <p
        class=${kind(
          data.ends[0],
        )}><span aria-hidden="true">←</span> <span class="label" dir="auto">${data
          .ends[0]}</span></p>
      <p class="mid" role="status">${data.hidden ? null : html`<${Tally} data=${data} />`}</p>
      <p
        class=${kind(data.ends[1])}><span class="label" dir="auto">${data
          .ends[1]}</span> <span aria-hidden="true">→</span></p>
    </div>
  `
}

const standing = (data) =>
  partOf(data.standing, data.present, ngettext("staat er.", "staan er.", data.standing))

function Tally({ data }) {
  if (data.stage === "statement") return _("Luister even: straks kies je.")
  const moved = data.moved
  return html`${standing(data)}
    ${
    moved > 0 && html`
      ${" "}<b>${moved}</b> ${ngettext(
        "schoof op na het gesprek.",
        "schoven op na het gesprek.",
        moved,
      )}
    `
  }
    ${
    data.stage === "move" && !moved && html`
      ${" "}${_("Wie wil, schuift op.")}
    `
  }`
}

/**
 * While people choose, places are hidden: the empty floor shows only how many have chosen.
 */
function Waiting({ data }) {
  if (data.stage === "statement") return null
  if (data.present && data.standing >= data.present) {
    return html`<p class="waiting" role="status"><b>${_("Iedereen staat er.")}</b></p>`
  }
  return html`
    <p class="waiting" role="status">
      ${standing(data)}
      <span>${_("Straks tonen we waar iedereen staat.")}</span>
    </p>
  `
}

function People({ data }) {
  const nameless = data.visibility === "nobody"
  const Body = data.mode === "figures" ? Person : Square
  const mode = `people ${data.mode}`
  return html`<div class=${mode} ...${
    spoken(
      data.figures.length &&
        ngettext("{n} mens op de lijn", "{n} mensen op de lijn", data.figures.length),
    )
  }>
    ${
    usePacing(data.figures).map(({ one, pace }) =>
      html`
        <${Walker} key=${one.id} x=${one.x} y=${one.y} from=${entrance(
          one,
          data.mode,
        )} pace=${pace}>
          <${Body} one=${data.label_size
            ? { label_size: data.label_size, ...one }
            : one} nameless=${nameless} />
          <//>
      `
    )
  }
  </div>`
}

/** People come in from the nearest side; a tile is laid from just above (look.md: 24 px). */
const entrance = (
  { x, y },
  mode,
) => (mode === "figures" ? { x: x < 960 ? -EDGE : 1920 + EDGE, y } : { x, y: y - 24 })

function Person({ one, nameless }) {
  const name = nameless ? null : one.name
  return html`
    <${Standing} size=${one.size} tile=${one.tile} pose=${one.pose} white=${nameless || !one.tile}
      flip=${turned(one.id)} />
    ${name && html`<b class="tag" dir="auto" translate="no" style=${tagPlace(one)}>${name}</b>`}
  `
}

/**
 * Where the server places a name: just above the head, slid inwards near the end of the stage, or
 * beside the figure. A name has one line or more.
 */
function tagPlace({ name, x, y, size, label_x = x, label_y, label_width, label_size = 30 }) {
  const pitch = label_size + 2
  const high = label_size + 8 + (name.split("\n").length - 1) * pitch
  const top = label_y === undefined
    ? 2 - high - (size / FIGURE.width) * FIGURE.foot[1]
    : label_y - y
  const width = label_width ? `width:${label_width}px` : "max-width:300px"
  return `left:${
    label_x - x
  }px;top:${top}px;height:${high}px;line-height:${pitch}px;font-size:${label_size}px;${width}`
}

function Square({ one, nameless }) {
  const half = one.size / 2
  return html`
    <svg class="square" viewBox="0 0 100 100" width=${one.size} height=${one
      .size} style=${`left:${-half}px;top:${-half}px`}
      aria-hidden="true">
      <${TileMark} tile=${nameless ? null : one.tile} plain=${true} />
    </svg>
  `
}
