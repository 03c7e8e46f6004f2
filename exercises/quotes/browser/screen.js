// Citaten on the screen: what is asked, then one quote at a time, or all of them on the wall.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { FigureAt, Tile } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"
import { Floor, Wall } from "../../kit/browser/scenery.js"
import { ScreenBar } from "../../kit/browser/topbar.js"

const FLOOR = 800
const POSES = ["koffie", "staat", "zij", "zwaait"]

export default function QuotesScreen({ data, scene, api }) {
  const Part = data.sheets.length ? Hung : data.quote ? One : Ask
  const top = data.sheets.length ? 1060 : FLOOR
  return html`
    <div class="quotes-screen">
      <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
          <${Floor} top=${top} bottom=${3400} depth=${430} /><${Wall} top=${top} />
          ${!data.sheets.length && html`<${People} />`}
        </svg>
      <${ScreenBar} scene=${scene} api=${api} />
      <${Part} key=${data.quote?.key} data=${data} />
    </div>
  `
}

/** White figures: a room that listens, nobody in particular. */
function People() {
  return html`<g>${
    POSES.map((pose, at) =>
      html`
        <${FigureAt} key=${pose} x=${1330 + at * 150} y=${1010} size=${132} pose=${pose} white />
      `
    )
  }</g>`
}

function Ask({ data }) {
  const box = useRef(null)
  useFit(box, `${data.ask} ${data.questions.join()} ${data.shown}`)
  return html`<div class="ask" ref=${box}>
      <h1 dir="auto">${data.ask}</h1>
      ${
    data.shown
      ? html`<p class="none">${_("Nog niemand koos om een zin te tonen.")}</p>`
      : html`<ul>${data.questions.map((text) => html`<li dir="auto">${text}</li>`)}</ul>`
  }
    </div>
    ${
    !data.shown && data.chosen > 0 &&
    html`<p class="count"><b>${data.chosen}</b> ${
      ngettext("koos wat met de eigen zin mag", "kozen wat met de eigen zin mag", data.chosen)
    }</p>`
  }`
}

function One({ data }) {
  const box = useRef(null)
  useFit(box, `${data.quote.text} ${data.quote.who}`)
  return html`<figure class="one" ref=${box}>
    <blockquote dir="auto">${_("‘{words}’", { words: data.quote.text })}</blockquote>
    ${
    data.quote.who &&
    html`<figcaption>${
      data.quote.tile && html`<${Tile} tile=${data.quote.tile} size=${72} />`
    }<span translate="no" dir="auto">${data.quote.who}</span></figcaption>`
  }
  </figure>`
}

function Hung({ data }) {
  const title = useRef(null)
  useFit(title, data.ask)
  return html`
    <div class="head" ref=${title}>
      <h1 dir="auto">${data.ask}</h1>
    </div>
        ${data.pages > 1 &&
          html`<p class="page">${_("blad {n} van {m}", { n: data.page, m: data.pages })}</p>`}
        <ul class="wall">${data.sheets.map((one) =>
          html`
            <li key=${one.key} style=${placed(one)}>
              <p>${one.lines.map((line) => html`<span dir="auto">${line}</span>`)}</p>
              ${one.who && html`<p class="who">${
                one.tile &&
                html`<${Tile} tile=${one.tile} size=${44} />`
              }<span translate="no" dir="auto">${one.who}</span></p>`}
            </li>
          `
        )}</ul>
  `
}

const placed = (one) =>
  `left:${one.x}px;top:${one.y}px;width:${one.wide}px;height:${one.high}px;` +
  `font-size:${one.size}px`
