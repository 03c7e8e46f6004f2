// The gespreksleidraad on the screen: the couples and at what question they are, then one programme
// large, its days beside each other.
import { html, useEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { FigurePicture, TileMark } from "../../kit/browser/figures.js"
import { Name } from "../../kit/browser/name.js"
import { Floor, Wall } from "../../kit/browser/scenery.js"
import { ScreenBar } from "../../kit/browser/topbar.js"
import { useFit } from "../../kit/browser/fit.js"
import { FormSign } from "./form_signs.js"

const FLOOR = 860
const LOOK_AGAIN = 5000 // ms between looks at who is still at a question
const MOST = 20 // couples that fit on the screen
const TURN = 15000 // ms before the next page of couples, where there are more

export default function GuideScreen({ data, scene, api }) {
  return html`<div class="guide-screen">
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
      <${Floor} top=${FLOOR} bottom=${2400} />
      <${Wall} top=${FLOOR} />
    </svg>
    <${ScreenBar} scene=${scene} api=${api} />
    ${
    data.programme
      ? html`<${Large} key=${data.programme.id} programme=${data.programme} />`
      : html`<${Couples} couples=${data.couples ?? []} api=${api} />`
  }
  </div>`
}

function Couples({ couples, api }) {
  const pages = Math.max(1, Math.ceil(couples.length / MOST))
  const page = Math.floor(api.now() / TURN) % pages
  const there = couples.slice(page * MOST, (page + 1) * MOST)
  const [, again] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => again((n) => n + 1), LOOK_AGAIN)
    return () => clearInterval(timer)
  }, [])
  return html`
    <h1 class="title">${couples.length
      ? _("Van leervraag naar programma")
      : _("Er zijn nog geen bezoeken bekend.")}</h1>
    ${pages > 1 && html`<${Page} n=${page + 1} m=${pages} />`}
    <ul class=${`couples in-${columns(couples.length)}`}>${there.map((one) =>
      html`<${Couple} key=${one.id} couple=${one} now=${api.now()} />`
    )}</ul>
  `
}

/** So many columns that the rows fit: three of two, four of three, five of four. */
function columns(count) {
  if (count > 12) return 4
  if (count > 6) return 3
  return count > 1 ? 2 : 1
}

const Page = ({ n, m }) => html`<p class="page">${_("blad {n} van {m}", { n, m })}</p>`

const TileSign = ({ tile, size }) =>
  html`
    <svg class="tile" viewBox="0 0 100 100" width=${size} height=${size} aria-hidden="true">
      <${TileMark} tile=${tile} />
    </svg>
  `

function Couple({ couple, now }) {
  const at = couple.at.filter((one) => now - one.beat < one.stale)
  return html`
    <li class="couple">
      <div class="names">
        <${TileSign} tile=${couple.tiles[0]} size=${52} />
        <${Name} of=${couple.visitor} class="couple-name" />
        <span class="at">${_("bij")}</span>
        <${TileSign} tile=${couple.tiles[1]} size=${52} />
        <${Name} of=${couple.host} class="couple-name" />
      </div>
      <p class="so-far"><b>${couple.filled}</b> ${_("van de {m} vragen", {
        m: couple.total,
      })}${couple.when && html`<span class="when">${` \u00b7 ${couple.when}`}</span>`}</p>
      <p class="busy" dir="auto">${at.map((one) =>
        _("{name}: vraag {n}", { name: `\u2068${one.name}\u2069`, n: one.number })
      ).join(" \u00b7 ")}</p>
    </li>
  `
}

function Large({ programme }) {
  const head = useRef(null)
  useFit(head, programme.title + programme.visitor)
  return html`
    <header class="large-head" ref=${head}>
      <${TileSign} tile=${programme.tile} size=${112} />
      <div>
        <h1 dir="auto">${programme.title}</h1>
        <p dir="auto">${[programme.visitor, programme.when].filter(Boolean).join(
          " \u00b7 ",
        )}${programme.mentor && ` \u00b7 ${_("mentor: {name}", { name: programme.mentor })}`}</p>
      </div>
      <div class="people" aria-hidden="true">${programme.people.slice(0, 4).map((one) =>
        html`
          <${FigurePicture} key=${one.name} tile=${one.tile} pose=${one.pose} height=${130} />
        `
      )}</div>
    </header>
    <div class=${`days in-${Math.max(1, programme.days.length)}`}>${programme.days.map((day) =>
      html`<${Column} key=${day.date} day=${day} />`
    )}</div>
    ${!programme.days.length && html`<p class="none">${_("De dagen kiezen ze nog.")}</p>`}
    ${programme.pages > 1 && html`<${Page} n=${programme.page} m=${programme.pages} />`}
  `
}

function Column({ day }) {
  const box = useRef(null)
  useFit(box, day.parts.map((part) => part.text + part.who + part.at).join(""))
  return html`
    <section class="day" ref=${box}>
      <h2>${day.label}</h2>
      ${day.parts.length === 0 && html`<p class="none">${_("nog open")}</p>`}
      <ol>${day.parts.map((part) =>
        html`
          <li key=${part.key}>
            <time>${part.at}</time>
            <span class=${part.yellow ? "square yellow" : "square"}><${FormSign} form=${part.form}
                      size=${34} /></span>
            <span class="what"><b dir="auto">${part.text}</b><span dir="auto">${part
              .who}</span></span>
          </li>
        `
      )}</ol>
    </section>
  `
}
