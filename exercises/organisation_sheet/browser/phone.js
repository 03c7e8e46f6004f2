// The sheet on a phone: an overview of its parts, and one part at a time to fill in, together with
// the colleague.
import { html, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check, Chevron, Tile } from "../../kit/browser/figures.js"
import { Hall } from "../../kit/browser/hall.js"
import { JointField, jointText, usePresence } from "../../kit/browser/joint.js"
import { notShared, surplus, surplusWord } from "../../kit/browser/too_long.js"
import { PicturePart } from "./picture.js"
import { SheetPicture } from "./cards.js"
import { EarlierField, EarlierSheet } from "./earlier.js"

export default function SheetPhone({ data, scene, me, api }) {
  if (!data.joint) {
    return html`
      <div class="organisation_sheet-phone">
        <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
      </div>
    `
  }
  const filling = scene.stage === "fill"
  return html`<div class=${`organisation_sheet-phone at-${scene.stage || "fill"}`}>
    ${
    filling
      ? html`<${Fill} data=${data} scene=${scene} api=${api} />`
      : html`<${Look} data=${data} me=${me} api=${api} />`
  }
  </div>`
}

/** The parts in the order of the sheet: {key, label, slots}. */
function partsOf(data) {
  const people = data.rows
    ? [{ key: "people", label: _("Wie zijn jullie?"), slots: slotsOf(data.rows) }]
    : []
  const fields = data.fields.map((field) => ({
    key: field.slot,
    label: field.label,
    slots: [field.slot],
    field,
  }))
  const picture = data.picture ? [{ key: "picture", label: _("Jullie beeld"), slots: [] }] : []
  return [...people, ...fields, ...picture]
}

const slotsOf = (rows) =>
  Array.from({ length: rows }, (_none, at) => [`sheet.name${at + 1}`, `sheet.role${at + 1}`]).flat()

function Fill({ data, scene, api }) {
  const [open, setOpen] = useState(null)
  const presence = usePresence(data.joint, api)
  const top = useRef(null)
  const parts = partsOf(data)
  const at = parts.findIndex((part) => part.key === open)
  const next = parts[at + 1]
  const go = (key) => {
    setOpen(key)
    top.current?.scrollIntoView({ block: "start" })
  }
  if (at < 0) {
    return html`
      <div key=${open} ref=${top} class="page">
        <${Overview} data=${data} scene=${scene} parts=${parts} presence=${presence}
          api=${api} go=${go} />
      </div>
    `
  }
  return html`
    <div key=${open} ref=${top} class="page">
      <div
        class="part-head"><button type="button" class="back" onClick=${() =>
          go(null)}><${Chevron} dir="left" size=${22} />${_("De hele fiche")}</button></div>
      <h1>${parts[at].label}</h1>
      <${Part} key=${open} part=${parts[at]} data=${data} scene=${scene}
        presence=${presence} api=${api} />
      <div class="foot"><button type="button" class="btn" onClick=${() =>
        go(next ? next.key : null)}>${next
        ? _("Verder: {part}", { part: next.label })
        : _("Naar de hele fiche")}</button></div>
    </div>
  `
}

function Part({ part, data, scene, presence, api }) {
  const closed = !scene.open
  if (part.key === "picture") {
    return html`
      <${PicturePart} picture=${data.picture} scene=${scene} api=${api}
        closed=${closed} />
    `
  }
  if (part.key === "people") {
    return html`<${People} data=${data} presence=${presence} api=${api} closed=${closed} />`
  }
  return html`<div class="part">
    ${part.field.question && html`<p class="question" dir="auto">${part.field.question}</p>`}
    ${!closed && html`<${EarlierField} slot=${part.key} data=${data} api=${api} />`}
    <${JointField} key=${part.key} slot=${part.key} stored=${
    data.joint.texts[part.key]
  } label=${part.label} limit=${data.limits.text} rows=${5} presence=${presence} api=${api}
    disabled=${closed}
      empty=${
    closed
      ? _("Schrijven kan nu even niet.")
      : presence.alone
      ? null
      : _("Je schrijft hier samen met je collega.")
  } />
  </div>`
}

function People({ data, presence, api, closed }) {
  const rows = Array.from({ length: data.rows }, (_none, at) => at + 1)
  const line = (slot, label, limit) =>
    html`
      <${JointField} key=${slot} slot=${slot} stored=${data.joint
        .texts[slot]} label=${label} limit=${limit}
        rows=${1} single=${true} presence=${presence} api=${api} disabled=${closed} />
    `
  return html`<div class="part">${
    rows.map((n) =>
      html`<fieldset key=${n} class="person">
    <legend class="visually-hidden">${_("Persoon {n}", { n })}</legend>
    ${line(`sheet.name${n}`, _("Naam"), data.limits.name)}
    ${line(`sheet.role${n}`, _("Functie"), data.limits.role)}
  </fieldset>`
    )
  }</div>`
}

