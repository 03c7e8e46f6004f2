// Slotmoment on the screen: one chapter at a time, one quote large and one picture, or what the
// room takes home.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Mark } from "../../kit/browser/figures.js"
import { Timer } from "../../kit/browser/clock.js"
import { useFit } from "../../kit/browser/fit.js"
import { Floor, Wall } from "../../kit/browser/scenery.js"
import { Cards } from "./cards.js"
import { useEvenLines } from "./even.js"
import { Slips } from "./slips.js"
import { Voices } from "./voices.js"
import { Who } from "./who.js"
import { Together } from "./words.js"

const VILLAGE = new URL("../../kit/village/village.svg", import.meta.url).href
const FLOORS = { line: 414, web: 194, map: 1200, year: 1050, ask: 412 }
// ghosts stand first; then six ways at a time are walked, the longest first; then who stands there
const GHOSTS = 500
const WALK = 900
const AT_ONCE = 6

export default function ClosingScreen({ data, scene, api }) {
  // what is said instead of a picture must not lie across the edge of the floor
  const floor = (!data.nothing && FLOORS[data.kind]) || 860
  return html`<div class="closing-screen" data-kind=${data.kind}>
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
      <${Floor} top=${floor} bottom=${3400} depth=${data.kind === "web" ? 107 : 410} />
      <${Wall} top=${floor} />
    </svg>
    <${Bar} data=${data} scene=${scene} api=${api} />
    ${data.kind && html`<${Chapter} key=${data.key} data=${data} />`}
  </div>`
}

function Bar({ data, scene, api }) {
  const { index, total } = scene.step
  const [bold, rest] = data.count ?? []
  return html`
    <div class="screen-bar">
      <div
        class="where"><${Mark} size=${60} /><span class="chapter"><b>${_("{n} van {total}", {
          n: index,
          total,
        })}</b> <span dir="auto">${data.title}</span></span></div>
      <div class="progress">${scene.timer &&
        html`<${Timer} timer=${scene.timer} api=${api} />`}${bold &&
        html`<span class="count"><b>${bold}</b> ${rest}</span>`}</div>
    </div>
  `
}

function Chapter({ data }) {
  if (data.kind === "ask") return html`<${Slips} data=${data} />`
  if (data.nothing) {
    return html`
      <${Words} data=${data} />
      <p class="nothing">${data.nothing}</p>
    `
  }
  if (data.kind === "map") return html`<${VillageMap} data=${data} />`
  if (data.cards.length) return html`<${Cards} data=${data} />`
  return html`
    <${Pieces} pieces=${data.pieces} />
    <${Words} data=${data} />
  `
}

/** The village with its pawns; beside it how it grew, and a quote or why some stand there. */
function VillageMap({ data }) {
  return html`
    <img class="village" src=${VILLAGE} alt="" style=${box(data.village)} />
    <${Pieces} pieces=${data.pieces} />
    <div class="beside">
      <${Words} data=${data} />
      ${data.pieces.some(({ kind }) => kind === "ghost") &&
        html`<p class="then-and-now">${_("Gestippeld: toen. In kleur: nu.")}</p>`}
      ${data.grown.length > 0 &&
        html`<ul class="grown">${data.grown.map((one) => html`<li>${one}</li>`)}</ul>`}
      ${data.cards.length > 0 && html`<${Voices} key=${data.page} data=${data} />`}
    </div>
  `
}

const box = ([left, top, wide, high]) =>
  `left:${left}px;top:${top}px;width:${wide}px;height:${high}px`

/** The quote large, with who said it; without one the title of the chapter. */
function Words({ data }) {
  const { quote } = data
  const area = useRef(null)
  const content = quote ? quote.text + quote.name + quote.house : data.title
  useFit(area, content)
  useEvenLines(area, "blockquote", content, data.kind === "map")
  return html`<div class=${quote ? "words quoted" : "words"} ref=${area}>
    ${
    quote
      ? html`
        <blockquote dir="auto">
          <${Together} ...${data.kind === "map" ? { most: 16, few: 0 } : {}}
            text=${_("‘{words}’", { words: quote.text })} />
        </blockquote>
        <${Who} quote=${quote} />
      `
      : html`<h1 dir="auto">${data.title}</h1>`
  }
  </div>`
}

/** What a chapter draws; the bar has its title, and the words beside it say what came of it. */
function Pieces({ pieces }) {
  const ways = pieces.filter((one) => one.kind === "way").length
  return html`<svg class="pieces" viewBox="0 0 1920 1080" aria-hidden="true">${
    pieces.map((one, at) =>
      html`
        <g key=${at} class=${one.kind} style=${`--wait:${waits(one, ways)}ms`}
          dangerouslySetInnerHTML=${{ __html: one.svg }} />
      `
    )
  }</svg>`
}

function waits({ kind, at }, ways) {
  if (kind === "way") return GHOSTS + Math.floor(at / AT_ONCE) * WALK + (at % AT_ONCE) * 60
  if (kind === "stands") return GHOSTS + Math.ceil(ways / AT_ONCE) * WALK * 0.6 + at * 20
  return 0
}
