// Filling a gift: one gift at a time, from open to closed.
import { html, useEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { ParcelPicture } from "../../kit/browser/parcel.js"
import { Notes } from "./fill_notes.js"
import { Closed, Wrap } from "./fill_wrap.js"

/** Everything one person has to give: one gift at a time. */
export function Giving({ data, scene, api }) {
  const [chosen, choose] = useState(null)
  const { mine } = data
  const gift = mine.find((one) => one.key === chosen) ?? (mine.length === 1 ? mine[0] : null)
  // the only gift stays on the page when another one is asked for, as somebody may be writing in it
  useEffect(() => {
    if (gift && gift.key !== chosen) choose(gift.key)
  }, [gift?.key])
  if (!gift) return html`<${Choose} mine=${mine} look=${data.look} choose=${choose} />`
  const away = mine.length > 1 ? () => choose(null) : null
  return html`
    <${One} key=${gift.key} gift=${gift} data=${data} scene=${scene} api=${api}
      away=${away} />
  `
}

function Choose({ mine, look, choose }) {
  return html`
    <div class="words">
      <h1>${_("Voor wie vul je een cadeautje?")}</h1>
    </div>
    <ul class="choices">${mine.map((gift) =>
      html`<li key=${gift.key}><button type="button" class="choice" onClick=${() =>
        choose(gift.key)}>
      ${
        gift.state === "empty" || gift.state === "aside"
          ? html`<${Tile} tile=${gift.to.tile} size=${56} />`
          : html`<${ParcelPicture} gift=${gift} look=${look} state=${
            gift.state === "open" ? "open" : "wrapped"
          } height=${72} />`
      }
      <span><b class="name" translate="no" dir="auto">${
        gift.to.soft ?? gift.to.name
      }</b><span class="muted">${stateWord(gift)}</span></span>
    </button></li>`
    )}</ul>
  `
}

function stateWord(gift) {
  if (gift.state === "open") return _("uitgepakt")
  if (gift.gone) return _("doet niet meer mee")
  if (gift.state !== "empty") return _("ingepakt")
  if (gift.group) return gift.own ? _("je briefje zit erin") : _("een cadeautje van ons allemaal")
  return gift.count ? ngettext("{n} briefje erin", "{n} briefjes erin", gift.count) : _("nog leeg")
}

/**
 * From open to closed: `wrapping` is only the choosing of paper, the server says when it is closed.
 */
function One({ gift, data, scene, api, away }) {
  const [wrapping, setWrapping] = useState(false)
  const before = useRef(gift.state)
  const fresh = before.current === "empty" && gift.state === "wrapped"
  useEffect(() => {
    if (gift.state !== "empty") setWrapping(false)
  }, [gift.state])
  useFromTop(`${wrapping && gift.state === "empty"}/${gift.state}`)
  if (gift.state !== "empty") {
    return html`
      <${Closed} gift=${gift} data=${data} scene=${scene} api=${api} away=${away}
        fresh=${fresh} />
    `
  }
  before.current = "empty"
  if (wrapping) {
    return html`<${Wrap} gift=${gift} data=${data} api=${api} back=${() => setWrapping(false)} />`
  }
  return html`
    <${Notes} gift=${gift} data=${data} scene=${scene} api=${api} away=${away}
      wrap=${() => setWrapping(true)} />
  `
}

/** Another view begins at its heading, not as far down as the one before it was read. */
function useFromTop(view) {
  const before = useRef(view)
  useEffect(() => {
    if (before.current === view) return
    before.current = view
    const heading = document.querySelector(".gifts-phone .for h1")
    if (!(heading instanceof HTMLElement)) return
    heading.closest(".phone-view")?.scrollTo(0, 0)
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [view])
}
