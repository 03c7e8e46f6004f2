// Cadeautjestijd on a phone: first you give, then you get. Nothing that is in a gift of others
// comes here before its host unwraps it.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Hall } from "../../kit/browser/hall.js"
import { CalledOff } from "./called_off.js"
import { Giving } from "./fill.js"
import { Late } from "./late.js"
import { Getting } from "./unwrap.js"

export default function GiftsPhone({ data, scene, me, api }) {
  const View = viewFor(data, scene)
  return html`
    <div class=${`gifts-phone at-${scene.stage}`}>
      <${Answers} data=${data} scene=${scene} />
      <${CalledOff} gifts=${data.off} activity=${data.activity} />
      ${!data.home && html`<${Late} data=${data} scene=${scene} api=${api} />`}
      <${View} data=${data} scene=${scene} me=${me} api=${api} />
    </div>
  `
}

function viewFor(data, scene) {
  const { stage } = scene
  if (data.home) return data.ours.length ? Getting : Nothing
  if (stage === "unwrap" || stage === "after") {
    return data.ours.some((gift) => gift.state !== "aside") ? Getting : Watch
  }
  // a gift that is not wrapped may still be finished; its giver is not sent away
  if (data.mine.length && (stage !== "table" || data.mine.some((gift) => gift.state === "empty"))) {
    return Giving
  }
  return Watch
}

/** What a host asks or tells about a gift one gave comes to the front. */
function Answers({ data, scene }) {
  if (data.home || scene.stage !== "unwrap") return null
  const gift = data.mine.find((one) => one.key === data.now?.key && (one.question || one.share))
  if (!gift || data.ours.some((one) => one.key === gift.key)) return null
  return html`<section class="asked" role="status">
    ${
    gift.question &&
    html`<p><span>${
      _("{name} vraagt jullie", { name: `\u2068${gift.to.name}\u2069` })
    }</span><b dir="auto">${gift.question}</b></p>`
  }
    ${
    gift.share &&
    html`<p><span>${
      _("{name} deelt", { name: `\u2068${gift.to.name}\u2069` })
    }</span><b dir="auto">${gift.share}</b></p>`
  }
  </section>`
}

function Watch({ data, scene, me }) {
  const count = data.ours.filter((gift) => gift.state === "wrapped").length
  return html`
    <div class="words">
      <h1 class="eyes">${scene.stage === "fill"
        ? _("Even geduld.")
        : _("Kijk naar het scherm.")}</h1>
      <p class="lead">${sentence(data, scene, count)}</p>
    </div>
    <${Hall} me=${me} />
  `
}

/** At home, when every gift was opened in the room or there was none. */
function Nothing({ me }) {
  return html`
    <div class="words">
      <h1>${_("Voor jullie ligt er niets meer.")}</h1>
      <p class="lead">${_("Wat jullie kregen, is al uitgepakt.")}</p>
    </div>
    <${Hall} me=${me} />
  `
}

function sentence(data, scene, count) {
  if (!data.visits) return _("Er zijn nog geen bezoeken ingevuld. De begeleider doet dat zo.")
  if (scene.stage === "fill") {
    return _("Voor jou is er nu niets te vullen. De anderen vullen hun cadeautje.")
  }
  if (scene.stage === "table" && count) {
    return ngettext(
      "Voor jullie ligt er {n} cadeautje op de tafel.",
      "Voor jullie liggen er {n} cadeautjes op de tafel.",
      count,
    )
  }
  if (data.now) return _("{host} pakt uit.", { host: `\u2068${data.now.to.name}\u2069` })
  return ""
}
