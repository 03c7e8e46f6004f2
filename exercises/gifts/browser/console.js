// Beside the preview: the progress of each gift, the hosts without a gift, and what the facilitator
// can do for somebody whose phone fails. The content of gifts is not sent to the console.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Alert, Tile } from "../../kit/browser/figures.js"
import { surplus, TooLong } from "../../kit/browser/too_long.js"
import { WriteNote } from "./console_note.js"

export default function GiftsDesk({ data, api, ways }) {
  return html`<div class="gifts-console">
    ${data.now && html`<${Now} now=${data.now} api=${api} />`}
    <${Waiting} data=${data} api=${api} />
    <${Without} data=${data} api=${api} />
    <${Visits} data=${data} api=${api} way=${ways.visits} />
    <${Off} gifts=${data.off} />
  </div>`
}

/** Gifts with something in them whose visit does not go on: nothing is lost of them. */
function Off({ gifts }) {
  if (!gifts.length) return null
  return html`
    <section>
      <h2>${_("Bezoeken die niet doorgaan")}</h2>
      <ul>${gifts.map((gift) =>
        html`
          <li key=${gift.key}><span class="way"><b class="name" translate="no">${gift.from}</b>
            <span aria-hidden="true"> → </span><b class="name" translate="no">${gift.to}</b><span
            class="muted">: ${gift.opened
              ? _("al uitgepakt, en blijft van hen")
              : _("wat erin zit, blijft bewaard; niemand leest het")}</span></span></li>
        `
      )}</ul>
    </section>
  `
}

const wrap = (gift, api) => api.contribute(`${gift.key}.wrap`, gift.wrapping)

/**
 * What is filled stays behind when nobody wraps it: said before the table is closed, and after it
 * the first thing to do. While people fill, their gifts are wrapped one by one in the list below:
 * all at once would take the pen out of hands.
 */
function Waiting({ data, api }) {
  const { waiting, stage } = data
  if (!waiting.length) return null
  if (stage === "fill") {
    return html`
      <section class="waiting">
        <h2><${Alert} />${data.warning}</h2>
        ${waiting.some((gift) => !gift.group) && html`
          <p class="muted">${_(
            "Wie het vulde, pakt het in op de gsm, ook nog nadat je de tafel sluit. " +
              "Lukt dat niet, pak het dan zelf in, in de lijst hieronder.",
          )}</p>
        `}
        ${waiting.some((gift) => gift.group) && html`
          <p class="muted">${_(
            "Een cadeautje van de groep pak alleen jij in, in de lijst hieronder.",
          )}</p>
        `}
      </section>
    `
  }
  return html`
    <section class="waiting">
      <div class="head"><h2><${Alert} />${data.warning}</h2>
          ${waiting.length > 1 &&
            html`<button type="button" class="btn quiet con-sm" onClick=${() =>
              waiting.forEach((gift) => wrap(gift, api))}>${
              _("Pak ze allemaal in")
            }</button>`}</div>
      ${waiting.some((gift) => !gift.group) && html`
        <p class="muted">${_("Wie het vulde, kan dat nog op de gsm. Of doe het hier.")}</p>
      `}
      <ul>${waiting.map((gift) =>
        html`
          <li
            key=${gift
              .key}><${Way} gift=${gift} /><span class="do"><button type="button"
                class="btn quiet con-sm" aria-label=${_(
                  "Pak in: {from}, {to}",
                  { from: gift.from, to: gift.to },
                )} onClick=${() => wrap(gift, api)}>${_("Pak in")}</button></span></li>
        `
      )}</ul>
    </section>
  `
}

function Visits({ data, api, way }) {
  const asked = data.gifts.filter((gift) => gift.group).length
  return html`<div class="visits"><h2>${_("Wie geeft aan wie")}</h2>
    <p class="muted">${
    data.gifts.length ? whence(asked, data.gifts.length - asked) : _(
      "Er staan nog geen bezoeken op de lijst. " +
        "Zet ze bij Bezoeken, of vraag hierboven de groep.",
    )
  } <a class="con-link" href=${way.href} target="_top">${way.label}</a></p>
    ${
    data.gifts.length > 0 && html`<ul>${
      data.gifts.map((gift) =>
        html`<${Row} key=${gift.key} gift=${gift} data=${data} api=${api} />`
      )
    }</ul>`
  }
  </div>`
}

