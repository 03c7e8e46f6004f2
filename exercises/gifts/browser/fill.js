// Filling a gift: note by note, a drawing among them; then paper and ribbon; then it is closed.
import { html, useEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { listed } from "../../kit/browser/listed.js"
import { useGuard } from "../../kit/browser/guard.js"
import { Alert, Check, Chevron, Tile, Unplugged } from "../../kit/browser/figures.js"
import { notYet } from "../../kit/browser/saving.js"
import { surplus } from "../../kit/browser/too_long.js"
import { Writing } from "../../kit/browser/writing.js"
import { PAPER_NAMES, ParcelPicture, RIBBON_NAMES } from "../../kit/browser/parcel.js"
import { Noted } from "./noted.js"
import { isIn, PhotosIn } from "./noted_photos.js"
import { captionSlot, Pad, readDraft } from "./pad.js"

const WRAP = 1500

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

export function For({ gift }) {
  return html`
    <div class="for">
      <${Tile} tile=${gift.to.tile} size=${56} />
      <h1>${gift.group
        ? _("Een cadeautje van ons allemaal voor")
        : _("Een cadeautje voor")} <b class="name" translate="no" dir="auto">${gift.to.soft ??
        gift.to.name}</b></h1>
    </div>
  `
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

function Notes({ gift, data, scene, api, away, wrap }) {
  const [shown, show] = useState(() => firstShown(gift, api))
  // taken away at the first letter: if it went as the field is left, the page would shift under the
  // finger that taps elsewhere, and the tap be lost
  const [lack, setLack] = useState(null)
  const list = useRef(null)
  const done = gift.kinds.filter((kind) => filled(kind, api))
  const next = gift.kinds.find((kind) => !shown.includes(kind.key))
  const reveal = (key) => {
    show(shown.includes(key) ? shown : [...shown, key])
    setTimeout(() => {
      const note = list.current?.querySelector(`[data-kind="${key}"]`)
      note?.scrollIntoView({ block: "start", behavior: "auto" })
      note?.querySelector("textarea, h2")?.focus({ preventScroll: true })
    }, 30)
  }
  // stays until the page closes: removing it would shift the buttons below under a finger
  const [how] = useState(!done.length && !gift.count)
  const ready = () => {
    const found = missing(gift, data.limits, api)
    setLack(found)
    if (!found) wrap()
  }
  return html`
    <${For} gift=${gift} />
        ${how &&
          html`<p class="with how">${
            _("Tik op het briefje en schrijf. Eén briefje is genoeg.")
          }</p>`}
        <p class="with seen">${_(
          "Bij het uitpakken staat je naam erbij, ook op het scherm. " +
            "Daarna mag het zo in het verslag.",
        )}</p>
        <div class="notes" ref=${list} onInput=${() => setLack(null)}>
          ${gift.kinds.filter((kind) => shown.includes(kind.key)).map((kind) =>
            html`<section class="note" data-kind=${kind.key} key=${kind.key}>
        ${
              kind.key === "draw"
                ? html`
                  <h2 tabindex="-1">${kind.heading}</h2>
                  <${Pad} key=${kind.slot} kind=${kind} api=${api} limit=${data.limits.caption} />
                `
                : html`
                  <${Writing} key=${kind.slot} slot=${kind.slot} stored=${kind.text} label=${kind
                    .heading} hint=${kind.hint}
                    limit=${data.limits.text} api=${api} rows=${3} />
                `
            }
      </section>`
          )}
          <${PhotosIn} gift=${gift} activity=${data.activity} api=${api} />
        </div>
        <${Tabs} kinds=${gift.kinds} done=${done} reveal=${reveal} />
        <${Noted} gift=${gift} limit=${data.limits.text} activity=${data.activity} api=${api}
      reveal=${reveal} />
        ${gift.colleagues.length > 0 &&
          html`<p class="with"><span class="name" translate="no">${
            _("Ook van {names}.", { names: listed(gift.colleagues) })
          }</span> ${_("Jullie vullen samen één cadeautje.")}</p>`}
        ${scene.stage === "table" &&
          html`<p class="with" role="status">${
            gift.group
              ? _("De tafel is gesloten. De begeleider kan dit cadeautje nog inpakken.")
              : _(
                "De tafel is gesloten. Dit cadeautje kun je nog inpakken, " +
                  "tot het uitpakken voorbij is.",
              )
          }</p>`}
        ${scene.stage === "fill" && !scene.open &&
          html`<p class="with">${
            _("Inpakken kan nu even niet. De begeleider kan dit cadeautje inpakken.")
          }</p>`}
        <div class="foot">
          ${lack && lack === missing(gift, data.limits, api) &&
            html`<p class="refused" role="alert"><${Alert} />${LACKS[lack]()}</p>`}
          <div class="buttons">
            ${away
              ? html`
                <button type="button" class="btn quiet square" aria-label=${_(
                  "Naar je andere cadeautjes",
                )}
                  onClick=${away}><${Chevron} dir="left" /></button>
              `
              : null}
            ${next
              ? html`<button type="button" class="btn quiet" onClick=${() => reveal(next.key)}>${
                _("Nog een briefje")
              }</button>`
              : null}
            ${!gift.group && (scene.open || scene.stage === "table") &&
              html`<button type="button" class="btn" onClick=${ready}>${_("Inpakken")}</button>`}
          </div>
          ${gift.group &&
            html`<p class="muted small">${
              _("Wat je schrijft, zit er meteen in. De begeleider pakt het in.")
            }</p>`}
        </div>
  `
}

function firstShown(gift, api) {
  const begun = gift.kinds.filter((kind) => filled(kind, api) || api.draft(kind.slot)).map((kind) =>
    kind.key
  )
  return begun.length ? begun : gift.kinds.slice(0, 1).map((kind) => kind.key)
}

const LACKS = {
  long: () => _("Eén briefje is nog te lang. Maak het eerst korter."),
  empty: () => _("Er zit nog niets in. Schrijf of teken eerst één briefje."),
}

/**
 * Why a gift can't be wrapped yet: "long" while a note here is too long to go in, "empty" while
 * nothing is in it; else null. What was done on this phone counts, whatever the page shows.
 */
export function missing(gift, limits, api) {
  const long = gift.kinds.some((kind) =>
    kind.key === "draw"
      ? surplus(caption(kind, api), limits.caption)
      : surplus(api.draft(kind.slot), limits.text)
  )
  if (long) return "long"
  const photos = gift.noted?.some((one) => one.photos.some((photo) => isIn(photo, api)))
  return gift.kinds.some((kind) => filled(kind, api)) || photos || gift.count ? null : "empty"
}

/** What is being written at a drawing: its draft on this phone holds the whole drawing. */
function caption(kind, api) {
  const draft = api.draft(kind.slot)
  return (draft ? readDraft(draft)?.text : null) ?? api.unshared(captionSlot(kind))
}

/** In the gift already, or on its way: what was sent counts as soon as the hand rests. */
function filled(kind, api) {
  const now = api.slot(kind.slot).own ?? kind
  return kind.key === "draw" ? (now.items ?? []).length > 0 : Boolean((now.text ?? "").trim())
}

function Tabs({ kinds, done, reveal }) {
  return html`<div class="tabs" role="group" aria-label=${_("Briefjes")}>
    ${
    kinds.map((kind) =>
      html`<button type="button" class=${done.includes(kind) ? "tab done" : "tab"} aria-label=${
        done.includes(kind)
          ? _("{heading}: zit erin", { heading: kind.heading })
          : _("{heading}: nog leeg", { heading: kind.heading })
      } onClick=${() => reveal(kind.key)}><i></i></button>`
    )
  }
    <span aria-live="polite">${
    _("{n} van {m} briefjes", { n: done.length, m: kinds.length })
  }</span>
  </div>`
}

/** Paper and ribbon. The paper repeats the giver's own sign. */
function Wrap({ gift, data, api, back }) {
  const { look } = data
  const [paper, setPaper] = useState(gift.paper)
  const [ribbon, setRibbon] = useState(gift.ribbon)
  const slot = `${gift.key}.wrap`
  const sent = api.slot(slot)
  // also once it is stored and this page does not show it yet
  const busy = sent.own !== null
  const shown = { ...gift, paper, ribbon }
  const guarded = useGuard()
  return html`
    <${For} gift=${gift} />
    <div class="wrapping">
      <${ParcelPicture} gift=${shown} look=${look} height=${210} />
    </div>
    <fieldset class="pick"><legend>${_("Papier")}</legend>${look.papers.map((name) =>
      html`
        <label
          class=${name === paper
            ? "on"
            : ""}><input type="radio" class="visually-hidden" name="paper" checked=${name ===
            paper} onChange=${() => setPaper(name)} />${PAPER_NAMES[name]()}</label>
      `
    )}</fieldset>
    <fieldset class="pick"><legend>${_("Lint")}</legend>${Object.keys(look.ribbons).map((name) =>
      html`
        <label
          class=${name === ribbon
            ? "on"
            : ""}><input type="radio" class="visually-hidden" name="ribbon" checked=${name ===
            ribbon} onChange=${() => setRibbon(name)} /><i style=${`background:${
            look.ribbons[name]
          }`}></i>${RIBBON_NAMES[name]()}</label>
      `
    )}</fieldset>
    <div class="foot">
      <p class="writing-state" aria-live="polite">${sent.status === "refused"
        ? html`<span class="refused"><${Alert} />${sent.reason}</span>`
        : sent.status === "waiting"
        ? html`<span class="refused"><${Unplugged} />${notYet(sent)}</span>`
        : null}</p>
      <div class="buttons">
        <button type="button" class="btn quiet" onClick=${back}>${_("Nog niet")}</button>
        <button type="button" class="btn" aria-disabled=${busy}
          onClick=${guarded(() => api.send(slot, { wrapped: true, paper, ribbon }))}>${_(
            "Pak het in",
          )}</button>
      </div>
    </div>
  `
}

/** The host left: nothing more to do here, and nobody reads it. */
function Lost({ gift, away }) {
  return html`
    <${For} gift=${gift} />
        <div class="words" role="status">
      <p class="lead">${_(
        "Deze organisatie doet niet meer mee. " +
          "Je hoeft niets meer te doen: niemand leest je cadeautje.",
      )}</p>
    </div>
        ${away && html`
          <div class="foot">
            <div
              class="buttons"><button type="button" class="btn quiet" onClick=${away}>${_(
                "Je andere cadeautjes",
              )}</button></div>
          </div>
        `}
  `
}

function Closed({ gift, data, scene, api, away, fresh }) {
  const guarded = useGuard()
  const [state, setState] = useState(fresh ? "wrapping" : "wrapped")
  useEffect(() => {
    if (state !== "wrapping") return
    const end = setTimeout(() => setState("wrapped"), WRAP)
    return () => clearTimeout(end)
  }, [])
  const slot = `${gift.key}.wrap`
  const sent = api.slot(slot)
  const may = scene.stage === "fill" && scene.open && !gift.group && gift.state === "wrapped"
  if (gift.gone && gift.state !== "open") return html`<${Lost} gift=${gift} away=${away} />`
  return html`
    <${For} gift=${gift} />
    <div class="wrapping grow">
      <${ParcelPicture} gift=${gift} look=${data.look} state=${gift.state === "open"
        ? "open"
        : state} height=${240}
        label=${_("Een ingepakt cadeautje")} />
    </div>
    <div class="foot">
      <div role="status">
            <p class="saved"><${Check} />${gift.state === "open"
              ? _("Uitgepakt.")
              : gift.group
              ? _("Ingepakt door de begeleider.")
              : gift.wrapper
              ? _("Ingepakt door {name}.", { name: listed([gift.wrapper]) })
              : _("Ingepakt.")}</p>
            ${gift.state !== "open" &&
              html`<p class="promise">${
                _("Niemand leest je cadeautje voor het wordt uitgepakt.")
              } ${
                _(
                  "Dan staat bij elk briefje wie het schreef, ook op het scherm. " +
                    "Daarna mag het zo in het verslag.",
                )
              }</p>`}
            ${sent.status === "refused" && html`<p class="refused"><${Alert} />${sent.reason}</p>`}
          </div>
      <div class="buttons">
            ${away &&
              html`<button type="button" class="btn quiet" onClick=${away}>${
                _("Je andere cadeautjes")
              }</button>`}
            ${may &&
              html`<button type="button" class="btn quiet" onClick=${
                guarded(() => api.send(slot, { wrapped: false }))
              }>${_("Weer openen")}</button>`}
          </div>
    </div>
  `
}
