// One action, in five steps: the sentence on paper fills up, one question at a time.
import { html, useEffect, useState } from "../../kit/browser/vendor/htm-preact.js"
import { ChooseOne } from "../../kit/browser/choose_one.js"
import { _ } from "../../kit/browser/i18n.js"
import { AreaIcon, Check, Chevron, Tile } from "../../kit/browser/figures.js"
import { Field, State } from "../../kit/sheet/browser/fields.js"
import { actionOf, cellOf, chosen, dayWords, isoOf, limitsOf, Paper, slotOf } from "./action.js"
import { Remark } from "./remark.js"

const FIELD = { what: "what", whom: "whom", first: "first", who: "who", when: "review" }
// The key of `api.keep` for the action and the step that are being written: 'n:step'.
export const WRITING = "writing"
const MOST_SOURCES = 6
const DAY = 86400000

export function WriteAction({ n, first, ...tools }) {
  const { data, scene, api, presence, to } = tools
  const [at, setAt] = useState(Math.min(first, data.asks.length - 1))
  useEffect(() => api.keep(WRITING, `${n}:${at}`), [at])
  const ask = data.asks[at]
  const action = actionOf(data, n, api)
  const own = data.actions.find((one) => one.n === n)
  const inside = {
    n,
    ask,
    action,
    own,
    ...tools,
    kit: {
      data: { ...data, limits: limitsOf(data), pictures: {} },
      scene,
      presence,
      api,
      own: {},
    },
  }
  const last = at === data.asks.length - 1
  return html`
    <${Steps} data=${data} at=${at} action=${action} go=${setAt} />
    <${Paper} data=${data} action=${action} own=${own} now=${ask.key} />
    <h1 class="ask" dir="auto">${ask.question}</h1>
    <div class="part" key=${ask.key}>
      <${Answer} ...${inside} />
    </div>
    <div class="foot two">
      <button type="button" class="btn quiet"
        onClick=${() =>
          at ? setAt(at - 1) : to({ page: "plan" })}><${Chevron} dir="left" size=${22} />${_(
            "Terug",
          )}</button>
      <button type="button" class="btn" onClick=${() =>
        last ? to({ page: "plan" }) : setAt(at + 1)}>${last ? _("Naar ons plan") : _(
          "Verder",
        )}</button>
    </div>
  `
}

/** The tape with five squares; each may be tapped. */
const Steps = ({ data, at, action, go }) =>
  html`
    <ol class="steps">${data.asks.map((one, place) => {
      const done = Boolean(action[FIELD[one.key]])
      const kind = place === at ? "is-now" : done ? "is-done" : ""
      return html`
        <li key=${one.key} class=${kind}>
          <button type="button" onClick=${() => go(place)} aria-current=${place === at
            ? "step"
            : null}>
            <i aria-hidden="true">${done && place !== at
              ? html`<${Check} size=${22} />`
              : place + 1}</i><span dir="auto">${one.label}</span>
            ${done && html`<span class="visually-hidden">${_("ingevuld")}</span>`}
          </button>
        </li>
      `
    })}</ol>
  `

/** The fields of a step. */
function Answer({ ask, ...inside }) {
  const { data, n, kit, own } = inside
  const written = (key, more = {}) =>
    html`<${Field} key=${key} alone=${true} field=${cellOf(data, key, n, more)} tools=${kit} />`
  if (ask.key === "what") {
    return html`${written("what", { label: _("De actie") })}<${Areas} ...${inside} />`
  }
  if (ask.key === "whom") {
    return html`
      ${written("whom", { label: _("Voor wie") })}${written("sign")}<${Sources}
        ...${inside} />
    `
  }
  if (ask.key === "first") {
    return html`${written("first", { label: _("De eerste stap") })}
      <${Day} part="date" label=${_("Tegen wanneer?")} days=${[
      [_("deze week"), untilFriday],
      [_("binnen twee weken"), () => 14],
    ]} ...${inside} />
      ${
      (own?.said ?? []).map((one, at) =>
        html`
          <${Remark} key=${at} one=${one} />
        `
      )
    }`
  }
  if (ask.key === "who") {
    return html`${
      written("who", {
        label: _("Wie"),
        hint: _("Eén naam volstaat. Weet je het nog niet, laat het dan leeg."),
      })
    }`
  }
  return html`
    <${Day} part="review" label=${_("Op welke dag?")} days=${[
      [_("over een maand"), () => 30],
      [_("over drie maanden"), () => 91],
    ]} ...${inside} />
  `
}

