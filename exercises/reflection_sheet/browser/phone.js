// The reflection sheet on a phone: an overview, and one cup at a time to fill in, together with the
// colleague.
import { html, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { AreaIcon, Check, Chevron, Tile } from "../../kit/browser/figures.js"
import { JointField, usePresence } from "../../kit/browser/joint.js"
import { surplusWord } from "../../kit/browser/too_long.js"
import { Cup } from "./cups.js"
import { countOpen, partsOf, present, slotsOf, surplusOf, textOf } from "./parts.js"
import { Saving, TopPart, useHosts } from "./top.js"

export default function ReflectionPhone({ data, scene, api }) {
  if (!data.joint) {
    return html`
      <div class="reflection_sheet-phone">
        <div class="page">
          <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
        </div>
      </div>
    `
  }
  return html`
    <div class="reflection_sheet-phone">
      <${Sheet} data=${data} scene=${scene} api=${api} />
    </div>
  `
}

function Sheet({ data, scene, api }) {
  const [open, setOpen] = useState(null)
  const presence = usePresence(data.joint, api)
  const [hosts, choose] = useHosts(data.top, api)
  const top = useRef(null)
  const parts = partsOf(data)
  const at = parts.findIndex((part) => part.key === open)
  const go = (key) => {
    setOpen(key)
    top.current?.scrollIntoView({ block: "start" })
  }
  const tools = {
    data,
    scene,
    parts,
    hosts: data.top ? present(data.top, hosts) : [],
    presence,
    api,
    go,
  }
  if (at < 0) {
    return html`
      <div key=${open} ref=${top} class="page">
        <${Overview} ...${tools} />
      </div>
    `
  }
  const part = parts[at]
  const next = parts[at + 1]
  return html`<div key=${open} ref=${top} class="page">
    <div class="part-head"><button type="button" class="back" onClick=${() =>
    go(null)}><${Chevron} dir="left" size=${22} />${_("De hele fiche")}</button></div>
    ${
    part.cup
      ? html`<${CupPart} key=${part.key} part=${part} ...${tools} />`
      : html`<h1>${part.label}</h1>
      ${
        part.top
          ? html`
            <${TopPart} data=${data} hosts=${hosts} choose=${choose} presence=${presence}
              api=${api} closed=${!scene.open} />
          `
          : html`<${Fields} key=${part.key} part=${part} ...${tools} />`
      }`
  }
    <div class="foot"><button type="button" class="btn" onClick=${() =>
    go(next ? next.key : null)}>${
    next ? forward(part, next) : _("Naar de hele fiche")
  }</button></div>
  </div>`
}

const forward = (part, next) =>
  _("Verder: {part}", { part: next.area && next.area !== part.area ? next.area.name : next.label })

/**
 * One cup: which area, its three cups to hop between, the question, and what helps to answer it.
 */
function CupPart({ part, data, scene, presence, api, go }) {
  const { area, cup } = part
  const closed = !scene.open
  return html`<div class="part">
    <p class="area"><${AreaIcon} area=${area.number} size=${40} /><b>${area.number} ${area.name}</b>
    </p>
    <nav class="cups" aria-label=${_("De kopjes van dit gebied")}>${
    area.cups.map((one) =>
      html`
        <button type="button" key=${one.slot} class=${one.slot === cup.slot
          ? "is-on"
          : ""} aria-current=${one.slot === cup.slot ? "step" : null}
          onClick=${() => go(one.slot)}>
              <${Cup} cup=${one.key} size=${62} /><span>${one
                .label}</span>${textOf(data, one.slot, api) &&
                !surplusOf(data, [one.slot], api) &&
                html`<i class="tick"><${Check} size=${18} /><span class="visually-hidden">${
                  _("ingevuld")
                }</span></i>`}
            </button>
      `
    )
  }</nav>
    <h1 class="ask" dir="auto">${cup.question}</h1>
    <${JointField} key=${cup.slot} slot=${cup.slot} stored=${
    data.joint.texts[cup.slot]
  } label=${cup.label} limit=${
    data.limits[cup.slot]
  } rows=${4} presence=${presence} api=${api} disabled=${closed}
      empty=${
    closed
      ? _("Schrijven kan nu even niet.")
      : presence.alone
      ? null
      : _("Je schrijft hier samen met je collega.")
  } />
    ${
    area.recaps.length > 0 &&
    html`<details class="help"><summary>${_("Wat jullie hier al over zeiden")}</summary>
      ${
      area.recaps.map((one) =>
        html`
          <h2>${one.title}</h2>
          <ul>${one.sentences.map((sentence) => html`<li dir="auto">${sentence}</li>`)}</ul>
        `
      )
    }</details>`
  }
    ${
    area.indicators.length > 0 && html`
      <details class="help">
        <summary>${_("Waar je aan kunt denken")}</summary>
        <ol>${area.indicators.map((one) => html`<li dir="auto">${one}</li>`)}</ol>
      </details>
    `
  }
  </div>`
}

function Fields({ part, data, scene, presence, api }) {
  const closed = !scene.open
  const shut = closed ? _("Schrijven kan nu even niet.") : null
  const field = (slot, label, rows, empty) =>
    html`
      <${JointField} key=${slot} slot=${slot} stored=${data.joint
        .texts[slot]} label=${label} limit=${data.limits[slot]}
        rows=${rows} presence=${presence} api=${api} disabled=${closed} empty=${shut ?? empty} />
    `
  if (part.questions) {
    return html`<div class="part"><p class="question" dir="auto">${part.questions.ask}</p>
    ${
      part.slots.map((slot, at) =>
        field(slot, _("Leervraag {n}", { n: at + 1 }), 2, at ? _("Mag leeg blijven.") : null)
      )
    }</div>`
  }
  return html`<div class="part">${
    part.conclusions.map((one) =>
      html`
        <section key=${one.slot}
          class="conclusion"><p class="question" dir="auto">${one.question}</p>${field(
            one.slot,
            one.label,
            4,
            null,
          )}</section>
      `
    )
  }</div>`
}

function Overview({ data, scene, parts, hosts, presence, api, go }) {
  const open = countOpen(data, hosts, api)
  const looking = scene.stage === "look" && !data.home
  const rest = parts.filter((part) => !part.area)
  return html`
    <h1 class=${looking ? "eyes" : ""}>${looking
      ? _("Kijk naar het scherm.")
      : !scene.open
      ? _("Jullie fiche")
      : presence.alone
      ? _("Vul jullie fiche in.")
      : _("Vul samen jullie fiche in.")}</h1>
    <p class="lead" role="status">${looking
      ? (data.large
        ? _("Jullie fiche staat nu op het scherm. Vertel er iets bij.")
        : _("Wie zijn fiche deelt, ziet ze op het scherm."))
      : lead(data, scene, open, presence.alone)}</p>
    <article class="sheet poster">
      <div class="whose">
        <${Tile} tile=${data.organisation.tile} size=${48} />
        <h2 class="name" translate="no" dir="auto">${data.organisation.name}</h2>
      </div>
      <ul>
        ${data.areas.map((area) =>
          html`
            <li key=${area.number}>
              <${AreaRow} area=${area} data=${data} presence=${presence} api=${api}
                go=${go} />
            </li>
          `
        )}
        ${rest.map((part) =>
          html`
            <li key=${part.key}>
              <${Row} part=${part} data=${data} hosts=${hosts} presence=${presence}
                api=${api} go=${go} />
            </li>
          `
        )}
      </ul>
    </article>
    <${Share} shared=${data.shared} blank=${open === total(data)} api=${api} />
  `
}

const total = (data) =>
  data.areas.reduce((sum, area) => sum + area.cups.length, 0) + data.conclusions.length +
  (data.questions ? 1 : 0) + (data.top ? 1 : 0)

/** The deadline and the number of open parts; no wording that says somebody is behind. */
function lead(data, scene, open, alone) {
  if (!scene.open) return _("Schrijven kan nu even niet.")
  const until = data.home && data.until
    ? _("In te vullen tegen {day}.", { day: data.until })
    : data.home
    ? ""
    : alone
    ? _("Kies een gebied.")
    : _("Kies elk een gebied. Je ziet meteen wat de ander schrijft.")
  const left = open
    ? ngettext("Nog {n} vak is open.", "Nog {n} vakken zijn open.", open)
    : _("Alles is ingevuld.")
  return data.home ? [until, left].filter(Boolean).join(" ") : until
}

function AreaRow({ area, data, presence, api, go }) {
  const long = surplusOf(data, area.cups.map((cup) => cup.slot), api)
  const filled = area.cups.map((cup) =>
    Boolean(textOf(data, cup.slot, api)) && !surplusOf(data, [cup.slot], api)
  )
  const first = filled.indexOf(false)
  const n = filled.filter(Boolean).length
  return html`<button type="button" class="row" onClick=${() =>
    go(area.cups[Math.max(0, first)].slot)}>
    <${AreaIcon} area=${area.number} size=${44} />
    <span class="row-words"><b>${area.number} ${area.name}</b><span class=${
    n ? "said" : "said none"
  }>${n ? _("{n} van de {m} kopjes", { n, m: area.cups.length }) : _("nog leeg")}</span>
      <${Surplus} n=${long} />
      <${Here} slots=${area.cups.map((cup) => cup.slot)} presence=${presence} /></span>
    ${
    n === area.cups.length && html`
      <span
        class="done"><${Check} size=${20} /><span class="visually-hidden">${_(
          "ingevuld",
        )}</span></span>
    `
  }
    <${Chevron} size=${22} />
  </button>`
}

function Row({ part, data, hosts, presence, api, go }) {
  const words = part.top
    ? hosts.filter(Boolean).map((id) => data.top.others.find((one) => one.id === id).name).join(
      " · ",
    )
    : part.slots.map((slot) => textOf(data, slot, api)).filter(Boolean).join(" · ")
  const long = surplusOf(data, slotsOf(data, part, hosts), api)
  return html`<button type="button" class="row" onClick=${() => go(part.key)}>
    <span class="row-words"><b>${part.label}</b><span class=${
    words ? "said" : "said none"
  } dir="auto">${words || _("nog leeg")}</span><${Surplus} n=${long} />
      <${Here} slots=${part.slots} presence=${presence} /></span>
    ${
    words && !long && html`
      <span
        class="done"><${Check} size=${20} /><span class="visually-hidden">${_(
          "ingevuld",
        )}</span></span>
    `
  }
    <${Chevron} size=${22} />
  </button>`
}

/** In the place of a tick: how much must go before the part is shared. */
const Surplus = ({ n }) => n > 0 && html`<span class="long">${surplusWord(n)}</span>`

function Here({ slots, presence }) {
  const others = [...new Set(slots.flatMap((slot) => presence.at(slot)).map((one) => one.name))]
  return others.length > 0 &&
    html`<span class="here">${
      _("{who} is hier bezig", { who: others.map((name) => `\u2068${name}\u2069`).join(", ") })
    }</span>`
}

/**
 * The switch to share the sheet: private by default; either colleague may share it or undo that.
 */
function Share({ shared, blank, api }) {
  const sent = api.slot(shared.slot)
  const on = sent.own?.on ?? shared.on
  const change = (value) => api.send(shared.slot, { on: value })
  return html`<section class="share">
    <h2>${on ? _("Jullie delen deze fiche.") : _("Deze fiche is nog van jullie alleen.")}</h2>
    <p>${
    on
      ? _(
        "De zaal en de begeleider kunnen ze lezen, en ze komt in het verslag. " +
          "Jullie top 3 komt niet op het scherm. Wat je nog schrijft, is meteen te lezen.",
      )
      : _(
        "Niemand anders leest ze, ook de begeleider niet: die ziet alleen hoeveel er ingevuld is.",
      )
  }</p>
    <p class="writing-state" role="status"><${Saving} sent=${sent} /></p>
    ${
    on
      ? html`<button type="button" class="btn quiet" onClick=${() => change(false)}>${
        _("Deel niet meer")
      }</button>`
      : html`<button type="button" class="btn" aria-disabled=${blank} onClick=${() =>
        change(true)}>${_("Wij delen onze fiche")}</button>`
  }
  </section>`
}
