// Cadeautjestijd on the screen: the table with gifts; then one gift at a time, note by note.
import { html, useEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Mark, spoken, Tile } from "../../kit/browser/figures.js"
import { Timer } from "../../kit/browser/clock.js"
import { useFit } from "../../kit/browser/fit.js"
import { Name } from "../../kit/browser/name.js"
import { GiftCard, TableRoom } from "../../kit/browser/gift_table.js"
import { OpenBox, Parcel } from "../../kit/browser/parcel.js"
import { photoUrl } from "../../kit/browser/note_photo.js"
import { Sketch } from "../../kit/browser/sketch.js"

const UNTIE = 1500
const LAID = 1500
const ROOMY = 0.9

export default function GiftsScreen({ data, scene, api }) {
  const seen = useSeen(data)
  return html`<div class="gifts-screen">
    <${TableRoom} low=${Boolean(data.now)} />
    <${Bar} data=${data} scene=${scene} api=${api} />
    ${
    data.now
      ? html`
        <${Reading} key=${data.now.key} now=${data.now} look=${data.look}
          activity=${data.activity} fresh=${seen.opened(data.now)} />
      `
      : html`<${Table} data=${data} scene=${scene} seen=${seen} />`
  }
  </div>`
}

/** Remembers what this screen showed, so that only changes since then are animated. */
function useSeen(data) {
  const memory = useRef({ states: null, page: null }).current
  const before = memory.states
  useEffect(() => {
    memory.states = Object.fromEntries(data.gifts.map((gift) => [gift.key, gift.state]))
  })
  return {
    opened: (gift) => Boolean(before) && before[gift.key] === "wrapped" && gift.page === 0,
    laid: (gift) => Boolean(before) && before[gift.key] === "empty" && gift.state === "wrapped",
  }
}

function Bar({ data, scene, api }) {
  return html`
    <div class="screen-bar">
      <div class="where"><${Mark} size=${60} /><span>${_("Over de vloer")}</span></div>
      <div class="progress">${scene.timer &&
        html`<${Timer} timer=${scene.timer} api=${api} />`}<${Count} data=${data} scene=${scene} />
          </div>
    </div>
  `
}

function Count({ data, scene }) {
  const [n, m] = data.tally
  if (!m) return null
  const unwrapping = scene.stage === "unwrap" || scene.stage === "after"
  const word = unwrapping
    ? ngettext("is uitgepakt", "zijn uitgepakt", n)
    : ngettext("is ingepakt", "zijn ingepakt", n)
  return html`<span role="status"><b>${_("{n} van de {m}", { n, m })}</b> ${word}</span>`
}

const LEADS = {
  fill: () => _("Vul een cadeautje voor wie je bezocht."),
  table: () => _("Voor wie ligt er iets?"),
  unwrap: (
    data,
  ) => (data.unwrapped === 0
    ? _("Wie pakt als eerste uit?")
    : data.unwrapped < data.wrapped
    ? _("Wie pakt nu uit?")
    : _("Alles is uitgepakt.")),
  after: () => _("Dank je. Neem je cadeautje mee naar je team."),
}

function Table({ data, scene, seen }) {
  const lead = (LEADS[scene.stage] ?? LEADS.fill)(data)
  return html`<h1>${_("Cadeautjestijd")}</h1><p class="lead">${
    data.gifts.length || scene.stage === "after"
      ? lead
      : _("De tafel is nog leeg: er zijn nog geen bezoeken ingevuld.")
  }</p>
    <svg class="scenery" viewBox="0 0 1920 1080" ...${
    spoken(
      data.wrapped &&
        ngettext("{n} cadeautje op de tafel", "{n} cadeautjes op de tafel", data.wrapped),
    )
  }>
      ${
    data.gifts.map((gift) =>
      html`
        <g key=${gift.key}
          transform=${`translate(${gift.place.x} ${gift.place.y}) scale(${gift.place.scale})`}>
                ${gift.state === "empty"
                  ? gift.waits
                    ? html`<${Waits} gift=${gift} />`
                    : html`<${Empty} shape=${gift.shape} />`
                  : html`<${Laid} gift=${gift} look=${data.look} fresh=${seen.laid(gift)} />`}
              </g>
      `
    )
  }
    </svg>
    ${data.gifts.map((gift) => html`<${GiftCard} key=${gift.key} gift=${gift} />`)}
    <p class="cloth">${cloth(data, scene)}</p>
    ${data.more > 0 && html`<p class="more">${_("en nog {n}", { n: data.more })}</p>`}`
}

/** An empty place on the table for a gift that is not there yet. */
const Empty = ({ shape }) =>
  html`
    <ellipse cx="0" cy="-4" rx=${shape.wide /
      2} ry="22" fill="none" stroke="var(--edge)" stroke-width="4"
      stroke-dasharray="14 12" />
  `

/**
 * Filled, without paper yet. On a full table the words would be too small: there the line below
 * says it.
 */
function Waits({ gift }) {
  const { scale } = gift.place
  return html`<${OpenBox} />${
    scale >= ROOMY &&
    html`<text x="0" y="-52" text-anchor="middle" class="not-yet" font-size=${28 / scale}>${
      _("nog niet ingepakt")
    }</text>`
  }`
}

function Laid({ gift, look, fresh }) {
  const [moving, move] = useState(fresh)
  useEffect(() => {
    if (fresh) move(true)
    const end = setTimeout(() => move(false), LAID)
    return () => clearTimeout(end)
  }, [fresh && gift.key])
  return html`<${Parcel} gift=${gift} look=${look} state=${
    gift.state === "open" ? "open" : moving ? "wrapping" : "wrapped"
  } />`
}