const untilFriday = (today) => (5 - today.getDay() + 7) % 7

/** Which area it belongs to: one of four, or none. */
function Areas({ n, data, scene, api, action }) {
  const choice = {
    slot: slotOf("area", n),
    name: "choice",
    chosen: action.area ? String(action.area) : "",
    options: [
      ...data.areas.map(({ number, name }) => ({ key: String(number), label: name })),
      { key: "", label: _("Geen van deze") },
    ],
  }
  const icon = (key) => key && html`<${AreaIcon} area=${Number(key)} size=${34} />`
  return html`
    <div class="areas">
      <${ChooseOne} choice=${choice} legend=${cellOf(data, "area", n).label} api=${api}
        open=${scene.open} icon=${icon} />
    </div>
  `
}

/** What inspired it, from what really happened; as many as fit. */
function Sources({ n, data, scene, api, action }) {
  if (!data.sources.length) return null
  const slot = slotOf("source", n)
  const same = (one, other) =>
    one.kind === other.kind && one.party === other.party && one.ref === other.ref
  const bare = ({ kind, party, ref }) => ({ kind, party, ref })
  const toggle = (one) => {
    const on = action.from.some((other) => same(one, other))
    if (!scene.open || (!on && action.from.length >= MOST_SOURCES)) return
    api.send(slot, {
      from: on
        ? action.from.filter((other) => !same(one, other)).map(bare)
        : [...action.from.map(bare), bare(one)],
    })
  }
  return html`
    <fieldset class="from-what">
      <legend>${_("Wat inspireerde jullie?")}</legend>
      ${data.sources.map((one) => {
        const on = action.from.some((other) => same(one, other))
        return html`
          <button type="button" key=${`${one.kind}${one.party}${one.ref}`} aria-pressed=${on}
            class=${on ? "is-on" : ""} aria-disabled=${!scene.open}
            onClick=${() => toggle(one)}>${one.tile &&
              html`<${Tile} tile=${one.tile} size=${28} />`}<span><b dir="auto">${one
              .label}</b>${one.text &&
              html`<span dir="auto">${one.text}</span>`}</span>${on &&
              html`<${Check} size=${22} />`}</button>
        `
      })}
      <${State} sent=${api.slot(slot)} />
    </fieldset>
  `
}

/** A day: two that are likely, or another one. A day that went by is asked about, not refused. */
function Day({ n, part, label, days, data, scene, api, kit }) {
  const [other, show] = useState(false)
  const slot = slotOf(part, n)
  const now = new Date(api.now())
  const { date = "" } = chosen(data, part, n, api)
  const likely = days.map(([words, count]) => ({
    words,
    date: isoOf(new Date(now.getTime() + count(now) * DAY)),
  }))
  const isOther = Boolean(date) && likely.every((one) => one.date !== date)
  const choose = (iso) => {
    show(false)
    if (scene.open) api.send(slot, { date: iso === date ? "" : iso })
  }
  return html`
    <fieldset class="day">
      <legend>${label}</legend>
      <div class="chips">${likely.map((one) =>
        html`
          <button type="button" key=${one.words} class=${one.date === date ? "is-on" : ""}
            aria-pressed=${one.date === date} aria-disabled=${!scene.open}
            onClick=${() => choose(one.date)}>${one.date === date
              ? dayWords(date)
              : one.words}</button>
        `
      )}
        <button type="button" class=${isOther ? "is-on" : ""} aria-expanded=${other}
          aria-disabled=${!scene.open} onClick=${() => show(!other)}>${isOther
            ? dayWords(date)
            : _("andere dag")}</button>
      </div>
      ${other
        ? html`
          <${Field} alone=${true} field=${cellOf(data, part, n, { label: _("De dag") })}
            tools=${kit} />
        `
        : html`<${State} sent=${api.slot(slot)} />`}
      ${date && date < isoOf(now) && html`
        <p class="gap">${part === "date"
          ? _("Die dag is al voorbij. Is de eerste stap al gezet?")
          : _("Die dag is al voorbij. Keken jullie toen terug?")}</p>
      `}
    </fieldset>
  `
}