/** Where gifts come from: `asked` of the group, the others of visits. */
function whence(asked, visited) {
  if (!asked) return _("Deze lijst volgt vanzelf uit de pagina Bezoeken.")
  const group = _("Wat van ons allemaal komt, vroeg je aan de groep.")
  return visited ? `${_("De bezoeken komen vanzelf van de pagina Bezoeken.")} ${group}` : group
}

const Away = ({ here }) =>
  here ? null : html`
    ${" "}<span class="muted">${_("(niet in de zaal)")}</span>
  `

function Way({ gift }) {
  return html`
    <${Tile} tile=${gift.from_tile} size=${28} /><span
      class="way"><b class="name" translate="no">${gift.from}</b><${Away} here=${gift
        .from_here} /> <span aria-hidden="true">→</span><span class="visually-hidden">${_(
          "voor",
        )}</span> <b class="name" translate="no">${gift.to}</b><${Away} here=${gift
        .to_here} /></span>
  `
}

/**
 * Lists the hosts that would get no gift; the group can still fill one for them. While people fill
 * gifts this is no warning, and lists only hosts for whom nobody present can fill one.
 */
function Without({ data, api }) {
  if (!data.without.length || data.stage === "after") return null
  const late = data.stage === "table" || data.stage === "unwrap"
  return html`<section class=${late ? "without late" : "without"}><h2>${
    late && html`<${Alert} />`
  }${late ? _("Krijgt niets") : _("Nog niets erin")}</h2>
    <p class="muted">${
    _("Van alle organisaties van het traject: voor wie er nog geen enkel briefje is.")
  }${
    data.stage === "unwrap" &&
    ` ${_("Tijdens het uitpakken vult niemand meer. Met ‘Stap terug’ kan het nog.")}`
  }</p>
    ${
    data.without.map((one) =>
      html`
        <p key=${one.id}
          class="line"><span class="way"><b class="name" translate="no">${one
            .name}</b><${Away} here=${one
            .here} /><span class="muted">: ${one.why}</span></span>
              ${one.ask && html`
                <button type="button" class="btn quiet con-sm" aria-label=${_(
                  "Vraag de groep om een cadeautje voor {name}",
                  { name: one.name },
                )}
                  onClick=${() => api.contribute(one.slot, { on: true })}>${_(
                    "Vraag de groep",
                  )}</button>
              `}</p>
      `
    )
  }
  </section>`
}

function Row({ gift, data, api }) {
  const [writing, write] = useState(false)
  return html`
    <li class=${`is-${gift.state}`}>
      <${Way} gift=${gift} />
      <span class="state">${stateWord(gift, data.stage)}</span>
      <span class="do">${actions(gift, data).map(([label, slot, payload]) =>
        html`
          <button type="button" class="btn quiet con-sm"
            aria-label=${`${label}: ${gift.from}, ${gift.to}`}
            onClick=${() => api.contribute(`${gift.key}.${slot}`, payload)}>${label}</button>
        `
      )}${gift.hands.length > 0 && html`
        <button type="button" class="btn quiet con-sm" aria-expanded=${writing}
          aria-label=${_("Schrijf een briefje: {from}, {to}", gift)}
          onClick=${() => write(!writing)}>${writing
            ? _("Sluit")
            : _("Schrijf een briefje")}</button>
      `}</span>
      ${writing && gift.hands.length > 0 &&
        html`<${WriteNote} gift=${gift} data=${data} api=${api} shut=${() => write(false)} />`}
    </li>
  `
}

