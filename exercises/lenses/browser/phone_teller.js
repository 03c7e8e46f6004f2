// Who tells: forward and back through the own story, what is in it, and which remarks to answer.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check, Chevron } from "../../kit/browser/figures.js"
import { savingTrouble } from "../../kit/browser/saving.js"
import { SavingState } from "../../kit/browser/saving_state.js"
import { Writing } from "../../kit/browser/writing.js"
import { photoUrl } from "../../kit/browser/note_photo.js"
import { Choosing, Chosen } from "./phone_cards.js"
import { Ends } from "./phone.js"

export function Teller({ data, api }) {
  const gathered = data.stage !== "listen"
  // open at first, and then as its reader leaves it: choosing must not fold it in
  const [making, make] = useState(
    (!gathered && !data.pages.length) || Boolean(unsent(data.told_slot, api)),
  )
  return html`
    <div class="words">
      <h1>${gathered ? _("Wat zagen de brillen?") : told(data)}</h1>
      <${Ends} data=${data} />
      ${gathered
        ? html`<p class="lead">${
          data.alone ? _("Kies waar je op ingaat.") : _("Kies samen waar jullie op ingaan.")
        }</p>`
        : html`<ul class="help">${data.questions.map((one) => html`<li>${one}</li>`)}</ul>`}
    </div>
    ${gathered
      ? html`<${Answers} data=${data} api=${api} />`
      : html`<${Leafing} data=${data} api=${api} />`}
    <div class="in-line">
      <details class="making" open=${making}
        onToggle=${(event) => make(event.currentTarget.open)}>
        <summary>${gathered
          ? _("Jullie beelden en woorden")
          : _("Wat komt er op het scherm?")}</summary>
        <${Chosen} data=${data} api=${api} />
        ${!gathered && html`<${Choosing} data=${data} api=${api} />`}
        <div class="told">
          <${Writing} key=${data.told_slot} slot=${data.told_slot} stored=${data.told}
            limit=${data.told_limit} rows=${3} api=${api} label=${gathered
              ? _("Wat je zelf schreef")
              : _("Of schrijf er zelf iets bij")}
            hint=${_("Eén zin volstaat.")}
            empty=${gathered
              ? _(
                "Wat niet op het scherm kwam, komt er nu niet meer. " +
                  "Het verslag heeft het wel, tenzij je het hier wist.",
              )
              : data.alone
              ? _("Dit komt op het scherm, na jouw beelden. De hele groep leest het.")
              : _("Dit komt op het scherm, na jullie beelden. De hele groep leest het.")} />
        </div>
      </details>
    </div>
  `
}

const told = (data) => data.alone ? _("Jij vertelt.") : _("Jullie vertellen.")

/** What was typed in a slot and did not arrive there; "" for nothing. */
const unsent = (slot, api) => api.draft(slot) || api.unshared(slot)

/** What was typed at other stories that this person tells, and did not arrive yet. */
export function Elsewhere({ data, api }) {
  const [found] = useState(() => data.elsewhere.filter((one) => unsent(one.slot, api)))
  return found.map((one) =>
    html`
      <div key=${one.slot} class="in-line told">
        <${Writing} slot=${one.slot} stored=${one.told} limit=${data.told_limit} rows=${3}
          api=${api} label=${_("Je schreef nog aan: {title}", { title: one.title })}
          empty=${_("Dit komt niet meer op het scherm.")} />
      </div>
    `
  )
}

/** The page that is on the screen, and one further or back. */
function Leafing({ data, api }) {
  const sent = api.slot(data.at_slot)
  const last = data.pages.length
  const at = Math.max(0, Math.min(sent.own?.at ?? data.at, last))
  const page = data.pages[at - 1]
  const next = data.pages[at]
  const go = (to) => to >= 0 && to <= last && api.send(data.at_slot, { at: to })
  return html`
    <section class="leafing" aria-label=${_("Op het scherm")}>
      <p class="where">${last
        ? at ? _("Op het scherm: {n} van {m}", { n: at, m: last }) : _("Op het scherm: de titel")
        : data.alone
        ? _("Op het scherm staat de titel. Kies hieronder jouw beelden.")
        : _("Op het scherm staat de titel. Kies hieronder jullie beelden.")}</p>
      ${page && html`
        <div class="now">${page.photo && html`
          <img src=${photoUrl(data.activity, page.photo)}
            alt=${_("Een foto van het bezoek")} />
        `}
          <p dir="auto">${page.text}</p></div>
      `}
      <div class="two">
        <button type="button" class="btn quiet" aria-disabled=${at === 0}
          onClick=${() => go(at - 1)}><${Chevron} dir="left" size=${22} />${_("Vorige")}</button>
        <button type="button" class="btn" aria-disabled=${at >= last}
          onClick=${() => go(at + 1)}>${_("Volgende")}<${Chevron} size=${22} /></button>
      </div>
      ${next && html`<p class="coming muted" dir="auto">${
        _("Daarna: {text}", {
          text: next.text || _("een foto"),
        })
      }</p>`}
      <${SavingState}>${savingTrouble(sent)}<//>
    </section>
  `
}

/** The remarks by lens, each to be answered: large on the screen while they talk about it. */
function Answers({ data, api }) {
  const empty = data.remarks.every((one) => !one.said.length)
  if (empty) return html`<p class="none">${_("De brillen zeggen nog niets.")}</p>`
  return html`<div class="answers">${
    data.remarks.map((one) =>
      one.said.length > 0 && html`
        <section key=${one.lens}>
          <h2 dir="auto">${one.lens}</h2>
          <ul>${one.said.map((said) =>
            html`<${Answer} key=${said.slot} said=${said} stage=${data.stage} api=${api} />`
          )}</ul>
        </section>
      `
    )
  }</div>`
}

function Answer({ said, stage, api }) {
  const sent = api.slot(said.slot)
  const picked = sent.own?.on ?? said.picked
  const large = picked && stage === "answer" && (sent.own ? sent.own.open : said.large)
  const [pressed, press] = useState(false)
  const put = (on, open) => {
    press(true)
    api.send(said.slot, { on, open })
  }
  return html`
    <li class=${picked ? "is-picked" : ""}>
      <p dir="auto">${said.text}</p>
      ${large && html`<p class="on-screen"><${Check} size=${20} />${_("groot op het scherm")}</p>`}
      <div class="do">
        ${stage === "answer" && !large &&
          html`
            <button type="button" class="btn quiet" aria-label=${_(
              "Toon groot: {text}",
              said,
            )}
              onClick=${() => put(true, true)}>${_("Toon groot")}</button>
          `}
        ${large &&
          html`
            <button type="button" class="btn quiet"
              onClick=${() => put(true, false)}>${_("Terug naar de plank")}</button>
          `}
        <button type="button" class="btn quiet" aria-pressed=${picked}
          aria-label=${_("Hier gaan we op in: {text}", said)}
          onClick=${() => put(!picked, false)}>${picked && html`<${Check} size=${20} />`}${_(
            "Hier gaan we op in",
          )}</button>
      </div>
      <${SavingState}>${pressed && savingTrouble(sent)}<//>
    </li>
  `
}
