// The lobby: an open door, a code to come in with, and whoever is in already.
import { html, useRef } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../../exercises/kit/browser/i18n.js"
import { Qr, Tile } from "../../../exercises/kit/browser/figures.js"
import { Door, Floor, Wall } from "../../../exercises/kit/browser/scenery.js"
import { Standing, turned, usePacing, Walker } from "../../../exercises/kit/browser/people.js"
import { useFit } from "../../../exercises/kit/browser/fit.js"
import { Name } from "../../../exercises/kit/browser/name.js"
import { DOORWAY, NAMED, placesFor } from "./places.js"

export function Lobby({ meeting, lobby }) {
  const many = lobby.people.length > NAMED
  return html`
    <section class="lobby">
      <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
        <${Floor} top=${690} bottom=${3600} depth=${404} />
        <${Wall} top=${690} />
        <${Door} />
      </svg>
      <h1>${meeting.begun ? _("We gaan zo verder.") : _("Kom binnen.")}</h1>
      <p class="meeting"><b>${meeting.track}</b><span>${meeting.title}</span></p>
      <${Ways} lobby=${lobby} />
      <${People} lobby=${lobby} />
      <${Organisations} organisations=${lobby.organisations} people=${lobby
        .people} counted=${many} />
    </section>
  `
}

/** How to get in: first the Wi-Fi where the room has its own, then the meeting. */
function Ways({ lobby }) {
  const { wifi } = lobby
  return html`<div class=${wifi ? "ways two" : "ways"}>
    ${
    wifi && html`
      <figure>
        <figcaption><i>1</i><span>${_("Eerst de wifi")}<b>${wifi.name}</b></span></figcaption>
        <div class="sheet paper">
          <${Qr} ...${wifi.qr} size=${330} label=${_("QR-code van de wifi")} />
        </div>
      </figure>
    `
  }
    <figure>
      ${
    wifi &&
    html`<figcaption><i>2</i><span>${_("Dan naar binnen")}<b>${
      _("Scan met je gsm.")
    }</b></span></figcaption>`
  }
      <div class="sheet paper"><${Qr} ...${lobby.qr} size=${wifi ? 330 : 396} label=${
    _("QR-code om binnen te komen")
  } /></div>
    </figure>
    <${How} lobby=${lobby} />
  </div>`
}

function How({ lobby }) {
  const box = useRef(null)
  useFit(box, lobby.address + lobby.code)
  return html`<div class="how" ref=${box}>
    ${!lobby.wifi && html`<p class="big">${_("Scan met je gsm.")}</p>`}
    <p>${_("Lukt dat niet? Surf naar")} <b class="address">${breakable(lobby.address)}</b>${
    !lobby.wifi && html`<br />`
  }${_("en tik deze code:")}</p>
    <p class="code" translate="no">${lobby.code}</p>
    <p class="count" role="status"><${Count} n=${lobby.people.length}
      expected=${lobby.expected} guests=${lobby.guests} />
    </p>
  </div>`
}

/** A long address may break after a dot, slash or colon, never inside a word. */
const breakable = (address) =>
  (String(address).match(/[^./:]*[./:]|[^./:]+/g) ?? []).map((part) => html`${part}<wbr />`)

function Count({ n, expected, guests }) {
  if (n + guests === 0) return _("De deur staat open.")
  if (n === 0) {
    return html`<b>${guestsText(guests)}</b> ${ngettext("is binnen", "zijn binnen", guests)}`
  }
  const all = !expected || n > expected ? n : _("{n} van de {m}", { n, m: expected })
  const more = guests > 0 && _("en {guests}", { guests: guestsText(guests) })
  return html`<b>${all}</b> ${ngettext("is binnen", "zijn binnen", n)} ${more}`
}

const guestsText = (n) => ngettext("{n} gast", "{n} gasten", n)

function People({ lobby }) {
  const placed = placesFor(lobby.people, lobby.expected)
  return html`<div class="people">
    ${
    usePacing(placed).map(({ one, pace }) =>
      html`<${Guest} key=${one.id} one=${one} pace=${pace} />`
    )
  }
  </div>`
}

function Guest({ one, pace }) {
  const pose = one.door ? "zwaait" : one.pose
  return html`<${Walker} x=${one.x} y=${one.y} from=${DOORWAY} pace=${pace} class=${
    one.door ? "guest at-door" : "guest"
  }>
    <${Standing} size=${one.size} tile=${one.tile} pose=${pose} flip=${
    !one.door && turned(one.id)
  } />
    ${
    one.label &&
    html`
      <b class="under name" translate="no" dir="auto" style=${labelStyle(one.label)}>${one.name}</b>
    `
  }
  <//>`
}

const ONE_ROW = 6
const TWO_ROWS = 14

/**
 * The tiles that were laid. More than six go in two rows; beyond fourteen the rest is a number.
 * Each has its share of the width, so that a long name takes nothing from the others.
 */
function Organisations({ organisations, people, counted }) {
  if (!organisations.length) return null
  const dense = organisations.length > ONE_ROW
  const shown = organisations.length > TWO_ROWS
    ? organisations.slice(0, TWO_ROWS - 1)
    : organisations
  const rest = organisations.length - shown.length
  const places = shown.length + (rest > 0 ? 1 : 0)
  const columns = dense ? Math.ceil(places / 2) : places
  const counting = counted ? " counting" : ""
  return html`<ul class=${`laid${
    dense ? " dense" : ""
  }${counting}`} style=${`--columns:${columns}`}>
    ${
    shown.map((one) =>
      html`<${Laid} key=${one.name} one=${one} dense=${dense} count=${
        counted ? here(people, one.tile) : null
      } />`
    )
  }
    ${rest > 0 && html`<li class="rest">${ngettext("en nog {n}", "en nog {n}", rest)}</li>`}
  </ul>`
}

const here = (people, tile) => people.filter((one) => one.tile === tile).length

function Laid({ one, dense, count }) {
  const counting = count === null ? null : ngettext("{n} mens", "{n} mensen", count)
  return html`
    <li>
      <${Tile} tile=${one.tile} size=${dense ? 48 : 76} />
      <span class="text">
          ${!dense && (counting ?? one.kind) &&
            html`<span class="kind">${counting ?? one.kind}</span>`}
          <${Name} of=${one} class="name" />
          ${dense && count !== null && html`<span class="kind">${counting}</span>`}
        </span>
    </li>
  `
}

const labelStyle = ({ width, drop, font }) => `width:${width}px;top:${drop}px;font-size:${font}px`
