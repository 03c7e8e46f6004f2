// A sheet on a phone: an overview of its parts, and one page at a time to fill in, together with
// whoever else fills it in.
import { html, useRef, useState } from "../../browser/vendor/htm-preact.js"
import { _, ngettext } from "../../browser/i18n.js"
import { listed } from "../../browser/listed.js"
import { AreaIcon, Check, Chevron, Tile } from "../../browser/figures.js"
import { usePresence } from "../../browser/joint.js"
import { surplusWord } from "../../browser/too_long.js"
import { SheetPicture } from "./deck.js"
import { Field } from "./fields.js"
import { cellsOf, countAll, countOpen, groupsOf, isFilled, surplusOf, wordsOf } from "./parts.js"
import { pictureOf } from "./picture.js"
import { Reading } from "./reading.js"
import { Share } from "./share.js"

/**
 * `data` is what `phone` of views.py gave, what `phones` gave, or {} on a phone without a sheet.
 * `own` is what the
 * exercise draws in its own way; all but `kind` may be left out:
 *
 *   kind        of the exercise, for the class of its own styles
 *   fields      key -> {Part, words(field, tools), cells(field, tools)} of a field of kind "own",
 *               or of one that is drawn otherwise
 *   useState    ({data, api}) => what these fields share, as `state` in the tools
 *   title, lead (tools) => sentence, above the overview; null for the usual one
 *   looks       (tools) => sentence while the room looks at the screen, "" else
 *   count       (n, m) => how many fields of an area are filled in
 *   Above, Below   on a page, above and below its fields: {page, ...tools}
 *   After       below the overview: tools
 *   shareWords  what sharing means
 *   path        pages one after the other: the question large, and below it 'Vorige', 'Volgende'
 *               and squares that show where one is and lead to the overview
 *   named       the label of a field is the head of its page, also with a path
 *   whole       what all of it is called on the way back there: 'De hele fiche'
 */
export function SheetPhone({ data, scene, me, api, own }) {
  const [chosen, choose] = useState(null)
  const kind = `sheet-phone ${own.kind}-phone at-${scene.stage || "fill"}`
  if (data.sheets?.length > 1 && !data.sheets[chosen]) {
    return html`
      <div class=${kind}>
        <${WhichSheet} sheets=${data.sheets} choose=${choose} />
      </div>
    `
  }
  if (data.sheets?.length) {
    const at = data.sheets[chosen] ? chosen : 0
    const back = data.sheets.length > 1 ? () => choose(null) : null
    const one = { ...own, back }
    return html`
      <${SheetPhone} key=${data.sheets[at].holder.name} data=${data.sheets[at]}
        scene=${scene} me=${me} api=${api} own=${one} />
    `
  }
  if (!data.joint) {
    return html`
      <div class=${kind}>
        <div class="page">
          <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
        </div>
      </div>
    `
  }
  return html`<div class=${kind}>${
    data.reading
      ? html`<${Reading} data=${data} me=${me} api=${api} own=${own} />`
      : html`<${Filling} data=${data} scene=${scene} api=${api} own=${own} />`
  }</div>`
}

/** For who fills in the sheets of several visits: which one. */
const WhichSheet = ({ sheets, choose }) =>
  html`
    <div class="page">
      <h1>${sheets[0].holder.kind === "visit" ? _("Welk bezoek?") : _("Welke fiche?")}</h1>
      ${sheets.map(({ holder }, at) =>
        html`
          <button type="button" key=${holder.name} class="sheet poster which"
            onClick=${() => choose(at)}><${Whose} holder=${holder} /></button>
        `
      )}
    </div>
  `

function Filling({ data, scene, api, own }) {
  const [open, setOpen] = useState(null)
  const presence = usePresence(data.joint, api)
  const state = own.useState?.({ data, api })
  const top = useRef(null)
  const go = (key) => {
    setOpen(key)
    top.current?.scrollIntoView({ block: "start" })
  }
  const tools = { data, scene, presence, api, own, go, state }
  const page = data.pages.find((one) => one.key === open)
  return html`<div key=${open} ref=${top} class="page">${
    page ? html`<${Page} page=${page} ...${tools} />` : html`<${Overview} ...${tools} />`
  }</div>`
}

