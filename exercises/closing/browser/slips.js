// What the room takes home on the screen: the question, then all areas beside each other, then page
// by page those of one area. The server says where each slip lies.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { AreaIcon } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"

export function Slips({ data }) {
  const title = useRef(null)
  const none = !data.columns.length
  useFit(title, `${data.title}${none}`)
  return html`
    <div class=${none ? "question alone" : "question"} ref=${title}>
      <h1 dir="auto">${data.title}</h1>
    </div>
    ${none ? html`<${Waiting} data=${data} />` : html`<${Columns} data=${data} />`}
  `
}

function Waiting({ data }) {
  return html`
    <p class="ask-lead">${_("Neem je gsm en schrijf één zin. Je naam staat er niet bij.")}</p>
    <p class="answered" role="status">${data.answered > 0 &&
      html`<b>${data.answered}</b> ${
        ngettext("mens schreef al een actie.", "mensen schreven al een actie.", data.answered)
      }`}</p>
  `
}

function Columns({ data }) {
  return html`
    ${data.columns.map((one) => html`<${Head} key=${one.name} one=${one} whole=${data.whole} />`)}
    <ul class=${data.whole ? "slips" : "slips large"}>${data.columns.flatMap((one) => one.slips)
      .map((slip) =>
        html`
          <li key=${`${slip.x}/${slip.y}/${slip.lines[0]}`} style=${place(slip)}>
            <p>${slip.lines.map((line) => html`<span dir="auto">${line}</span>`)}</p>
            ${slip.times > 1 && html`<p class="times">${_("{n} keer", { n: slip.times })}</p>`}
          </li>
        `
      )}</ul>
    ${data.pages > 1 &&
      html`<p class="page">${_("blad {n} van {m}", { n: data.page, m: data.pages })}</p>`}
  `
}

function Head({ one, whole }) {
  return html`
    <div class=${whole ? "area-head" : "area-head large"}
      style=${`left:${one.x}px;width:${one.wide}px`}>
        ${one.area && html`<${AreaIcon} area=${one.area} size=${72} />`}
        <p>${one.name && html`<b>${one.name}</b>`}<span>${one.told}</span></p>
      </div>
  `
}

const place = (one) =>
  `left:${one.x}px;top:${one.y}px;width:${one.wide}px;height:${one.high}px;` +
  `font-size:${one.size}px`