function Overview({ data, scene, parts, presence, api, go }) {
  return html`
    <h1>${!scene.open
      ? _("Jullie fiche")
      : presence.alone
      ? _("Vul jullie fiche in.")
      : _("Vul samen jullie fiche in.")}</h1>
    <p class="lead">${!scene.open
      ? _("Schrijven kan nu even niet.")
      : presence.alone
      ? _("Kies een deel.")
      : _("Kies elk een deel. Je ziet meteen wat de ander schrijft.")}</p>
    <article class="sheet poster">
      <${Name} organisation=${data.organisation} />
      <ul>${parts.map((part) =>
        html`
          <li key=${part.key}>
            <${Row} part=${part} data=${data} presence=${presence} api=${api}
              go=${go} />
          </li>
        `
      )}</ul>
    </article>
    ${scene.open && html`<${EarlierSheet} data=${data} api=${api} />`}
  `
}

function Name({ organisation }) {
  return html`
    <div class="whose">
      <${Tile} tile=${organisation.tile} size=${56} />
      <h2 class="name" translate="no" dir="auto">${organisation.name}</h2>
    </div>
  `
}

function Row({ part, data, presence, api, go }) {
  const others = [
    ...new Set(part.slots.flatMap((slot) => presence.at(slot)).map((one) => one.name)),
  ]
  const words = part.key === "picture"
    ? data.picture.chosen?.alt ?? ""
    : part.key === "people"
    ? peopleLines(data, api).join(" · ")
    : textOf(data, part.key, api)
  const long = surplusOf(data, part.slots, api)
  return html`<button type="button" class="row" onClick=${() => go(part.key)}>
    <span class="row-words"><b>${part.label}</b>
      <span class=${words ? "said" : "said none"} dir="auto">${words || _("nog leeg")}</span>
      ${long > 0 && html`<span class="long">${surplusWord(long)}</span>`}
      ${
    others.length > 0 &&
    html`<span class="here">${
      _("{who} is hier bezig", { who: others.map((name) => `\u2068${name}\u2069`).join(", ") })
    }</span>`
  }
    </span>
    ${
    part.key === "picture" && data.picture.chosen &&
    html`<span class="thumb"><${SheetPicture} picture=${{
      ...data.picture.chosen,
      alt: "",
    }} /></span>`
  }
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

/** The text as the person typed it, also while it is not confirmed yet. */
const textOf = (data, slot, api) => jointText(api, slot, data.joint.texts[slot])

/** How many characters the texts in these slots have too many, together. */
const surplusOf = (data, slots, api) =>
  slots.reduce((sum, slot) => sum + surplus(textOf(data, slot, api), limitOf(data, slot)), 0)

const limitOf = ({ limits }, slot) =>
  slot.startsWith("sheet.name")
    ? limits.name
    : slot.startsWith("sheet.role")
    ? limits.role
    : limits.text

function peopleLines(data, api) {
  return Array.from({ length: data.rows }, (_none, at) => {
    const name = textOf(data, `sheet.name${at + 1}`, api)
    const role = textOf(data, `sheet.role${at + 1}`, api)
    return name && role ? `${name}, ${role}` : name
  }).filter(Boolean)
}

/** While the sheets are on the screen: the organisation's own sheet, read-only. */
function Look({ data, me, api }) {
  const texts = data.fields.map((field) => ({
    label: field.label,
    text: textOf(data, field.slot, api),
    long: surplusOf(data, [field.slot], api),
  }))
  const people = peopleLines(data, api)
  const bare = !people.length && !data.picture?.chosen && texts.every((one) => !one.text)
  return html`<div class="page">
    <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
    <p class="lead" role="status">${
    data.large
      ? _("Jullie fiche hangt nu groot. Vertel er iets bij.")
      : _("De fiches hangen aan de muur.")
  }</p>
    ${
    bare
      ? html`<${Hall} me=${me} label=${_("Jouw figuur kijkt")} />`
      : html`<article class="sheet poster read">
      <${Name} organisation=${data.organisation} />
      ${
        data.picture?.chosen && html`
          <div class="shown">
            <${SheetPicture} picture=${data.picture.chosen} />
          </div>
        `
      }
      ${
        people.length > 0 && html`<p class="people">${
          people.map((line) => html`<span dir="auto">${line}</span>`)
        }</p>`
      }
      ${
        texts.map(({ label, text, long }) =>
          text && html`
            <h3>${label}</h3>
            <p class="text" dir="auto">${text}</p>
            ${long > 0 && html`<p class="text long">${surplusWord(long)}. ${notShared()}</p>`}
          `
        )
      }
    </article>`
  }
  </div>`
}
