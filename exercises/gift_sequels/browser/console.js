// Beside the preview: each organisation with its gifts, whose turn it is, and a form for who has no
// phone. What was not on the screen yet is not sent to the console.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Alert, Check, Tile } from "../../kit/browser/figures.js"
import { ShortField } from "../../kit/browser/filling_in.js"
import { surplus } from "../../kit/browser/too_long.js"

export default function SequelsDesk({ data, api, ways }) {
  return html`
    <div class="sequels-console">
      <p class="muted">${_(
        "Wat een organisatie schreef, komt pas bij haar beurt op het scherm, en ook hier dan pas.",
      )}</p>
      ${data.wrapped && html`
        <p class="muted">${data.wrapped} <a class="con-link" href=${ways.mails.href}
          target="_top">${ways.mails.label}</a></p>
      `}
      <ul>${data.rows.map((one) =>
        html`<${Row} key=${one.id} one=${one} data=${data} api=${api} />`
      )}</ul>
    </div>
  `
}

function Row({ one, data, api }) {
  const [writing, write] = useState(false)
  const telling = data.stage === "tell"
  const turn = (payload) => api.contribute(one.slot, payload)
  return html`
    <li class=${one.on ? "is-on" : ""}>
      <div class="head"><${Tile} tile=${one.tile} size=${30} /><span class="way"><b class="name"
        translate="no">${one.name}</b>${!one.here &&
          html`${" "}<span class="muted">${_("(niet in de zaal)")}</span>`}<span
        class="state">${stateWord(one)}</span></span>
        <span class="do">
          ${telling && !one.on && html`
            <button type="button" class="btn quiet con-sm" aria-label=${_(
              "Laat vertellen: {name}",
              one,
            )}
              onClick=${() => turn({ gift: "" })}>${one.told
                ? _("Opnieuw")
                : _("Laat vertellen")}</button>
          `}
          ${telling && !one.told && !one.on && html`
            <button type="button" class="btn quiet con-sm" aria-pressed=${one.skip}
              aria-label=${_("Sla over: {name}", one)}
              onClick=${() => turn({ gift: "", skip: !one.skip })}>${one.skip
                ? _("Toch niet")
                : _("Sla over")}</button>
          `}
          ${(one.gifts.length > 0 || one.gave_to.length > 0) && html`
            <button type="button" class="btn quiet con-sm" aria-expanded=${writing}
              aria-label=${_("Schrijf voor {name}", one)} onClick=${() => write(!writing)}>${writing
                ? _("Sluit")
                : _("Schrijf")}</button>
          `}
        </span></div>
      ${one.on && one.gifts.length > 0 && html`
        <div class="gifts">${one.gifts.map((gift) =>
          html`
            <button type="button" key=${gift.key} class="btn quiet con-sm"
              aria-pressed=${gift.key === one.gift} onClick=${() => turn({ gift: gift.key })}>${gift
                    .key === one.gift && html`<${Check} size=${18} />`}${gift.from}${gift.unseen &&
                html`<span class="muted">${_("zin nog niet op het scherm")}</span>`}</button>
          `
        )}</div>
      `}
      ${writing &&
        html`<${WriteFor} one=${one} data=${data} api=${api} shut=${() => write(false)} />`}
    </li>
  `
}

function stateWord(one) {
  const unseen = one.unseen > 0 && ngettext(
    "{n} zin kwam nog niet op het scherm",
    "{n} zinnen kwamen nog niet op het scherm",
    one.unseen,
  )
  const wrapped = one.wrapped > 0 && ngettext(
    "{n} cadeautje is nog ingepakt",
    "{n} cadeautjes zijn nog ingepakt",
    one.wrapped,
  )
  const turn = turnWord(one)
  if (turn) return joined(turn, unseen)
  if (!one.gifts.length) {
    return one.gave_to.length
      ? joined(wrapped || _("kreeg geen cadeautje"), _("kan vertellen wat ze gaf"))
      : joined(wrapped || _("kreeg geen cadeautje"), _("luistert mee"))
  }
  const done = one.gifts.filter((gift) => gift.written).length
  const written = ngettext(
    "bij {n} van {m} staat een zin",
    "bij {n} van {m} staat een zin",
    done,
    { m: one.gifts.length },
  )
  return joined(written, wrapped)
}

const joined = (...words) => words.filter(Boolean).join(", ")

function turnWord(one) {
  if (one.on) return _("vertelt nu")
  if (one.told) return _("was aan het woord")
  return one.skip && _("overgeslagen")
}

/** What an organisation without a phone says aloud. */
function WriteFor({ one, data, api, shut }) {
  const ways = one.gifts.length
    ? one.gifts
    : [{ key: "", slot: one.gave_slot, from: _("wat ze gaven"), giver: "" }]
  const [at, setAt] = useState(0)
  const [text, setText] = useState("")
  const [refused, refuse] = useState(null)
  const send = async (event) => {
    event.preventDefault()
    const words = text.trim()
    if (surplus(words, data.limit)) return
    const gift = ways[at]
    const payload = gift.key
      ? { text: words, nothing: !words, giver: gift.giver, for: one.id }
      : { text: words, for: one.id }
    const outcome = await api.contribute(gift.slot, payload)
    if (outcome.ok) shut()
    else refuse(outcome.refused ?? outcome.again)
  }
  return html`<form onSubmit=${send}>
    ${
    ways.length > 1 &&
    html`<label class="con-field"><span>${_("Welk cadeautje?")}</span><select class="field"
      value=${String(at)} onChange=${(event) => setAt(Number(event.target.value))}>${
      ways.map((gift, n) => html`<option value=${String(n)}>${gift.from}</option>`)
    }</select></label>`
  }
    <${ShortField} label=${_("Wat ze zeggen")} text=${text} limit=${data.limit}
      onText=${setText} />
    <p class="muted">${
    one.gifts.length ? _("Leeg laten betekent: {words}", { words: data.nothing }) : ""
  }</p>
    ${refused && html`<p class="refused" role="alert"><${Alert} />${refused}</p>`}
    <button type="submit" class="btn quiet con-sm">${_("Bewaar")}</button>
  </form>`
}
