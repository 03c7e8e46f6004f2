// The screen: first the three cups and the organisations that shared a sheet, then one page of what
// was shared.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { AreaIcon, Check, Tile } from "../../kit/browser/figures.js"
import { Name } from "../../kit/browser/name.js"
import { useFit } from "../../kit/browser/fit.js"
import { Floor, Wall } from "../../kit/browser/scenery.js"
import { ScreenBar } from "../../kit/browser/topbar.js"
import { Cup } from "./cups.js"

const FLOOR = 1000

export default function ReflectionScreen({ data, scene, api }) {
  return html`<div class="reflection_sheet-screen">
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true"><${Floor} top=${FLOOR}
      bottom=${3600} depth=${410.5} /><${Wall} top=${FLOOR} /></svg>
    <${ScreenBar} scene=${scene} api=${api} />
    ${
    data.sight && data.sight.lines.length > 0
      ? html`<${Sight} key=${data.sight.key} sight=${data.sight} />`
      : html`<${Cups} data=${data} />`
  }
  </div>`
}

function Cups({ data }) {
  const shared = data.organisations.filter((one) => one.shared).length
  const title = data.looking
    ? (shared ? _("Straks kijken we samen.") : _("Nog niemand deelt een fiche."))
    : _("Vul samen jullie fiche in.")
  const count = data.organisations.length
  const many = count > 6
  const columns = many ? Math.max(4, Math.ceil(count / 3)) : 3
  return html`
    <h1>${title}</h1>
    <div class="three">${data.cups.map((cup) =>
      html`
        <section key=${cup.key}>
          <${Cup} cup=${cup.key} size=${210} />
          <h2>${cup.label}</h2>
          <p dir="auto">${cup.question}</p>
        </section>
      `
    )}</div>
    <ul class=${many ? "shared many" : "shared"} style=${`--columns:${columns}`} aria-label=${_(
      "Wie zijn fiche deelt",
    )}>${data.organisations.map((
      one,
    ) =>
      html`<li key=${one.id} class=${one.shared ? "is-shared" : ""}>
      <${Tile} tile=${one.tile} size=${many ? 44 : 56} /><${Name} of=${one} class="who" />${
        one.shared &&
        html`<span class="tick"><${Check} size=${30} /><span class=${
          many ? "visually-hidden" : ""
        }>${_("gedeeld")}</span></span>`
      }</li>`
    )}</ul>
  `
}

function Sight({ sight }) {
  const title = useRef(null)
  useFit(title, sight.title)
  return html`
    <div class="title">${sight.area
      ? html`<${AreaIcon} area=${sight.area} size=${84} />`
      : sight.tile
      ? html`<${Tile} tile=${sight.tile} size=${84} />`
      : null}
      <h1 ref=${title} dir="auto">${sight.title}</h1>
      ${sight.pages > 1 &&
        html`<span class="blad">${
          _("blad {n} van {m}", { n: sight.page, m: sight.pages })
        }</span>`}</div>
    <table style=${`--size:${sight.size}px`}>
      <thead>
        <tr><td></td>${sight.heads.map((head) =>
          html`
            <th scope="col">
              <div>${head.cup && html`<${Cup} cup=${head.cup} size=${88} />`}<span>${head
                .label}</span></div>
            </th>
          `
        )}</tr>
      </thead>
      <tbody>${sight.lines.map((line) =>
        html`<tr><th scope="row"><div style=${`--name-high:${line.name_high}px`}>${
          line.area
            ? html`<${AreaIcon} area=${line.area} size=${56} />`
            : html`<${Tile} tile=${line.tile} size=${56} />`
        }<${Name} of=${line} /></div></th>
        ${
          line.cells.map((text, at) =>
            html`<td class=${text ? "" : "none"} dir="auto">${
              text || (line.shortening.includes(at) ? _("wordt nog ingekort") : "–")
            }</td>`
          )
        }</tr>`
      )}</tbody>
    </table>
    ${sight.missing.name && html`
      <p class="missing">
        <${Name} of=${sight.missing} />
      </p>
    `}
  `
}
