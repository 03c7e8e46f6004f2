// What somebody puts in a gift while it is open: note by note, a drawing among them.
import { html, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { listed } from "../../kit/browser/listed.js"
import { Alert, Chevron } from "../../kit/browser/figures.js"
import { surplus } from "../../kit/browser/too_long.js"
import { Writing } from "../../kit/browser/writing.js"
import { For } from "./gift_for.js"
import { Noted } from "./noted.js"
import { isIn, PhotosIn } from "./noted_photos.js"
import { captionSlot, Pad, readDraft } from "./pad.js"

export function Notes({ gift, data, scene, api, away, wrap }) {
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
function missing(gift, limits, api) {
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
