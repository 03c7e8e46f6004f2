// Beginoefening on the screen: the question, then the sentences.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { partOf } from "../../kit/browser/part_of.js"
import { Tile } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"
import { Floor, Wall } from "../../kit/browser/scenery.js"
import { ScreenBar } from "../../kit/browser/topbar.js"

const FLOOR = 800

// Next: draw in px of 1920 x 1080, and let what people wrote shrink with `useFit` in a box of a
// fixed size.
export default function StarterScreen({ data, scene, api }) {
  const top = data.shown ? 1060 : FLOOR
  return html`
    <div class="starter-screen">
      <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
        <${Floor} top=${top} bottom=${3400} depth=${430} /><${Wall} top=${top} />
      </svg>
      <${ScreenBar} scene=${scene} api=${api} />
      ${data.shown ? html`<${Read} data=${data} />` : html`<${Ask} data=${data} />`}
    </div>
  `
}

function Ask({ data }) {
  const box = useRef(null)
  useFit(box, data.ask)
  const wrote = ngettext("schreef een zin", "schreven een zin", data.wrote)
  return html`
    <div class="ask" ref=${box}>
      <h1 dir="auto">${data.ask}</h1>
    </div>
    <p class="count">${partOf(data.wrote, data.present, wrote)}</p>
  `
}

function Read({ data }) {
  const title = useRef(null)
  useFit(title, data.ask)
  return html`
    <div class="head" ref=${title}>
      <h1 dir="auto">${data.ask}</h1>
    </div>
    ${data.sentences.length === 0 && html`<p class="none">${_("Nog niemand schreef iets.")}</p>`}
    <ul class=${`slips of-${Math.ceil(data.sentences.length / 2)}`}>${data.sentences.map((one) =>
      html`<${Slip} key=${one.text + one.who} one=${one} />`
    )}</ul>
    ${data.pages > 1 &&
      html`<p class="page">${_("blad {n} van {m}", { n: data.page, m: data.pages })}</p>`}
  `
}

function Slip({ one }) {
  const box = useRef(null)
  useFit(box, one.text + one.when + one.who)
  return html`
    <li class="slip" ref=${box}>
      <p dir="auto">${one.text}</p>
      ${(one.who || one.when) && html`
        <p class="who">${one.tile && html`<${Tile} tile=${one.tile} size=${40} />`}
          ${one.who && html`<span translate="no" dir="auto">${one.who}</span>`}
          ${one.when && html`<b>${one.when}</b>`}</p>
      `}
    </li>
  `
}
