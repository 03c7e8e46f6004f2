// The sequels of gifts on the screen: the table with all of them, then who tells, with a gift on
// the left, what became of it on the right and the action that grew from it below.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { listed } from "../../kit/browser/listed.js"
import { FigureAt, spoken, Tile } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"
import { GiftCard, TableRoom } from "../../kit/browser/gift_table.js"
import { Name } from "../../kit/browser/name.js"
import { Parcel } from "../../kit/browser/parcel.js"
import { ScreenBar } from "../../kit/browser/topbar.js"
import { Sequel } from "./screen_sequel.js"
import { Together } from "./screen_together.js"

/** `data` is what `screen` of views.py gave. */
export default function SequelsScreen({ data, scene, api }) {
  const { now } = data
  const all = data.together?.rows.length > 0
  const View = all ? Together : now?.gift ? Sequel : now ? (isHouse(now) ? House : Coffee) : Table
  return html`
    <div class="sequels-screen">
      <${TableRoom} low=${Boolean(now?.gift) || all} />
      <${ScreenBar} scene=${scene} api=${api} />
      <${View} key=${all ? data.together.page : now?.gift?.key ?? now?.party.name} data=${data} />
    </div>
  `
}

/** Who received something, and has nothing else to tell where it is wrapped still. */
const isHouse = (now) => now.count > 0 || (now.wrapped > 0 && !now.gave_to.length)

const wrappedWords = (n) =>
  ngettext("{n} cadeautje is nog ingepakt.", "{n} cadeautjes zijn nog ingepakt.", n)

/** For whom, where few have one that is wrapped still: from afar cards say it better than bows. */
const wrappedFor = ({ wrapped, wrapped_for }) =>
  wrapped_for
    ? _("Nog niet uitgepakt: wat er ligt voor {names}.", { names: wrapped_for })
    : wrappedWords(wrapped)

/** The gifts of the whole track. */
function Table({ data }) {
  const title = useRef(null)
  useFit(title, data.ask)
  return html`
    <div class="ask" ref=${title}>
      <h1 dir="auto">${data.ask}</h1>
    </div>
    <p class="lead" role="status">${lead(data)}</p>
    <${Laid} laid=${data} look=${data.look} />
    <p class="cloth">${data.wrapped > 0 && data.total > 0 && !data.after
      ? html`<b>${wrappedFor(data)}</b>`
      : data.without > 0 && !data.after && data.total > 0
      ? _("Lag er niets voor jullie? Vertel wat je gaf, of luister met een koffie.")
      : data.after
      ? html`<b>${_("Dank je. Wie gaf, heeft nu ook iets gekregen.")}</b>`
      : html`<b>${_("Nog niets mee gedaan? Dat is ook een antwoord.")}</b>`}</p>
  `
}

function lead(data) {
  if (!data.total && data.wrapped) return wrappedWords(data.wrapped)
  if (!data.total) return _("Er is nog geen cadeautje uitgepakt. Vertellen kan wel.")
  if (data.after) return _("Dit kwam er van onze cadeautjes.")
  if (!data.written || data.total === 1) return _("Schrijf het samen op, in één zin.")
  return ngettext(
    "Van {n} van de {m} cadeautjes staat het op papier.",
    "Van {n} van de {m} cadeautjes staat het op papier.",
    data.written,
    { m: data.total },
  )
}

/** Gifts on the table with their cards: open once their hosts unwrapped them. */
function Laid({ laid, look }) {
  return html`
    <svg class="scenery" viewBox="0 0 1920 1080" ...${spoken(
      laid.gifts.length &&
        ngettext("{n} cadeautje op de tafel", "{n} cadeautjes op de tafel", laid.gifts.length),
    )}>${laid.gifts.map((gift) =>
      html`
        <g key=${gift.key}
          transform=${`translate(${gift.place.x} ${gift.place.y}) scale(${gift.place.scale})`}>
          <${Parcel} gift=${gift} look=${look} state=${gift.state} />
        </g>
      `
    )}</svg>
    ${laid.gifts.map((gift) => html`<${GiftCard} key=${gift.key} gift=${gift} />`)}
    ${laid.more > 0 && html`<p class="more">${_("en nog {n}", { n: laid.more })}</p>`}
  `
}

/** Who tells, with all that it received. */
function House({ data }) {
  return html`
    <${Teller} party=${data.now.party} />
    <p class="lead">${ngettext(
      "Dit cadeautje kregen ze.",
      "Deze {n} cadeautjes kregen ze.",
      data.now.count + data.now.wrapped,
    )}${data.now.wrapped > 0 && ` ${wrappedWords(data.now.wrapped)}`}</p>
    <${Laid} laid=${data.now} look=${data.look} />
    <p class="cloth"><b>${data.now.count
      ? _("Wat kwam ervan?")
      : _("Uitpakken kan nog, wanneer zij willen.")}</b></p>
  `
}

/** Who received nothing: it tells what it gave, or listens. */
function Coffee({ data }) {
  const { now } = data
  const box = useRef(null)
  useFit(box, now.gave)
  return html`
    <${Teller} party=${now.party} />
    <p class="lead">${now.gave_to.length
      ? [
        _("Zij gaven iets aan {names}.", {
          names: listed(now.gave_to.map((one) => one.name)),
        }),
        now.wrapped > 0 && _("Wat zij kregen, is nog ingepakt."),
      ].filter(Boolean).join(" ")
      : _("Voor hen lag er geen cadeautje. Wel een stoel, en koffie.")}</p>
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
      <${FigureAt} x=${380} y=${890} size=${230} pose="koffie" tile=${now.party.tile} />
    </svg>
    <article class="sheet spoken gave">
      <div class="said" ref=${box}>
        <p dir="auto">${now.gave ||
          (now.gave_to.length ? _("Wat bracht dat geven?") : _("Wat hoorden jullie vandaag?"))}</p>
      </div>
    </article>
  `
}

export function Teller({ party }) {
  return html`
    <div class="who">
      <${Tile} tile=${party.tile} size=${88} />
      <h1 class="small">
        <${Name} of=${party} /><span class="tells">${_("vertelt")}</span>
      </h1>
    </div>
  `
}
