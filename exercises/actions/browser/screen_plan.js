// The plan of one organisation: its actions, and what the group says of them.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { AreaIcon, Tile } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"
import { Name } from "../../kit/browser/name.js"
import { StateSign } from "./action.js"
import { kindWord } from "./remark.js"
import { Foot } from "./foot.js"
import { HelpLine } from "./screen_line.js"

const MOST_REMARKS = { 1: 5, 2: 4, 3: 3 }

export function Plan({ data }) {
  if (!data.party) {
    return html`
      <h1>${_("Welke actie komt eerst?")}</h1>
      <p class="lead">${_("Nog geen plan op tafel.")}</p>
    `
  }
  return html`
    <div class="plan-title">
      <${Tile} tile=${data.party.tile} size=${84} />
      <h1>
        <${Name} of=${data.party} />
      </h1>
    </div>
    <div class=${`plan of-${data.actions.length}`}>${data.actions.map((one) =>
      html`<${PlanCard} key=${one.key} one=${one} count=${data.actions.length} />`
    )}</div>
    <${Foot} data=${data} />
  `
}

function PlanCard({ one, count }) {
  const body = useRef(null)
  // the newest are read; the others stay on the phones
  const said = one.said.filter((remark) => remark.text || remark.kind === "same")
    .filter((remark) => remark.kind !== "help" || remark.text).slice(-MOST_REMARKS[count])
    .reverse()
  useFit(body, JSON.stringify(one))
  return html`
    <article class="plan-card">
      <div class="body" ref=${body}>
        ${one.area && html`
          <p
            class="area-line"><${AreaIcon} area=${one.area} size=${44} /><span>${one
              .area} ${one.area_name}</span>${one.from[0] &&
              html`<span class="from" dir="auto">${one.from[0].label}</span>`}</p>
        `}
        <h2 dir="auto">${one.what || one.step || _("wordt nog ingekort")}</h2>
        ${one.whom &&
          html`<p dir="auto">${_("Voor wie: {who}", { who: `\u2068${one.whom}\u2069` })}</p>`}
        ${one.what && one.first && html`<p dir="auto"><b>${_("Eerst")}</b> ${one.first}</p>`}
        <p class="who-when">${one.who
          ? html`<b dir="auto">${one.who}</b>`
          : html`<b class="open">${_("Wie neemt dit op zich?")}</b>`}${one.day &&
          html`<span class="when">${one.day}</span>`}</p>
        ${one.state !== "planned" && html`
          <p class="state"><${StateSign} state=${one.state} size=${36} /><b>${one
            .state_word}</b>${one.told && html`<span dir="auto">${one.told}</span>`}</p>
        `}
        ${said.length > 0 && html`<ul class="remarks">${
          said.map((remark, at) =>
            html`
              <li
                key=${at}><${Tile} tile=${remark.tile} size=${36} label=${remark
                  .name} /><span><b>${kindWord(remark.kind)}</b>${remark.text &&
                  html`${": "}<span dir="auto">${remark.text}</span>`}</span></li>
            `
          )
        }</ul>`}
      </div>
      <${HelpLine} card=${one} />
    </article>
  `
}
