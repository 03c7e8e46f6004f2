// Open houding on a phone: turn closed sentences round, one at a time; say what changes; and agree,
// with the people of a visit, how to give feedback.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check, Chevron } from "../../kit/browser/figures.js"
import { Writing } from "../../kit/browser/writing.js"
import { SheetPhone } from "../../kit/sheet/browser/phone.js"

const agreement = {
  kind: "stance",
  title: () => _("Hoe geven jullie elkaar feedback?"),
  lead: () => _("Spreek het samen af. Wie van jullie schrijft, ziet de anderen meteen."),
}

export default function StancePhone({ data, scene, me, api }) {
  if (data.agree) {
    return data.agree.sheets.length
      ? html`
        <${SheetPhone} data=${data.agree} scene=${scene} me=${me} api=${api}
          own=${agreement} />
      `
      : html`<${NoVisit} sentence=${data.agree.sentence} />`
  }
  return html`<div class=${`stance-phone at-${scene.stage || "write"}`}>${
    scene.stage === "look"
      ? html`<${Look} data=${data} api=${api} />`
      : html`<${Turn} data=${data} scene=${scene} api=${api} />`
  }</div>`
}

const NoVisit = ({ sentence }) =>
  html`
    <div class="stance-phone at-agree">
      <div class="words">
        <h1>${_("Kijk mee met een collega.")}</h1>
        <p class="lead">${sentence ||
          _("Jij gaat zelf niet op bezoek. Help je collega’s met hun afspraken.")}</p>
      </div>
    </div>
  `

/** One sentence at a time, at one's own pace; the own one last. */
function Turn({ data, scene, api }) {
  const [at, go] = useState(0)
  const there = data.sentences
  const sentence = there[Math.min(at, there.length - 1)]
  if (!sentence) {
    return html`
      <div class="words">
        <h1>${_("Kijk naar het scherm.")}</h1>
      </div>
    `
  }
  const own = sentence.key === data.own
  return html`
    <div class="words" key=${sentence.key}>
      <p class="lead">${own
        ? _("Welke vraag hoorde of stelde je zelf?")
        : _("Zo gaat een gesprek dicht. Hoe vraag je het open?")}</p>
      ${own
        ? html`<h1>${_("Een eigen zin")}</h1>`
        : html`<h1 dir="auto" class="closed">‘${sentence.text}’</h1>`}
    </div>
    <div class="fields">
      ${own && html`
        <${Writing} key=${sentence.slots.before} slot=${sentence.slots.before}
          stored=${sentence.words.before} limit=${data.limit} api=${api} label=${_("Gesloten")}
          empty=${_("Zonder je naam op het scherm.")} disabled=${!scene.open} />
      `}
      <${Writing} key=${sentence.slots.after} slot=${sentence.slots.after}
        stored=${sentence.words.after} limit=${data.limit} api=${api} label=${_("Open")}
        empty=${_("Zonder je naam op het scherm. Leeg laten mag.")} disabled=${!scene.open} />
      <${Helps} helps=${data.helps} />
    </div>
    <${Foot} there=${there} at=${at} go=${go} api=${api} />
  `
}

const Helps = ({ helps }) =>
  helps.length > 0 && html`
    <section class="helps">
      <h2>${_("Wat helpt")}</h2>
      <ul>${helps.map((text) => html`<li key=${text} dir="auto">${text}</li>`)}</ul>
    </section>
  `

const labelOf = (at, there) => _("Zin {n} van {m}", { n: at + 1, m: there.length })

function Foot({ there, at, go, api }) {
  const last = at === there.length - 1
  return html`
    <div class="foot">
      <nav class="path" aria-label=${_("De zinnen")}>${there.map((one, place) =>
        html`
          <button type="button" key=${one.key} class=${place === at ? "is-now" : ""}
            aria-current=${place === at ? "step" : null} aria-label=${labelOf(place, there)}
            onClick=${() => go(place)}><i class=${wordsOf(one, api) ? "is-done" : ""}></i></button>
        `
      )}</nav>
      <div class="two">
        <button type="button" class="btn quiet" aria-disabled=${at === 0} onClick=${() =>
          at > 0 && go(at - 1)}><${Chevron} dir="left" size=${22} />${_("Vorige")}</button>
        ${last
          ? html`<p class="ready"><${Check} size=${22} />${_("Dit was de laatste.")}</p>`
          : html`<button type="button" class="btn" onClick=${() => go(at + 1)}>${
            _("Volgende zin")
          }</button>`}
      </div>
    </div>
  `
}

const wordsOf = (one, api) => api.slot(one.slots.after).own?.text ?? one.words.after

/** The sentence that is on the screen, and a place for what changes by it. */
function Look({ data, api }) {
  const now = data.sentences.find((one) => one.key === data.now)
  return html`
    <div class="words">
      <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
      ${now &&
        html`<p class="lead" dir="auto">${now.key === data.own ? now.text : `‘${now.text}’`}</p>`}
    </div>
    ${now && html`
      <div class="fields">
        <${Writing} key=${now.slots.change} slot=${now.slots.change}
          stored=${now.words.change} limit=${data.change_limit} api=${api}
          label=${_("Wat verandert er?")} empty=${_("Zonder je naam op het scherm.")} />
      </div>
    `}
  `
}
