// Closing a gift: paper and ribbon, and what stands there once it is closed.
import { html, useEffect, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { listed } from "../../kit/browser/listed.js"
import { useGuard } from "../../kit/browser/guard.js"
import { Alert, Check, Unplugged } from "../../kit/browser/figures.js"
import { notYet } from "../../kit/browser/saving.js"
import { PAPER_NAMES, ParcelPicture, RIBBON_NAMES } from "../../kit/browser/parcel.js"
import { For } from "./gift_for.js"

const WRAP = 1500

/** Paper and ribbon. The paper repeats the giver's own sign. */
export function Wrap({ gift, data, api, back }) {
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

export function Closed({ gift, data, scene, api, away, fresh }) {
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