function cloth(data, scene) {
  if (!scene.stage || scene.stage === "fill") {
    return data.unvisited && data.gifts.length
      ? html`${_("Kreeg iemand geen bezoek? Dan vullen we samen een cadeautje.")}`
      : html`<b>${_("Niemand leest je cadeautje voor het wordt uitgepakt.")}</b>`
  }
  if (scene.stage === "after") return ""
  if (scene.stage === "unwrap" && data.unwrapped === data.wrapped && !data.waiting) return ""
  if (data.waiting > 0) {
    return html`<b>${
      ngettext(
        "{n} gevuld cadeautje is nog niet ingepakt.",
        "{n} gevulde cadeautjes zijn nog niet ingepakt.",
        data.waiting,
      )
    }</b> ${whoWraps(data)}`
  }
  if (scene.stage === "table") return html`<b>${_("Straks pakt iedereen uit wat ze kregen.")}</b>`
  return html`${_("Neem je tijd om te lezen.")} <b>${
    _("Stel daarna een vraag, of deel iets met de groep.")
  }</b>`
}

/** Who wraps; short, as there is one line for it. The facilitator wraps gifts of the group. */
function whoWraps({ waiting, waiting_of_group: ofGroup }) {
  if (!ofGroup) return _("Dat kan nog op je gsm.")
  if (ofGroup === waiting) return _("Dat doet de begeleider.")
  return _("Dat kan op je gsm, of de begeleider doet het.")
}

function Reading({ now, look, fresh, activity }) {
  const [opening, setOpening] = useState(fresh)
  useEffect(() => {
    const end = setTimeout(() => setOpening(false), UNTIE)
    return () => clearTimeout(end)
  }, [])
  const alone = now.page === 0
  const title = useRef(null)
  useFit(title, now.to.name)
  const before = useRef(now.page)
  useEffect(() => {
    before.current = now.page
  })
  const place = alone ? "translate(960 900) scale(2.1)" : "translate(300 930) scale(1.15)"
  // the lid flies off behind the words
  return html`
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
      <g class="given" transform=${place}>
        <${Parcel} gift=${now} look=${look} state=${opening ? "opening" : "open"} />
      </g>
    </svg>
        <div class="who">
      <${Tile} tile=${now.to.tile} size=${88} />
      <h1 class="small" ref=${title}><span>${_("{host} pakt uit", {
        host: `\u2068${now.to.name}\u2069`,
      })}</span></h1>
    </div>
        <p class="lead from">
      <${Name} of=${within(
        now.from,
        (name) => _("Een cadeautje van {name}", { name: `\u2068${name}\u2069` }),
      )} />
    </p>
        <${Face} now=${now} activity=${activity} waits=${before.current === 0} />
        ${!alone && html`<${Marks} now=${now} />`}
  `
}

function Face({ now, activity, waits }) {
  if (now.question || now.share) return html`<${Said} now=${now} />`
  if (now.reading) {
    return html`
      <div class="quiet">
        <p>${_("Neem je tijd.")}</p>
        <p>${_("De rest kan wachten.")}</p>
      </div>
    `
  }
  if (now.note) {
    return html`
      <${Note} key=${now.page} note=${now.note} activity=${activity} waits=${waits} />
    `
  }
  return null
}

/** The first note waits until the gift has gone aside: words over a gift can't be read. */
function Note({ note, activity, waits }) {
  const box = useRef(null)
  const [first] = useState(waits)
  useFit(box, note.text + note.kind)
  const drawn = note.kind === "draw" || note.photo
  return html`<article class=${`sheet note${drawn ? " drawn" : ""}${first ? " first" : ""}`}>
    <h2>${note.heading}</h2>
    ${
    note.kind === "draw" &&
    html`<${Sketch} items=${note.items} label=${note.text || _("Een tekening zonder woorden")} />`
  }
    ${
    note.photo &&
    html`
      <img class="sketch" src=${photoUrl(activity, note.photo)}
        alt=${_("Een foto van het bezoek")} />
    `
  }
    <div class="said" ref=${box}>${note.text && html`<p dir="auto">${note.text}</p>`}</div>
    ${note.who && html`<p class="by" dir="auto">${note.who}</p>`}
  </article>`
}

function Said({ now }) {
  const box = useRef(null)
  useFit(box, now.question + now.share)
  return html`
    <article class="sheet note spoken">
      <div class="said" ref=${box}>
        ${now.question && html`
          <h2>${_("{name} vraagt", { name: `\u2068${now.to.name}\u2069` })}</h2>
          <p dir="auto">${now.question}</p>
        `}
        ${now.share && html`
          <h2>${_("{name} deelt", { name: `\u2068${now.to.name}\u2069` })}</h2>
          <p dir="auto">${now.share}</p>
        `}
      </div>
    </article>
  `
}

/** A sentence around a name, in as many forms as the name has. */
const within = (forms, sentence) =>
  Object.fromEntries(
    ["name", "soft", "short"].filter((form) => forms[form]).map((
      form,
    ) => [form, sentence(forms[form])]),
  )

/** Little sheets: how far they are. Beyond a dozen only the words. */
function Marks({ now }) {
  return html`<p class="marks">${
    now.count <= 12 && Array.from({ length: now.count }, (_none, at) =>
      html`<i class=${at < now.page ? "done" : ""}></i>`)
  }
    <span>${
    now.reading
      ? _("Alle briefjes zijn gelezen.")
      : _("Briefje {n} van {m}", { n: now.page, m: now.count })
  }</span></p>`
}
