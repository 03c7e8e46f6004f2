// The fields of a page: words that people write together, a choice, a point on a scale, a day, a
// time, rows of these, and a slip for each person.
import { html, useState } from "../../browser/vendor/htm-preact.js"
import { _ } from "../../browser/i18n.js"
import { ChooseOne } from "../../browser/choose_one.js"
import { Check, Clock, Tile } from "../../browser/figures.js"
import { JointField } from "../../browser/joint.js"
import { savingTrouble } from "../../browser/saving.js"
import { PictureField } from "./picture.js"
import { textOf, valueOf, wordsOf } from "./parts.js"

/** One field of a page; `alone`: it is the only one, so the page has its name and question. */
export function Field({ field, alone = false, tools }) {
  const Own = tools.own.fields?.[field.key]?.Part
  if (Own) return html`<${Own} field=${field} ...${tools} />`
  const said = alone && tools.own.named ? " is-said" : ""
  return html`<div class=${`asked asked-${field.kind}${said}`}>
    ${!alone && field.rows && html`<h2>${field.label}</h2>`}
    ${field.help && !alone && html`<p class="question" dir="auto">${field.help}</p>`}
    <${Inside} field=${field} tools=${tools} />
  </div>`
}

function Inside({ field, tools }) {
  const shut = !tools.scene.open || !field.mine
  if (!field.mine) return html`<${Read} field=${field} tools=${tools} />`
  if (field.rows) return html`<${Rows} field=${field} tools=${tools} shut=${shut} />`
  if (field.slips) return html`<${Slips} field=${field} tools=${tools} shut=${shut} />`
  return html`<${Cell} cell=${field} tools=${tools} shut=${shut} />`
}

/** What the others fill in, to be read. */
const Read = ({ field, tools }) =>
  html`
    <p class="read-only"><b>${field.label}</b> <span dir="auto">${wordsOf(field, tools) ||
      _("nog leeg")}</span></p>
  `

/** A cell of any kind. */
function Cell({ cell, tools, shut, single = cell.kind === "line" }) {
  const { data, scene, presence, api } = tools
  const { slot } = cell
  if (cell.kind === "picture") {
    return html`
      <${PictureField} field=${cell} data=${data} scene=${scene} api=${api}
        closed=${shut} />
    `
  }
  if (cell.kind === "choice") return html`<${Choice} cell=${cell} tools=${tools} shut=${shut} />`
  if (cell.kind === "scale") return html`<${Scale} cell=${cell} tools=${tools} shut=${shut} />`
  if (cell.kind === "date" || cell.kind === "time") {
    return html`<${When} cell=${cell} tools=${tools} shut=${shut} />`
  }
  return html`
    <${JointField} key=${slot} slot=${slot} stored=${data.joint.texts[slot]}
      label=${cell.label} limit=${data.limits[slot]} rows=${single ? 1 : cell.lines}
      single=${single} presence=${presence} api=${api} disabled=${shut}
      empty=${emptyWord(cell, tools, shut, single)} />
  `
}

function emptyWord(cell, { scene, presence }, shut, single) {
  if (!scene.open && !single) return _("Schrijven kan nu even niet.")
  if (shut || single) return cell.hint || null
  return cell.hint || (presence.alone ? null : _("Je schrijft hier samen met je collega."))
}

/** In a form nothing chosen and a choice taken back are the same: the last option. */
function Choice({ cell, tools: { data, api }, shut }) {
  const choice = {
    slot: cell.slot,
    name: "choice",
    chosen: data.values[cell.slot]?.choice ?? "",
    options: [...cell.options, { key: "", label: _("Nog niet gekozen") }],
  }
  return html`
    <${ChooseOne} choice=${choice} legend=${cell.label} api=${api} open=${!shut} />
  `
}

function Scale({ cell, tools: { data, api }, shut }) {
  const { scale = 0 } = valueOf(data, cell.slot, api)
  const points = Array.from({ length: cell.steps }, (_none, at) => at + 1)
  const choose = (at) => api.send(cell.slot, { scale: at === scale ? 0 : at })
  return html`
    <fieldset class="scale">
      <legend>${cell.label}</legend>
      <div class="points" style=${`--points:${cell.steps}`}>${points.map((at) =>
        html`
          <button type="button" key=${at} class=${at === scale ? "is-on" : ""}
            aria-pressed=${at === scale} aria-disabled=${shut} aria-label=${pointWord(cell, at)}
            onClick=${() => !shut && choose(at)}>${at}</button>
        `
      )}</div>
      <p class="ends" aria-hidden="true"><span>${cell.ends[0]}</span><span>${cell
        .ends[1]}</span></p>
      <${State} sent=${api.slot(cell.slot)} />
    </fieldset>
  `
}

