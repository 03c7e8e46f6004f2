// Beside the map on the console: open a pawn on the screen, one after the other, and place one for
// an organisation that has no phone at hand.
import { html, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check, Chevron, Tile } from "../../kit/browser/figures.js"
import { surplus, TooLong } from "../../kit/browser/too_long.js"
import { Pawn } from "./pawn.js"

const VILLAGE = new URL("../village-phone.svg", import.meta.url).href

export default function MapDesk({ data, api }) {
  const [helped, help] = useState(null)
  const standing = data.pawns.filter((one) => one.at)
  const open = (id) => api.contribute(data.open_slot, { party: id })
  const pawn = data.pawns.find((one) => one.id === helped)
  return html`<section class="neighbourhood_map-console" aria-label=${_("De pionnen")}>
    <${Walk} data=${data} standing=${standing} open=${open} />
    <ul class="pawns">${
    data.pawns.map((one) =>
      html`
        <${Row} key=${one.id} one=${one} data=${data} open=${open} helped=${helped === one.id}
          help=${() => help(helped === one.id ? null : one.id)} />
      `
    )
  }</ul>
    ${
    pawn &&
    html`
      <${Helping} key=${`${pawn.id}${data.slot}`} pawn=${pawn} data=${data} api=${api}
        close=${() => help(null)} />
    `
  }
  </section>`
}

/** Through all pawns, in order. */
function Walk({ data, standing, open }) {
  if (!standing.length) return html`<p class="walk"><b>${_("Nog geen pion op de kaart.")}</b></p>`
  if (!data.shown) {
    return html`<p class="walk"><b>${
      _("De pionnen zijn verborgen. Toon ze eerst om er een groot te zetten.")
    }</b></p>`
  }
  return html`<div class="walk">
    <button type="button" class="btn quiet con-sm" aria-disabled=${!data.before} onClick=${() =>
    open(data.before)}><${Chevron} dir="left" size=${20} />${_("vorige")}</button>
    <button type="button" class="btn quiet con-sm" aria-disabled=${!data.after} onClick=${() =>
    open(data.after)}>${
    data.opened ? _("volgende") : data.told ? _("Ga voort") : _("Overloop de pionnen")
  }${
    data.after && html`
      ${" "}<bdi class="whose">${standing.find((one) => one.id === data.after).name}</bdi>
    `
  }<${Chevron} dir="right" size=${20} /></button>
    ${
    data.opened && html`<button type="button" class="btn quiet con-sm" onClick=${() =>
      open("")}>${_("Toon de hele kaart")}</button>`
  }
    <span class="count">${_("{n} van de {m} verteld", { n: data.told, m: standing.length })}</span>
  </div>`
}

function Row({ one, data, open, helped, help }) {
  const opened = data.opened === one.id
  return html`<li class=${opened ? "is-open" : ""}>
    <${Tile} tile=${one.tile} size=${36} />
    <div class="what"><b dir="auto">${one.name}</b>
      ${
    one.told &&
    html`<span class="told"><${Check} size=${18} />${
      one.changed && !opened ? _("verteld; de zin is intussen anders") : _("verteld")
    }</span>`
  }
      <span class="place">${
    one.at
      ? (one.moved ? _("verhuisd, nu {place}", { place: one.place }) : one.place)
      : one.here
      ? _("nog geen pion")
      : _("niet in de zaal, geen pion")
  }</span>
      ${
    one.words &&
    html`<q dir="auto">${one.said_before && html`<i>${_("Daarnet:")} </i>`}${one.words}</q>`
  }</div>
    ${
    one.at && data.shown && html`
      <button type="button" class="btn quiet con-sm" aria-pressed=${opened ? "true" : "false"}
        onClick=${() => open(opened ? "" : one.id)}>${opened ? _("Sluit") : _("Zet groot")}</button>
    `
  }
    <button type="button" class="btn quiet con-sm" aria-expanded=${
    helped ? "true" : "false"
  } onClick=${help}>${one.at ? _("Verzet") : _("Zet een pion")}</button>
  </li>`
}

/** In the name of an organisation: a place on the small map or from the list, and its sentence. */
function Helping({ pawn, data, api, close }) {
  const map = useRef(null)
  const [words, write] = useState(pawn.why)
  const [wide, high, edge] = data.size
  const long = surplus(words, data.why_limit)
  const put = (x, y) =>
    api.contribute(data.slot, {
      party: pawn.id,
      x: clamp(x, edge, wide - edge),
      y: clamp(y, edge, high - edge),
    })
  const tap = (event) => {
    const box = map.current.getBoundingClientRect()
    put(
      ((event.clientX - box.left) / box.width) * wide,
      ((event.clientY - box.top) / box.height) * high,
    )
  }
  const pick = (event) => {
    const place = data.places[Number(event.target.value)]
    if (place) put(place[1], place[2])
  }
  return html`
    <div class="helping">
      <h2>${_("In naam van")} <span dir="auto">${pawn.name}</span></h2>
      <div class="map" ref=${map} onClick=${tap}>
          <img src=${VILLAGE} alt=${_(
            "De kaart van de buurt: klik waar de pion komt",
          )} draggable=${false} />
          ${pawn.at && html`
            <${Pawn} class="own" drawn=${data.drawn[pawn.tile]} width=${44} style=${`left:${
              (pawn.at[0] / wide) * 100
            }%;top:${(pawn.at[1] / high) * 100}%`} />
          `}
        </div>
      <div class="fields">
          <label>${_("Kies een plek")}
            <select class="field" onChange=${pick} value="-1"><option value="-1">${pawn.at
              ? pawn.place
              : _("nog geen plek")}</option>${data.places.map(([label], at) =>
                html`<option value=${String(at)}>${label}</option>`
              )}</select></label>
          <label>${_("Waarom staan ze daar?")}
            <textarea class="field" rows="3" dir="auto" value=${words} onInput=${(event) =>
              write(event.target.value)}></textarea></label>
          ${long > 0 && html`
            <p>
              <${TooLong} n=${long} />
            </p>
          `}
          <div class="do">
            <button type="button" class="btn quiet con-sm" aria-disabled=${words.trim() ===
                pawn.why ||
              long > 0} onClick=${() =>
              api.contribute(data.why_slot, {
                party: pawn.id,
                text: words.trim(),
                seen: pawn.mark,
              })}>${_("Bewaar de zin")}</button>
            ${pawn.at &&
              html`<button type="button" class="btn quiet con-sm" onClick=${() =>
                api.contribute(data.slot, { party: pawn.id, off: true })}>${
                _("Haal de pion weg")
              }</button>`}
            <button type="button" class="btn quiet con-sm" onClick=${close}>${_("Klaar")}</button>
          </div>
        </div>
    </div>
  `
}

const clamp = (value, low, high) => Math.round(Math.min(high, Math.max(low, value)))
