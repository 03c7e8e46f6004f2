// Open houding on the screen: a shut door while people write; it opens on what they made of a
// sentence; then the couples that agree how to give feedback.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { partOf } from "../../kit/browser/part_of.js"
import { TileMark } from "../../kit/browser/figures.js"
import { Floor, Wall } from "../../kit/browser/scenery.js"
import { ScreenBar } from "../../kit/browser/topbar.js"
import { useFit } from "../../kit/browser/fit.js"

const FLOOR = 800

export default function StanceScreen({ data, scene, api }) {
  const open = !data.hidden
  return html`<div class=${`stance-screen at-${
    data.stage === "agree" ? "agree" : open ? "look" : "write"
  }`}>
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
      <${Floor} top=${FLOOR} bottom=${2400} />
      <${Wall} top=${FLOOR} />
      ${data.stage !== "agree" && html`<${StanceDoor} open=${open} />`}
    </svg>
    <${ScreenBar} scene=${scene} api=${api} />
    ${
    data.stage === "agree"
      ? html`<${Couples} data=${data} />`
      : open
      ? html`<${Beside} data=${data} />`
      : html`<${Writing} data=${data} />`
  }
  </div>`
}

/** The door between what closes and what opens; its leaf swings when the sentences are shown. */
const StanceDoor = ({ open }) =>
  html`
    <g class=${open ? "door is-open" : "door"}>
      ${open && html`<path d="M706 848h156l86 240h-330z" fill="#FBEFC4" />`}
      <path d="M686 848V478h196v370" fill="var(--sheet)" stroke="var(--ink)" stroke-width="5" />
      <path d="M706 848V498h156v350z" fill="#F6D77E" stroke="var(--ink)" stroke-width="5" />
      <g class="leaf">
        <path d=${open ? "M862 498l64 20v356l-64-26z" : "M706 498h156v350h-156z"}
          fill="var(--accent)" stroke="var(--ink)" stroke-width="5" stroke-linejoin="round" />
        <circle cx=${open ? 914 : 726} cy=${open ? 700 : 680} r="8" fill="var(--org-1)"
          stroke="var(--ink)" stroke-width="4" />
      </g>
    </g>
  `

function Writing({ data }) {
  const box = useRef(null)
  useFit(box, data.sentences.join(""))
  return html`
    <h1 class="ask">${_("Zo gaat een gesprek dicht.")}<br />${_("Hoe vraag je het open?")}</h1>
    <ul class="closed" ref=${box}>${data.sentences.map((text) =>
      html`<li key=${text} dir="auto">‘${text}’</li>`
    )}</ul>
    <ul class="helps">${data.helps.map((text) =>
      html`<li key=${text} dir="auto">${text}</li>`
    )}</ul>
    <p class="count">${partOf(
      data.wrote,
      data.present,
      ngettext("schreef al", "schreven al", data.wrote),
    )}</p>
  `
}

function Beside({ data }) {
  const left = useRef(null)
  const right = useRef(null)
  const words = data.pairs.flat().join("")
  useFit(left, data.before + data.after + data.changes.join(""))
  useFit(right, words + data.key)
  return html`
    <section class="before" ref=${left}>
      ${data.own ? html`<h1>${_("Eigen zinnen")}</h1>` : html`<h1 dir="auto">‘${data.before}’</h1>`}
      ${data.after && html`<p class="given" dir="auto">${_("Bijvoorbeeld:")} ‘${data.after}’</p>`}
      ${data.changes.length > 0 && html`
        <div class="changes">
          <h2>${_("Wat er verandert")}</h2>
          <ul>${data.changes.map((text) => html`<li key=${text} dir="auto">${text}</li>`)}</ul>
        </div>
      `}
    </section>
    <section class=${data.own ? "after own" : "after"} ref=${right}>
      ${data.pairs.length === 0 && html`<p class="none">${_("Hier schreef nog niemand iets.")}</p>`}
      <ul class=${data.pairs.length > 4 && !data.own ? "two" : ""}>${data.pairs.map((
        [before, after],
      ) =>
        html`<li key=${before + after}>${
          data.own && html`<span class="was" dir="auto">‘${before}’</span>`
        }<span class="now" dir="auto">‘${after}’</span></li>`
      )}</ul>
    </section>
    ${data.pages > 1 &&
      html`<p class="page">${_("blad {n} van {m}", { n: data.page, m: data.pages })}</p>`}
  `
}

function Couples({ data }) {
  const questions = useRef(null)
  const list = useRef(null)
  useFit(questions, data.questions.join(""))
  useFit(list, data.couples.map((one) => one.name).join(""))
  return html`
    <h1 class="ask">${_("Hoe geven jullie elkaar feedback?")}</h1>
    <ul class="questions" ref=${questions}>${data.questions.map((text) =>
      html`<li key=${text} dir="auto">${text}</li>`
    )}</ul>
    <ul class="couples" ref=${list}>${data.couples.map((one) =>
      html`
        <li key=${one.id}>
          <span class="tiles">${one.tiles.map((tile) =>
            html`
              <svg key=${tile} viewBox="0 0 100 100" aria-hidden="true">
                <${TileMark} tile=${tile} />
              </svg>
            `
          )}</span>
          <span class="name" translate="no" dir="auto">${one.name}</span>
          <span class="so-far">${_("{n} van {m}", { n: one.filled, m: one.total })}</span>
        </li>
      `
    )}</ul>
  `
}