function Page({ page, ...tools }) {
  const { own, go } = tools
  const alone = page.fields.length === 1
  const asks = alone && (page.area || (own.path && !own.named)) ? page.fields[0].help : ""
  const help = alone && !asks ? page.fields[0].help : asks ? "" : page.help
  const inside = { page, ...tools }
  return html`
    <div
      class="part-head"><button type="button" class="back" onClick=${() =>
        go(null)}><${Chevron} dir="left" size=${22} />${own.whole ??
        _("De hele fiche")}</button></div>
    ${page.area && html`
      <p class="area"><${AreaIcon} area=${page.area} size=${40} /><b>${page.area} ${page
        .area_name}</b></p>
    `}
    ${own.Above && html`<${own.Above} ...${inside} />`}
    <h1 class=${asks ? "ask" : ""} dir="auto">${asks || page.label}</h1>
    <div class="part">
      ${help && html`<p class="question" dir="auto">${help}</p>`}
      ${page.fields.map((field) =>
        html`<${Field} key=${field.slot} field=${field} alone=${alone} tools=${tools} />`
      )}
      ${own.Below && html`<${own.Below} ...${inside} />`}
    </div>
    <${Foot} ...${inside} />
  `
}

function Foot({ page, ...tools }) {
  const { data, own, go } = tools
  const at = data.pages.indexOf(page)
  const [before, next] = [data.pages[at - 1], data.pages[at + 1]]
  const on = next
    ? html`<button type="button" class="btn" onClick=${() => go(next.key)}>${
      own.path ? _("Volgende") : forward(page, next)
    }</button>`
    : html`<button type="button" class="btn" onClick=${() => go(null)}>${
      own.whole ?? (own.path ? _("Klaar") : _("Naar de hele fiche"))
    }</button>`
  if (!own.path) return html`<div class="foot">${on}</div>`
  return html`
    <button type="button" class="path" onClick=${() => go(null)} aria-label=${_(
      "{n} van {m}: naar het overzicht",
      { n: at + 1, m: data.pages.length },
    )}>${data.pages.map((one, place) => {
      const done = one.fields.every((field) => isFilled(field, tools))
      return html`<i key=${one.key} class=${`${done ? "is-done" : ""} ${
        place === at ? "is-now" : ""
      }`}></i>`
    })}</button>
    <div
      class="foot two"><button type="button" class="btn quiet" onClick=${() =>
        go(before?.key ?? null)}><${Chevron} dir="left" size=${22} />${_(
          "Vorige",
        )}</button>${on}</div>
  `
}

const forward = (page, next) =>
  _("Verder: {part}", {
    part: next.area && next.area !== page.area ? next.area_name : next.label,
  })

function Overview(tools) {
  const { data, api, own } = tools
  const looks = own.looks?.(tools)
  return html`
    ${own.back && html`
      <div class="part-head"><button type="button" class="back" onClick=${own.back}><${Chevron}
        dir="left" size=${22} />${data.holder.kind === "visit"
          ? _("De andere bezoeken")
          : _("De andere fiches")}</button></div>
    `}
    <h1 class=${looks ? "eyes" : ""}>${looks
      ? _("Kijk naar het scherm.")
      : own.title?.(tools) ?? title(tools)}</h1>
    <p class="lead" role="status">${looks || (own.lead?.(tools) ?? lead(tools))}</p>
    <article class="sheet poster">
      <${Whose} holder=${data.holder} />
      <ul>${groupsOf(data.pages).map((group) =>
        html`<li key=${group.key}>${
          group.area
            ? html`<${GroupRow} group=${group} ...${tools} />`
            : html`<${PageRow} page=${group.pages[0]} ...${tools} />`
        }</li>`
      )}</ul>
    </article>
    ${own.After && html`<${own.After} ...${tools} />`}
    ${data.shared && html`
      <${Share} shared=${data.shared} blank=${countOpen(tools) === countAll(data)}
        words=${own.shareWords} api=${api} />
    `}
  `
}

