// Bekendmaking on the screen: one door at a time, shut and then open, and at the end all doors with
// the ways between them.
import { html, useEffect, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { FigureAt, Mark, TileMark } from "../../kit/browser/figures.js"
import { Timer } from "../../kit/browser/clock.js"
import { useFit } from "../../kit/browser/fit.js"
import { FrontDoor, Light } from "./door.js"
import { WebFloor, WebOfVisits } from "./web.js"
import { Floor, Wall } from "../../kit/browser/scenery.js"

const GUEST_FEET = 1047
const HOST_FEET = 761
const SOLES_EVERY = 63

export default function AnnouncementScreen({ data, scene, api }) {
  return html`<div class="announcement-screen">
    ${
    data.web
      ? html`<${Whole} data=${data} scene=${scene} api=${api} />`
      : html`<${Couple} key=${data.key} data=${data} scene=${scene} api=${api} />`
  }
  </div>`
}

function Bar({ scene, api, children }) {
  return html`
    <div class="screen-bar">
      <div class="where"><${Mark} size=${60} /><span dir="auto">${scene.own_title ||
        _("Wie gaat bij wie?")}</span></div>
      <div class="progress">${scene.timer &&
        html`<${Timer} timer=${scene.timer} api=${api} />`}${children}</div>
    </div>
  `
}

function Couple({ data, scene, api }) {
  const fresh = useFresh(data.open)
  return html`
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
      <${Floor} top=${750} /><${Wall} top=${750} />
      ${data.open && html`
        <g class=${fresh ? "light is-fresh" : "light"}>
          <${Light} />
        </g>
      `}
      <${FrontDoor} open=${data.open} fresh=${fresh}>
        ${data.hosts &&
          html`<g class=${fresh ? "hosts is-fresh" : "hosts"}>${people(data.hosts, HOST_FEET)}</g>`}
      <//>
      ${data.tile && html`
        <g transform="translate(1250 440) scale(1.16)">
          <${TileMark} tile=${data.tile} />
        </g>
      `}
      ${data.hosts &&
        html`<g class=${fresh ? "hosts is-fresh" : "hosts"}>${flags(data.hosts, 902, 0)}</g>`}
      <${Guests} data=${data} />
    </svg>
    <${Bar} scene=${scene} api=${api}><span role="status"><b>${_("Bezoek {n}", {
      n: data.number,
    })}</b> ${_("van {total}", { total: data.total })}</span><//>
    <h1 style=${`top:${data.title.top}px;font-size:${data.title.size}px`} translate="no">${data
      .title.lines.map((line) => html`<span dir="auto">${line}</span>`)}</h1>
    ${data.why.length > 0 && html`<${Why} data=${data} fresh=${fresh} />`}
  `
}

/** Whether the door opened before the eyes of who looks, and not on an earlier page. */
function useFresh(open) {
  const was = useRef(open)
  const fresh = useRef(false)
  if (open !== was.current) fresh.current = open
  useEffect(() => {
    was.current = open
  })
  return fresh.current
}

function Guests({ data }) {
  const { guests, walk, open, more } = data
  const first = Math.min(...guests.figures.map((one) => one.x)) - guests.size * 0.75
  const soles = []
  for (let x = first; x > -80 - walk; x -= SOLES_EVERY) {
    const y = soles.length % 2 ? 1025 : 995
    soles.push(html`<use href="#sole" transform=${`translate(${x} ${y}) scale(1.5)`} />`)
  }
  return html`
    <g class=${open ? "guests is-in" : "guests"}>
      <defs><path id="sole" d="M-16 0c0-7 10-6 10-5v10c0 1-10 2-10-5zM-3-5c7-2 19-4 19 4s-12 8-19 6z"
        fill="var(--ink)" /></defs>
      ${soles}
      ${people(guests, GUEST_FEET)}
      ${flags(guests, 720, data.raised)}
      ${more > 0 &&
        html`<text x=${first + 16} y="900" class="more">${_("en nog {n}", { n: more })}</text>`}
    </g>
  `
}

const people = (row, feet) =>
  row.figures.map((one) =>
    html`<${FigureAt} x=${one.x} y=${feet} size=${row.size} tile=${row.tile} pose=${one.pose} />`
  )

const flags = (row, low, raised) =>
  row.flags.map((one) => {
    const top = low - (one.raised ? raised : 0)
    return html`
      <g translate="no">
        <path d=${`M${one.x - one.wide / 2} ${top}h${one.wide}v42h${-one.wide}z`}
          fill="var(--sheet)" stroke="var(--joint)" stroke-width="2" />
        <text x=${one.x} y=${top + 31} class="flag" style=${`font-size:${one.size}px`}>${one
          .text}</text>
      </g>
    `
  })

function Why({ data, fresh }) {
  const box = useRef(null)
  useFit(box, data.why.map((one) => one.text).join(" "))
  const { why_top: top, why_high: high } = data.title
  return html`
    <div class=${fresh ? "why is-fresh" : "why"} ref=${box}
      style=${`top:${top}px;height:${high}px`}>
        ${data.why.map((one) =>
          html`<p dir="auto">${one.answer ? html`<b>${one.text}</b>` : one.text}</p>`
        )}
      </div>
  `
}

function Whole({ data, scene, api }) {
  const visits = ngettext("{n} bezoek", "{n} bezoeken", data.total)
  const at = ngettext("bij {n} organisatie", "bij {n} organisaties", data.organisations)
  return html`
    <div class="at-web">
      <${WebFloor} />
      <${Bar} scene=${scene} api=${api}>${data.total > 0 &&
        html`<span role="status"><b>${visits}</b> ${at}</span>`}<//>
        <h1 class="web-title"><span>${_("Wie komt er bij wie over de vloer?")}</span></h1>
        <${WebOfVisits} web=${data.web} open=${data.open} />
      </div>
  `
}
