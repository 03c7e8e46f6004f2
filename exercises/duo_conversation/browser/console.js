// The groups on the console, to change by hand: select a person, then an action. The server checks
// each change, so that two consoles can't make conflicting ones.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Cross, Tile } from "../../kit/browser/figures.js"

export default function DuoDesk({ data, api }) {
  const [picked, pick] = useState([])
  const here = picked.filter((id) => known(data).some((one) => one.id === id))
  const change = (payload) => {
    api.contribute(data.slot, payload)
    pick([])
  }
  const toggle = (id) =>
    pick(here.includes(id) ? here.filter((one) => one !== id) : [...here, id].slice(-2))
  return html`<section class="duo-console" aria-label=${_("Duo's")}>
    <div class="head"><h2>${_("Duo's")}</h2>
      <${Again} key=${data.made} change=${() => change({ do: "again", made: data.made })} /></div>
    <${Picked} data=${data} here=${here} change=${change} pick=${pick} />
    <ol class="groups">${
    data.groups.map((group) =>
      html`
        <li key=${group.key}>
          <b class="spot" aria-label=${_("Plek {n}", { n: group.spot })}>${group.spot}</b>
          <span class="people">${group.people.map((one) =>
            html`<${Chip} key=${one.id} one=${one} on=${here.includes(one.id)} toggle=${toggle} />`
          )}
              ${group.people.length === 1 &&
                html`<span class="alone">${_("wacht op iemand")}</span>`}</span>
        </li>
      `
    )
  }</ol>
    ${
    data.aside.length > 0 &&
    html`<div class="aside"><h3>${_("Even opzij")}</h3><span class="people">
      ${
      data.aside.map((one) =>
        html`<${Chip} key=${one.id} one=${one} on=${here.includes(one.id)} toggle=${toggle} />`
      )
    }</span></div>`
  }
  </section>`
}

const known = (data) => [...data.groups.flatMap((group) => group.people), ...data.aside]

/** Makes all groups anew, after a confirmation, since people may be talking. */
function Again({ change }) {
  const [asked, ask] = useState(false)
  if (!asked) {
    return html`<button type="button" class="btn quiet small" onClick=${() => ask(true)}>${
      _("Maak nieuwe duo’s")
    }</button>`
  }
  return html`<span class="again" role="status">${_("Iedereen krijgt iemand anders.")}
    <button type="button" class="btn quiet small" onClick=${() => {
    ask(false)
    change()
  }}>${_("Ja, nieuwe duo’s")}</button>
    <button type="button" class="btn quiet small" onClick=${() => ask(false)}>${
    _("Nee")
  }</button></span>`
}

/** A toggle button: pressed or not is said, and drawn with a border, not with a colour alone. */
function Chip({ one, on, toggle }) {
  return html`
    <button type="button" class=${`chip${on ? " on" : ""}`} aria-pressed=${on
      ? "true"
      : "false"} title=${one.organisation}
      onClick=${() => toggle(one.id)}>
        <${Tile} tile=${one.tile} size=${24} /><span class="name" translate="no" dir="auto">${one
          .name}</span>
      </button>
  `
}

/** The actions for the selected person. */
function Picked({ data, here, change, pick }) {
  const [first, second] = here
  const name = (id) => known(data).find((one) => one.id === id)?.name ?? ""
  const isAside = data.aside.some((one) => one.id === first)
  return html`<div class="picked" role="status">
    ${
    !here.length &&
    html`<p>${
      _(
        "Kies iemand om opzij te zetten, of twee mensen om samen te zetten. " +
          "De rest herschikt zich.",
      )
    }</p>`
  }
    ${
    here.length === 1 && html`<button type="button" class="btn quiet small" onClick=${() =>
      change({ do: isAside ? "back" : "aside", who: first })}>
      ${
      isAside
        ? _("Zet {name} terug in een duo", { name: name(first) })
        : _("Zet {name} even opzij", { name: name(first) })
    }</button>`
  }
    ${
    here.length === 2 && html`<button type="button" class="btn quiet small" onClick=${() =>
      change({ do: "together", who: first, with: second })}>
      ${_("Zet {one} en {other} samen", { one: name(first), other: name(second) })}</button>`
  }
    ${
    here.length > 0 && html`
      <button type="button" class="btn quiet small" onClick=${() => pick([])}
        aria-label=${_("Niemand kiezen")}><${Cross} size=${18} /></button>
    `
  }
  </div>`
}
