// A story on the screen: its pictures and sentences page by page, above the lenses that listen;
// then the shelf with what they saw, and the remark that the tellers answer.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check, FigurePicture, Tile } from "../../kit/browser/figures.js"
import { Fitted, formsOf, Name } from "../../kit/browser/name.js"
import { Step } from "../../kit/browser/topbar.js"
import { Timer } from "../../kit/browser/clock.js"
import { photoUrl } from "../../kit/browser/note_photo.js"
import { Spectacles } from "./spectacles.js"

export default function LensesScreen({ data, scene, api }) {
  const Part = data.stage === "listen" ? Listening : data.large ? Large : Shelf
  return html`
    <div class=${`lenses-screen at-${data.stage}`}>
      <${Bar} data=${data} scene=${scene} api=${api} />
      <${Part}
        data=${data} />
    </div>
  `
}

/** Whose story it is, with the tiles; how many stories there are. */
function Bar({ data, scene, api }) {
  const { visitor, host, title } = data.ends
  return html`
    <div class="screen-bar">
      <div class="where">
          ${visitor && html`
            <${Tile} tile=${visitor.tile} size=${60} />
            <${Name}
              of=${visitor} class="house" />
          `}
          ${host && html`
            <i>${_("bij")}</i><${Tile} tile=${host.tile} size=${60} /><${Name}
              of=${host} class="house" />
          `}
          ${!host && title && html`<span dir="auto">${title}</span>`}
        </div>
      <div class="progress">${scene.timer && html`<${Timer} timer=${scene.timer} api=${api} />`}
          <${Step} step=${scene.step} /></div>
    </div>
  `
}

function Listening({ data }) {
  return html`
    ${data.page ? html`<${Page} key=${data.at} data=${data} />` : html`<${Title} data=${data} />`}
    <${Front} data=${data} />
    ${data.pages > 1 && data.at > 0 &&
      html`<p class="leaf">${_("{n} van {m}", { n: data.at, m: data.pages })}</p>`}
    <div class="rail">
      <ul>${data.lenses.all.map((one) =>
        html`
          <li key=${one.key} style=${`left:${one.x}px;width:${one.wide}px`}>
            <${Spectacles} paths=${data.drawings[one.shape]} width=${210} />
            <${Fitted} forms=${[one.name]} class="lens-name" translate=${null} />
          </li>
        `
      )}</ul>
    </div>
  `
}

/** Before the first picture: who went to whom, as large as it goes. */
function Title({ data }) {
  const { visitor, host, title } = data.ends
  if (!visitor || !host) {
    return html`
      <div class="title">
        <${Fitted} forms=${[title || formsOf(visitor)[0]]}
          class="one" translate=${null} />
      </div>
    `
  }
  return html`
    <div class="title">
      <${Name} of=${visitor} class="one" />
      <p>${_("over de vloer bij")}</p>
      <${Name}
        of=${host} class="one" />
    </div>
  `
}

function Page({ data }) {
  const { page } = data
  return html`
    ${page.photo && html`
      <figure class="photo">
        <img src=${photoUrl(data.activity, page.photo)} alt=${_("Een foto van het bezoek")} />
        <i class="strip" aria-hidden="true"></i>
      </figure>
    `}
    <div class=${page.photo ? "words beside" : "words"} style=${`font-size:${page.size}px`}>${page
      .lines.map((line) =>
        html`
          <span dir="auto">${line}</span>
        `
      )}</div>
  `
}

/** Who stands in front, and what the others do. */
function Front({ data }) {
  const { names, count, tile, poses, absent } = data.tellers
  return html`<div class=${data.page?.photo ? "front beside" : "front"}>
    ${poses.map((pose) => html`<${FigurePicture} tile=${tile} pose=${pose} height=${212} />`)}
    <p>${
    names
      ? html`<b dir="auto">${names}</b> ${count > 1 ? _("vertellen.") : _("vertelt.")}<br />`
      : !absent && html`${_("De begeleider geeft het verhaal door.")}<br />`
  }${!absent && _("Luister door je bril.")}</p>
  </div>`
}

function Shelf({ data }) {
  const { lenses, columns, unused, page, pages } = data.shelf
  return html`
    <h1 class="head">${data.stage === "answer"
      ? _("Waar gaan jullie op in?")
      : _("Wat zie je door jouw bril?")}</h1>
    ${pages > 1 && html`<p class="sheet-no">${_("blad {n} van {m}", { n: page, m: pages })}</p>`}
    <i class="board" aria-hidden="true"></i>
    ${lenses.all.map((one, at) =>
      html`
        <section key=${one.key}>
          <div class="stand" style=${`left:${one.x}px;width:${one.wide}px`}>
            <${Spectacles} paths=${data.drawings[one.shape]} width=${Math.min(396, one.wide)} />
          </div>
          <h2 style=${`left:${one.x}px;width:${one.wide}px;font-size:${lenses.size}px`}
            dir="auto">${one.name}</h2>
          ${columns[at].map((card) =>
            html`
              <p key=${card.key} class=${card.picked ? "card picked" : "card"}
                style=${placed(card)}>${card.lines.map((line) =>
                  html`
                    <span dir="auto">${line}</span>
                  `
                )}${card.picked && html`<i class="pick"><${Check} size=${34} /></i>`}</p>
            `
          )}
          ${!columns[at].length && html`
            <p class="unused" style=${`left:${one.x}px;width:${one.wide}px`}>${unused[at]}</p>
          `}
        </section>
      `
    )}
  `
}

const placed = (one) =>
  `left:${one.x}px;top:${one.y}px;width:${one.wide}px;height:${one.high}px;` +
  `font-size:${one.size}px`

/** One remark, large, with the spectacles through which it was seen. */
function Large({ data }) {
  const { lines, size, lens, shape } = data.large
  const { names, tile, poses } = data.tellers
  return html`
    <div class="large" key=${data.large.key}>
      <p class="through"><${Spectacles} paths=${data.drawings[shape]} width=${250} /><b
          dir="auto">${lens}</b></p>
      <h1 style=${`font-size:${size}px`}>${lines.map((line) =>
        html`
          <span dir="auto">${line}</span>
        `
      )}</h1>
    </div>
    <div class="front answer">
        ${poses.map((pose) => html`<${FigurePicture} tile=${tile} pose=${pose} height=${212} />`)}
        ${names && html`<p><b dir="auto">${names}</b></p>`}
      </div>
  `
}
