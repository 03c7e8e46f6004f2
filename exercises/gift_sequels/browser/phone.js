// The sequels of gifts on a phone: each gift that was received, which note of it the group may see,
// one sentence on what became of it, and the action that grew from it. Colleagues share all of it.
import { html, useEffect, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Check, Chevron } from "../../kit/browser/figures.js"
import { Hall } from "../../kit/browser/hall.js"
import { ParcelPicture } from "../../kit/browser/parcel.js"
import { Gave } from "./gave.js"
import { OneGift } from "./gift.js"
import { saidNow } from "./said.js"
import { StillWrapped } from "./still_wrapped.js"

/** `data` is what `phone` of views.py gave; {} on a phone of nobody. */
export default function SequelsPhone({ data, scene, me, api }) {
  const [chosen, choose] = useState(null)
  const { gifts = [] } = data
  const one = gifts.find((gift) => gift.key === chosen) ?? (gifts.length === 1 ? gifts[0] : null)
  // what somebody writes in stays on the page when another gift is unwrapped
  const [gave] = useState(!gifts.length)
  useEffect(() => {
    if (one && one.key !== chosen) choose(one.key)
  }, [one?.key])
  if (!data.gifts) {
    return html`
      <div class="sequels-phone">
        <div class="words">
          <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
        </div>
      </div>
    `
  }
  const away = gifts.length > 1 ? () => choose(null) : null
  return html`
    <div class="sequels-phone">
      <${Turn} turn=${data.turn} />
      ${one
        ? html`
          <${OneGift} key=${one.key} gift=${one} data=${data} scene=${scene} api=${api}
            away=${away} />
        `
        : gifts.length > 0 && html`<${Choose} data=${data} choose=${choose} api=${api} />`}
      <${StillWrapped} gifts=${data.wrapped} look=${data.look} />
      ${(gave || !gifts.length) && (data.gave.to.length > 0 || !data.wrapped.length) &&
        html`<${Gave} data=${data} scene=${scene} me=${me} api=${api} />`}
      ${gifts.length === 0 && !data.wrapped.length && !data.gave.to.length &&
        html`<${Hall} me=${me} />`}
    </div>
  `
}

/** Who tells now. */
function Turn({ turn }) {
  if (!turn) return null
  return html`
    <p class=${turn.mine ? "turn is-mine" : "turn"} role="status">${turn.mine
      ? _("Jullie zijn aan het woord. Vertel erbij wat je wilt.")
      : _("{name} vertelt. Kijk naar het scherm.", { name: `\u2068${turn.name}\u2069` })}</p>
  `
}

function Choose({ data, choose, api }) {
  const done = data.gifts.filter((gift) => saidNow(gift, api)).length
  return html`
    <div class="words">
      <h1>${_("Dit kregen jullie.")}</h1>
      <p class="lead">${_("Kies een cadeautje, en vertel wat ervan kwam.")}</p>
    </div>
    <ul class="received">${data.gifts.map((gift) =>
      html`
        <li key=${gift.key}>
          <button type="button" onClick=${() => choose(gift.key)}>
            <${ParcelPicture} gift=${gift} look=${data.look} state=${gift.state} height=${76} />
            <span><span class="muted">${_("van")}</span><b class="name" translate="no"
              dir="auto">${gift.from.name}</b>${saidNow(gift, api)
                ? html`<span class="saved"><${Check} size=${20} />${_("er staat een zin")}</span>`
                : html`<span class="muted">${_("nog niets geschreven")}</span>`}</span>
            <${Chevron} dir="right" size=${22} />
          </button>
        </li>
      `
    )}</ul>
    ${data.gifts.length > 1 && html`<p class="tally" role="status">${
      ngettext(
        "Bij {n} van de {m} staat een zin.",
        "Bij {n} van de {m} staat een zin.",
        done,
        { m: data.gifts.length },
      )
    }</p>`}
  `
}
