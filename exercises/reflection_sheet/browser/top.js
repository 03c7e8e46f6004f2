// The top 3 of hosts: three choices, each with a why. Choosing who stands on another place makes
// the two change places.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { JointField } from "../../kit/browser/joint.js"
import { State } from "../../kit/sheet/browser/fields.js"

/** The slot of the top 3; null where it is not on the sheet. */
const slotOf = (data) =>
  data.pages.flatMap((page) => page.fields).find((one) => one.key === "top")?.slot ?? null

/** The other organisations, with the slot of why they are chosen. */
const othersOf = (data) =>
  data.pages.flatMap((page) => page.fields).find((one) => one.key === "why")?.slips ?? []

/**
 * The other hosts of the sheet that still take part; "" where nobody, or somebody who left, was
 * chosen.
 */
export const present = (data, hosts) =>
  hosts.map((id) => (othersOf(data).some((one) => one.id === id && !one.gone) ? id : ""))

/**
 * [hosts, choose(place, id)]: a choice shows at once, before the server confirms it.
 */
export function useHosts({ data, api }) {
  const slot = slotOf(data)
  const sent = api.slot(slot ?? "")
  const stored = data.values[slot]?.hosts ?? ["", "", ""]
  const pending = ["sending", "waiting"].includes(sent.status) ? sent.payload : null
  const hosts = sent.own?.hosts ?? stored
  const choose = (place, id) => {
    const next = [...hosts]
    const other = id ? next.indexOf(id) : -1
    if (other >= 0) next[other] = hosts[place]
    next[place] = id
    api.send(slot, { hosts: next, base: pending?.base ?? stored })
  }
  return [hosts, choose]
}

export function TopPart({ field, data, scene, state: [hosts, choose], presence, api }) {
  return html`<div class="top-3">
    <p class="question" dir="auto">${field.help}</p>
    <${State} sent=${api.slot(field.slot)} />
    ${
    hosts.map((id, place) =>
      html`
        <${Place} key=${place} place=${place} id=${id} hosts=${hosts} data=${data}
          choose=${choose} presence=${presence} api=${api} closed=${!scene.open} />
      `
    )
  }
  </div>`
}

function Place({ place, id, hosts, data, choose, presence, api, closed }) {
  const others = othersOf(data)
  const host = others.find((one) => one.id === id)
  const chosen = host && !host.gone ? host : null
  const field = `reflection-host-${place}`
  const elsewhere = (one) => hosts.indexOf(one.id)
  const named = (
    one,
  ) => (elsewhere(one) >= 0 && elsewhere(one) !== place
    ? _("{name} (nu plaats {n})", { name: one.name, n: elsewhere(one) + 1 })
    : one.name)
  return html`<fieldset class="place"><legend>${_("Plaats {n}", { n: place + 1 })}</legend>
    ${
    host?.gone &&
    html`<p class="gone">${
      _("{name} doet niet meer mee. Kies gerust een andere.", { name: `\u2068${host.name}\u2069` })
    }</p>`
  }
    <div class="pick">${chosen && html`<${Tile} tile=${chosen.tile} size=${44} />`}
      <label class="visually-hidden" for=${field}>${
    _("Gastorganisatie op plaats {n}", { n: place + 1 })
  }</label>
      <select id=${field} class="field" disabled=${closed} value=${chosen?.id ?? ""} onChange=${(
    event,
  ) => choose(place, event.currentTarget.value)}>
        <option value="">${_("nog niemand")}</option>
        ${
    others.filter((one) => !one.gone).map((one) =>
      html`<option key=${one.id} value=${one.id} selected=${one.id === chosen?.id}>${
        named(one)
      }</option>`
    )
  }
      </select></div>
    ${
    chosen && html`
      <${JointField} key=${chosen.slot} slot=${chosen.slot} stored=${data.joint
        .texts[chosen.slot]} limit=${data.limits[chosen.slot]} rows=${3}
        label=${_("Waarom {name}?", {
          name: `\u2068${chosen.name}\u2069`,
        })} presence=${presence} api=${api} disabled=${closed} empty=${_("Eén zin volstaat.")} />
    `
  }
  </fieldset>`
}
