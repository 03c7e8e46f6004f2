// The recall on a phone: dark and quiet while people listen, then a few words and a feeling for
// each question.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { ChooseOne } from "../../kit/browser/choose_one.js"
import { Tile } from "../../kit/browser/figures.js"
import { Dark } from "../../kit/browser/dark.js"
import { Hall } from "../../kit/browser/hall.js"
import { Writing } from "../../kit/browser/writing.js"
import { FeelingIcon } from "./feeling.js"

const SEEN = {
  names: () => _("Op het scherm staat je naam erbij. Het mag ook in het verslag."),
  organisations: () =>
    _("Op het scherm staat alleen je organisatie erbij. Het mag ook in het verslag."),
  nobody: () => _("Op het scherm zonder je naam. Het mag ook in het verslag."),
}

export default function RecallPhone({ data, scene, me, api }) {
  const Part = { listen: Listen, light: Look }[data.place] ?? Remember
  return html`
    <div class=${`recall-phone at-${data.place}`}>
      <${Part}
        data=${data} scene=${scene} me=${me} api=${api} />
    </div>
  `
}

/** Dark by itself: who wants to look taps once. */
function Listen({ me }) {
  const [dark, setDark] = useState(true)
  return html`
    <div class="words">
      <h1 class="eyes">${_("Leg je gsm neer.")}</h1>
      <p class="lead">${_("Luister. Straks schrijf je op wat je je herinnert.")}</p>
    </div>
    <${Hall} me=${me} />
    <div class="foot"><button type="button" class="btn" onClick=${() => setDark(true)}>${_(
      "Leg je gsm neer",
    )}</button></div>
    ${dark && html`<${Dark} label=${_("Tik om te kijken")} onWake=${() => setDark(false)}>
      ${_("Luister. Je gsm rust.")}<//>`}
  `
}

function Look({ me }) {
  return html`
    <div class="words">
      <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
      <p class="lead">${_("In het licht komt wat de groep een warm welkom vond.")}</p>
    </div>
    <${Hall} me=${me} />
  `
}

function Remember({ data, scene, api }) {
  return html`
    <div class="words">
      <${Where} data=${data} api=${api} />
      <h1 dir="auto" class=${data.question.length > 60 ? "long" : ""}>${data.question}</h1>
    </div>
    <div class="write">
      <${Writing} key=${data.words} slot=${data.words} stored=${data.text} limit=${data.limit}
        api=${api} label=${_("Enkele woorden")} hint=${_("Wat je je herinnert.")}
        empty=${(SEEN[data.visibility] ?? SEEN.nobody)()} disabled=${!scene.open} />
      <p role="status">${!scene.open && _("De begeleider legde de briefjes vast.")}</p>
    </div>
    <${Feelings} key=${data.feeling.slot} data=${data} scene=${scene} api=${api} />
    <p class="seen">${_(
      "Wat de groep een warm welkom vindt, krijgt de gastheer mee, zonder je naam. " +
        "De begeleider kan tonen bij welke gastheer het was.",
    )}</p>
  `
}

/** Whose guest one is in memory; who visited several hosts picks, now or at any question. */
function Where({ data, api }) {
  const picked = api.slot(data.pick).own?.host ?? data.host
  const [open, setOpen] = useState(picked === null)
  if (!data.hosts.length) {
    return html`<p class="where">${
      _("Ging je niet op bezoek? Neem een eerste keer ergens anders.")
    }</p>`
  }
  const host = data.hosts.find((one) => one.id === picked)
  const choose = (id) => {
    api.send(data.pick, { host: id })
    setOpen(false)
  }
  if (!open && picked !== null) {
    return html`
      <div
        class="where"><p>${host
          ? html`
            <${Tile} tile=${host.tile} size=${32} />
            <span>${_("Bij")} <b class="name" translate="no" dir="auto">${host.name}</b></span>
          `
          : html`<span>${
            _("Een eerste keer, ergens anders")
          }</span>`}</p><button type="button" class="change" onClick=${() => setOpen(true)}>${_(
            "Ander bezoek",
          )}</button></div>
    `
  }
  return html`<fieldset class="hosts"><legend>${_("Welk bezoek herinner je je?")}</legend>
    ${
    [...data.hosts, { id: "", name: _("Een eerste keer, ergens anders") }].map((one) =>
      html`
        <button type="button" key=${one.id} class=${picked === one.id ? "pick on" : "pick"}
          aria-pressed=${picked === one.id} onClick=${() => choose(one.id)}>
            ${one.tile && html`<${Tile} tile=${one.tile} size=${32} />`}
            <span class="name" translate=${one.id ? "no" : null} dir="auto">${one.name}</span>
          </button>
      `
    )
  }</fieldset>`
}

function Feelings({ data, scene, api }) {
  const icon = (key) => key && html`<${FeelingIcon} d=${data.drawings[key]} size=${34} />`
  return html`
    <div class="feelings">
      <${ChooseOne} choice=${data.feeling} legend=${_("Een gevoel, of geen")} api=${api}
        open=${scene.open} icon=${icon} />
    </div>
  `
}
