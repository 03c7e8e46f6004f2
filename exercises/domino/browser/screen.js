// The table from above, with what is asked of the room. The server says where all of it lies on the
// 1920x1080 stage. Fills the box of its parent: the console shows the same picture small.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { partOf } from "../../kit/browser/part_of.js"
import { ScreenBar } from "../../kit/browser/topbar.js"
import { halfName, HalfSign, HALVES } from "./stones.js"
import { Questions, Telling } from "./told.js"
import { Table } from "./table.js"

export default function DominoScreen({ data, scene, api }) {
  const table = !data.hidden && data.table
  const telling = table && data.stage !== "talk"
  const line = telling && !table.card ? " has-line" : ""
  return html`
    <div class=${`domino-screen at-${data.stage}${line}`}>
      <${Wood} />
      <${ScreenBar} scene=${{
        ...scene,
        area_name: [scene.area_name, scene.title].filter(Boolean).join(" · "),
      }} api=${api} />
      <p class="legend" aria-hidden="true">${HALVES.map((half) =>
        html`<span class=${`is-${half}`}><${HalfSign} half=${half} size=${28} />${
          halfName(half)
        }</span>`
      )}</p>
      ${table
        ? html`<${Table} table=${table} count=${data.lying} />`
        : html`<${Before} data=${data} />`}
      ${telling && html`<${Telling} data=${data} timer=${scene.timer} />`}
      ${data.stage === "talk" && html`<${Questions} questions=${data.questions} />`}
    </div>
  `
}

function Before({ data }) {
  if (data.stage === "write") return html`<${Writing} data=${data} />`
  if (data.hidden) {
    return html`
      <div class="sheet big">
        <h1>${_("De stenen liggen even onder een doek.")}</h1>
      </div>
    `
  }
  return html`<${Empty} data=${data} />`
}

function Empty({ data }) {
  return html`
    <div class="sheet big empty"><h1>${_("De tafel is nog leeg.")}</h1>${data.stage === "lay" &&
      html`<p class="lead">${_("Wie legt de eerste steen?")}</p>`}</div>
  `
}

/** While people write, an empty stone says what is asked, and the count how far we are. */
function Writing({ data }) {
  return html`
    <div class="sheet big writing-now">
      <h1>${_("Leg je steen klaar")}</h1>
      <p class="lead" dir="auto">${data.intro}</p>
      <p class="tally" role="status">${partOf(
        data.written,
        data.present,
        ngettext("heeft een steen klaar.", "hebben een steen klaar.", data.written),
      )}</p>
    </div>
    <div class="example" aria-hidden="true">${HALVES.map((half) =>
      html`<div class=${`face is-${half}`}><${HalfSign} half=${half} size=${64} /><b>${
        half === "top" ? _("Dit lukte") : _("Dit liep mis")
      }</b></div>`
    )}</div>
  `
}

/** Wall above, table top below; the wood extends beyond the 1920x1080 layout to fill the window. */
const Wood = () =>
  html`
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
      <path d="M-1600 124h5120v2200H-1600z" fill="#DECBA4" />
      <path d="M-1600 124h5120" stroke="var(--edge)" stroke-width="3" />
      <path
        d="M-1600 360h5120M-1600 600h5120M-1600 842h5120M-1600 1084h5120M430 124v236M1310 124v236M880 360v240M1700 360v240M260 600v242M1180 600v242M700 842v242M1500 842v242"
        stroke="#D2BC8F" stroke-width="3" />
    </svg>
  `