/** Whose sheet it is, with the tiles of its organisations. */
export const Whose = ({ holder }) =>
  html`
    <div class="whose">
      ${holder.tiles.map((tile) => html`<${Tile} tile=${tile} size=${52} />`)}
      <h2 class="name" translate="no" dir="auto">${holder.name}</h2>
    </div>
  `

const title = ({ data, scene, presence }) => {
  if (data.holder.kind === "person") return scene.open ? _("Vul je fiche in.") : _("Jouw fiche")
  if (!scene.open) return _("Jullie fiche")
  return presence.alone ? _("Vul jullie fiche in.") : _("Vul samen jullie fiche in.")
}

/** What to do; at home the day and how much is open, and no word of being behind. */
function lead(tools) {
  const { data, scene, presence } = tools
  if (!scene.open) return _("Schrijven kan nu even niet.")
  if (data.home) {
    const open = countOpen(tools)
    const left = open
      ? ngettext("Nog {n} vak is open.", "Nog {n} vakken zijn open.", open)
      : _("Alles is ingevuld.")
    return data.until ? `${_("In te vullen tegen {day}.", { day: data.until })} ${left}` : left
  }
  if (presence.alone) return _("Kies een deel.")
  return _("Kies elk een deel. Je ziet meteen wat de ander schrijft.")
}

/** The row of an area: how many of its fields are filled in, and to the first that is not. */
function GroupRow({ group, ...tools }) {
  const { own, go } = tools
  const fields = group.pages.flatMap((page) => page.fields)
  const filled = group.pages.map((page) => page.fields.every((field) => isFilled(field, tools)))
  const n = filled.filter(Boolean).length
  const first = group.pages[Math.max(0, filled.indexOf(false))]
  const [{ area, area_name: name }] = group.pages
  const many = { n, m: group.pages.length }
  return html`
    <${Row} sign=${html`<${AreaIcon} area=${area} size=${44} />`}
      label=${`${area} ${name}`} words=${n > 0 &&
        (own.count?.(many.n, many.m) ?? _("{n} van de {m} ingevuld", many))} done=${n ===
        many.m} fields=${fields} tools=${tools}
      onClick=${() => go(first.key)} />
  `
}

function PageRow({ page, ...tools }) {
  const { data, api, go } = tools
  const words = page.fields.map((field) => wordsOf(field, tools)).filter(Boolean).join(" · ")
  const long = page.fields.some((field) => surplusOf(field, tools) > 0)
  const shown = page.fields.filter((field) => field.kind === "picture")
    .map((field) => pictureOf(data, field.slot, api)).find(Boolean)
  return html`
    <${Row} label=${page.label} words=${words} done=${words && !long}
      fields=${page.fields} picture=${shown} tools=${tools} onClick=${() => go(page.key)} />
  `
}

function Row({ sign, label, words, done, fields, picture, tools, onClick }) {
  const { presence } = tools
  const slots = fields.flatMap((field) => cellsOf(field)).map((cell) => cell.slot)
  const here = [...new Set(slots.flatMap((slot) => presence.at(slot)).map((one) => one.name))]
  const long = fields.reduce((sum, field) => sum + surplusOf(field, tools), 0)
  return html`<button type="button" class="row" onClick=${onClick}>
    ${sign}
    <span class="row-words"><b>${label}</b>
      <span class=${words ? "said" : "said none"} dir="auto">${words || _("nog leeg")}</span>
      ${long > 0 && html`<span class="long">${surplusWord(long)}</span>`}
      ${
    here.length > 0 &&
    html`<span class="here">${
      ngettext("{who} is hier bezig", "{who} zijn hier bezig", here.length, {
        who: listed(here),
      })
    }</span>`
  }
    </span>
    ${
    picture &&
    html`<span class="thumb"><${SheetPicture} picture=${{ ...picture, alt: "" }} /></span>`
  }
    ${
    done && html`
      <span
        class="done"><${Check} size=${20} /><span class="visually-hidden">${_(
          "ingevuld",
        )}</span></span>
    `
  }
    <${Chevron} size=${22} />
  </button>`
}
