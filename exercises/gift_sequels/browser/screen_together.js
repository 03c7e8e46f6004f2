// All sequels together at the end: each with its sentence, a few on a page.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"
import { Fitted, Name } from "../../kit/browser/name.js"
import { Parcel } from "../../kit/browser/parcel.js"

/** `data.together` is what `together` of views_together.py gave. */
export function Together({ data }) {
  const { rows, page, pages } = data.together
  return html`
    <div class="ask is-together">
      <h1>${_("Dit kwam er van onze cadeautjes.")}</h1>
    </div>
    ${pages > 1 && html`
      <p class="more">${_("blad {n} van {m}", { n: page, m: pages })}</p>
    `}
    <ul class="together">${rows.map((row) =>
      html`<${Row} key=${(row.gift?.key ?? "") + row.party.name} row=${row} look=${data.look} />`
    )}</ul>
    ${page === pages && html`
      <p class="cloth"><b>${_("Dank je. Wie gaf, heeft nu ook iets gekregen.")}</b></p>
    `}
  `
}

function Row({ row, look }) {
  const box = useRef(null)
  useFit(box, row.text)
  const { gift, party } = row
  return html`
    <li class="sheet">
      <svg viewBox="-130 -240 260 260" aria-hidden="true">${gift &&
        html`<${Parcel} gift=${gift} look=${look} state="open" />`}</svg>
      <div class="whose">
        <p>
          <${Tile} tile=${party.tile} size=${44} />
          <${Name} of=${party} />
        </p>
        <p class="of">
          <${Fitted} forms=${gift
            ? [gift.from.name, gift.from.short].filter(Boolean).map((name) =>
              _("over het cadeautje van {name}", { name: `\u2068${name}\u2069` })
            )
            : [_("over wat ze gaven")]} />
        </p>
      </div>
      <div class="said" ref=${box}>
        <p dir="auto">${row.text}</p>
      </div>
    </li>
  `
}