const pointWord = ({ ends, steps }, at) =>
  at === 1 && ends[0] ? `${at}: ${ends[0]}` : at === steps && ends[1] ? `${at}: ${ends[1]}` : at

/** A day or a time, in the phone's own chooser; sent when it is whole. */
function When({ cell, tools: { data, presence, api }, shut }) {
  const { slot, kind } = cell
  const stored = valueOf(data, slot, api)[kind] ?? ""
  const id = `odv-${slot.replace(/[^\w-]/g, "-")}`
  const change = (event) => {
    const typed = event.currentTarget.value
    if (typed !== stored && !event.currentTarget.validity.badInput) {
      api.send(slot, { [kind]: typed })
    }
  }
  return html`<div class="when"><label for=${id}>${cell.label}</label>
    <input id=${id} class="field" type=${kind} value=${stored} readonly=${shut}
      onChange=${change} onFocus=${() => presence.enter(slot)}
      onBlur=${() => presence.leave(slot)} />
    <${State} sent=${api.slot(slot)} />
  </div>`
}

/** Rows of cells: as many as are filled in and the fewest there are; one more with a button. */
function Rows({ field, tools, shut }) {
  const [asked, ask] = useState(0)
  const { data, api } = tools
  const holds = (cell) =>
    cell.kind === "line" || cell.kind === "text"
      ? textOf(data, cell.slot, api)
      : Object.keys(valueOf(data, cell.slot, api)).length > 0
  const last = field.rows.reduce((most, row, at) => (row.some(holds) ? at + 1 : most), 0)
  const count = Math.min(field.rows.length, Math.max(field.fewest, last, asked))
  return html`<div class="rows">${
    field.rows.slice(0, count).map((row, at) =>
      html`<fieldset key=${row[0].slot} class="line-of-cells">
        <legend class="visually-hidden">${
        _("{what} {n}", { what: field.label, n: at + 1 })
      }</legend>
        ${
        row.map((cell) =>
          html`
            <${Cell} key=${cell.slot} cell=${numbered(cell, row, at)} tools=${tools}
              shut=${shut} single=${cell.kind === "line"} />
          `
        )
      }
      </fieldset>`
    )
  }
    ${
    !shut && field.grows && count < field.rows.length && html`
      <button type="button" class="btn quiet more" onClick=${() => ask(count + 1)}>${_(
        "Nog een regel",
      )}</button>
    `
  }
  </div>`
}

/** A cell that is alone in its row has the number of that row; all but the first may stay empty. */
const numbered = (cell, row, at) =>
  row.length > 1 ? cell : {
    ...cell,
    label: `${cell.label} ${at + 1}`,
    hint: cell.hint || (at ? _("Mag leeg blijven.") : ""),
  }

/** What each person wrote, as a slip; the own one last, to write on. */
function Slips({ field, tools, shut }) {
  const { data, api, presence } = tools
  return html`<div class="slips">${
    field.slips.map((slip) => {
      const cell = { ...field, ...slip, label: slip.own ? _("Jij") : slip.name }
      if (slip.own) {
        return html`
          <section key=${slip.slot} class="slip mine">
            <${Tile} tile=${slip.tile} size=${28} />
            <${Cell} cell=${cell} tools=${tools} shut=${shut} />
          </section>
        `
      }
      const text = textOf(data, slip.slot, api)
      const busy = presence.at(slip.slot).length > 0
      if (!text && !busy) return null
      return html`
        <section key=${slip.slot} class="slip">
          <p
            class="who"><${Tile} tile=${slip.tile} size=${24} /><b dir="auto">${slip
              .name}</b>${slip.side !== "all" &&
              html`<span>${
                slip.side === "guests" ? _("bezoeker") : _("gastorganisatie")
              }</span>`}${busy && html`<i>${_("schrijft …")}</i>`}</p>
          <p class="text" dir="auto">${text}</p>
        </section>
      `
    })
  }</div>`
}

/** Below what is chosen: whether it is kept. */
export function State({ sent }) {
  return html`
    <p class="writing-state" role="status">
      <${Saving} sent=${sent} />
    </p>
  `
}

/** Whether an answer is kept, in a few words. */
export function Saving({ sent }) {
  const trouble = savingTrouble(sent)
  if (trouble) return trouble
  if (sent.status === "sending") {
    return html`<span class="pending"><${Clock} />${_("Bezig met bewaren.")}</span>`
  }
  if (sent.status === "saved") return html`<span class="saved"><${Check} />${_("Bewaard.")}</span>`
  return null
}