function stateWord(gift, stage) {
  if (gift.state === "open") {
    return gift.done || stage === "after" ? _("uitgepakt") : _("wordt gelezen")
  }
  if (gift.gone === "host") return _("de gastorganisatie vertrok")
  if (gift.gone) return _("wie op bezoek was, vertrok")
  if (gift.state === "aside") return _("opzij gelegd")
  if (gift.state === "wrapped") return _("ingepakt")
  return gift.count
    ? ngettext("{n} briefje, nog niet ingepakt", "{n} briefjes, nog niet ingepakt", gift.count)
    : _("nog leeg")
}

function actions(gift, data) {
  const found = []
  // at the table and while hosts unwrap, the button stands above the list
  if (gift.state === "empty" && gift.count && (data.stage === "fill" || data.stage === "after")) {
    found.push([_("Pak in"), "wrap", gift.wrapping])
  }
  if (gift.state === "empty" && gift.group && !gift.count) {
    found.push([_("Toch niet"), "ask", { on: false }])
  }
  if (gift.state === "wrapped" && data.stage === "unwrap" && !data.now) {
    found.push([_("Laat uitpakken"), "open", { open: true }])
  }
  if (gift.state === "wrapped" && data.stage !== "fill") {
    found.push([_("Leg opzij"), "skip", { skip: true }])
  }
  if (gift.state === "aside" && !gift.gone) found.push([_("Leg terug"), "skip", { skip: false }])
  if (gift.state === "open" && gift.done && data.stage === "unwrap" && !data.now) {
    found.push([_("Opnieuw tonen"), "done", { done: false }])
  }
  return found
}

function Now({ now, api }) {
  const turn = (at) => api.contribute(`${now.key}.page`, { at })
  return html`
    <section class="now">
      <h2>${_("{host} leest", { host: now.to })}</h2>
      <p class="muted">${now.reading
        ? _("Alle briefjes zijn gelezen. Geef rustig tijd.")
        : now.page
        ? _("Briefje {n} van {m}", { n: now.page, m: now.count })
        : _("Net uitgepakt.")}</p>
      <div class="do">
          ${!now.reading &&
            html`<button type="button" class="btn quiet con-sm" onClick=${() =>
              turn(now.page + 1)}>${
              now.page < now.count ? _("Volgend briefje") : _("Rustig lezen")
            }</button>`}
          ${now.page > 0 &&
            html`<button type="button" class="btn quiet con-sm" onClick=${() =>
              turn(now.page - 1)}>${_("Vorig briefje")}</button>`}
          <button type="button" class="btn quiet con-sm" onClick=${() =>
            api.contribute(`${now.key}.done`, { done: true })}>${_(
              "Klaar, terug naar de tafel",
            )}</button>
        </div>
      <${Said} key=${now.key} now=${now} api=${api} />
    </section>
  `
}

/** For a host without a phone: what was asked or shared, typed here. */
function Said({ now, api }) {
  const [kind, setKind] = useState("question")
  const [text, setText] = useState("")
  const long = surplus(text, now.limit)
  const send = (event) => {
    event.preventDefault()
    if (!text.trim() || long) return
    api.contribute(`${now.key}.${kind}`, { text: text.trim() })
    setText("")
  }
  return html`${
    now.question && html`<p><b>${_("Vraag:")}</b> <span dir="auto">${now.question}</span></p>`
  }${now.share && html`<p><b>${_("Gedeeld:")}</b> <span dir="auto">${now.share}</span></p>`}
    <form onSubmit=${send}><label>${_("Zonder gsm? Noteer wat ze zeggen.")}
      <span class="line"><select class="field" aria-label=${
    _("Vraag of iets gedeelds")
  } value=${kind} onChange=${(event) => setKind(event.target.value)}><option value="question">${
    _("vraag")
  }</option><option value="share">${_("delen")}</option></select>
      <input class="field" type="text" aria-label=${_("Wat ze zeggen")} value=${text} onInput=${(
    event,
  ) => setText(event.target.value)} /></span></label>
      <button type="submit" class="btn quiet con-sm" aria-disabled=${!text.trim() || long > 0}>${
    _("Toon")
  }</button>${long > 0 && html`<${TooLong} n=${long} />`}</form>`
}
