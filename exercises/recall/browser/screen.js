// The recall on the screen: a dark hall whose light breathes, then slips on the floor. What the
// group marks slides into the light.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { AreaIcon, Tile } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"
import { Name } from "../../kit/browser/name.js"
import { Floor, Wall } from "../../kit/browser/scenery.js"
import { Timer } from "../../kit/browser/clock.js"
import { FeelingIcon } from "./feeling.js"
import { Night } from "./night.js"

const FLOOR = 310
const DOOR = new URL("../door.svg", import.meta.url).href
const SHORT_OF_ONE = 0.8

export default function RecallScreen({ data, scene, api }) {
  if (data.place === "listen") return html`<${Night} opening=${data.opening} />`
  return html`<${Day} data=${data} scene=${scene} api=${api} />`
}

function Day({ data, scene, api }) {
  const lit = data.place === "light"
  const title = useRef(null)
  useFit(title, `${data.question} ${data.host?.name} ${data.elsewhere}`)
  return html`
    <div class=${lit ? "recall-screen is-lit" : "recall-screen"}>
      <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
        <${Floor} top=${FLOOR} bottom=${2600} depth=${195} />
        <${Light} lit=${lit} shines=${data.slips.some((slip) => slip.warm)} />
        <${Wall} top=${FLOOR} />
        <image href=${DOOR} x="130" y="140" width="270" height="350" />
      </svg>
      <${Bar} data=${data} scene=${scene} api=${api} />
      <div class="title" ref=${title}>
          <h1 dir="auto">${data.question}</h1>
          ${data.host && html`
            <p class="host">
              <${Tile} tile=${data.host.tile} size=${56} />
              <${Name}
                of=${data.host} class="who" />
            </p>
          `}
          ${data.elsewhere &&
            html`<p class="host"><b>${_("Op een plek buiten dit traject")}</b></p>`}
        </div>
      <${Slips} data=${data} />
      <${Foot} data=${data} lit=${lit} />
    </div>
  `
}

/** None as long as nothing is warm: the light comes with what the group lays in it. */
function Light({ lit, shines }) {
  if (lit) return html`<path class="lit" d="M-1600 310H3520V2200H-1600z" />`
  return html`
    <g class=${shines ? "cone" : "cone is-out"}>
      <path class="lit" d="M158 462h156L3136 1652H-442z" />
      <path class="lit-edge" d="M314 462L3136 1652" />
    </g>
  `
}

/** The area and which question it is; the number is told by place and by its dark square. */
function Bar({ data, scene, api }) {
  return html`
    <div class="screen-bar">
      <div class="where"><${AreaIcon}
          area=${scene.area} size=${60} /><span dir="auto">${scene.own_title ||
            html`${scene.area}\u2002${scene.area_name}`}</span></div>
      <div class="progress">${scene.timer && html`<${Timer} timer=${scene.timer} api=${api} />`}
          ${data.place === "question" && data.count > 1 && html`
            <div class="numbers" role="img"
              aria-label=${_("Vraag {n} van {m}", { n: data.at, m: data.count })}>
                    <span>${_("Vraag")}</span>${Array.from(
                      { length: data.count },
                      (_none, at) =>
                        html`
                          <i key=${at} class=${at + 1 === data.at ? "on" : ""}>${at + 1}</i>
                        `,
                    )}</div>
          `}</div>
    </div>
  `
}

function Slips({ data }) {
  if (!data.slips.length) {
    return data.place === "question" &&
      html`<p class="waiting">${_("Een paar woorden volstaan.")}</p>`
  }
  return html`<ul class="slips">${
    data.slips.map((slip) =>
      html`
        <li key=${slip.key} class=${slip.warm ? "slip warm" : "slip"} style=${placed(slip)}>
          ${slip.warm && html`
            <${FeelingIcon} d=${data.drawings.welcome} size=${40} />
            <span class="visually-hidden">${_("warm welkom:")}</span>
          `}
          ${slip.lines.length > 0 &&
            html`<span class="said">${
              slip.lines.map((line) => html`<span dir="auto">${line}</span>`)
            }</span>`}
          ${slip.feeling && html`<span class="felt"><${FeelingIcon}
            d=${data.drawings[slip.feeling]} size=${32} />${slip.word}</span>`}
          ${slip.who && html`<span class="by" translate="no" dir="auto">${slip.who}</span>`}
        </li>
      `
    )
  }</ul>`
}

const placed = (slip) =>
  `width:${slip.wide}px;height:${slip.high}px;font-size:${slip.size}px;` +
  `transform:translate(${slip.x}px,${slip.y}px) rotate(${slip.turn * SHORT_OF_ONE}deg)`

function Foot({ data, lit }) {
  const page = data.pages > 1 &&
    html`<span class="page">${_("blad {n} van {m}", { n: data.page, m: data.pages })}</span>`
  const warm = data.slips.some((slip) => slip.warm)
  return html`<p class="foot"><span>${
    lit
      ? warm || _("De groep legde nog niets in het licht.")
      : warm && html`<b>${_("In het licht:")}</b> ${_("dit vond de groep een warm welkom.")}`
  }</span>${page}</p>`
}
