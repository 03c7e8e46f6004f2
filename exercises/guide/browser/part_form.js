// A part of a programme to fill in: what, which day and hours, in what form, for whom, with whom.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check, Chevron } from "../../kit/browser/figures.js"
import { surplus, surplusSentence } from "../../kit/browser/surplus.js"

export function PartForm({ part, visit, slot, api, close }) {
  const draft = api.draft(slot)
  const [now, set] = useState(() => draft ? JSON.parse(draft) : fields(part))
  const [tried, tryIt] = useState(false)
  const put = (change) => {
    const next = { ...now, ...change }
    set(next)
    // what is typed outlives a reload
    api.keep(slot, JSON.stringify(next))
  }
  const wrong = wrongWord(now, visit.limits)
  const save = () => {
    tryIt(true)
    if (wrong) return
    api.send(slot, now)
    api.keep(slot, "")
    close(now.date)
  }
  const away = () => {
    api.send(slot, { gone: true })
    api.keep(slot, "")
    close()
  }
  const leave = () => {
    api.keep(slot, "")
    close()
  }
  return html`
    <div class="part-form">
      <button type="button" class="back" onClick=${leave}><${Chevron} dir="left"
        size=${22} />${_("Terug naar het programma")}</button>
      <${Line} id="guide-part-text" label=${_("Wat doen jullie?")} value=${now.text}
        put=${(text) => put({ text })} />
      <${DayChoice} now=${now} visit=${visit} put=${put} />
      <div class="hours">
        <label>${_("Van")}
          <input class="field" type="time" value=${now.start}
            onInput=${(event) => put({ start: event.currentTarget.value })} /></label>
        <label>${_("Tot")}
          <input class="field" type="time" value=${now.end}
            onInput=${(event) => put({ end: event.currentTarget.value })} /></label>
      </div>
      <fieldset class="chips"><legend>${_("In welke vorm?")}</legend>${visit.forms.map((one) =>
        html`
          <button type="button" key=${one.key} class=${one.key === now.form ? "is-on" : ""}
            aria-pressed=${one.key === now.form} onClick=${() =>
              put({ form: one.key })}>${one.key === now.form && html`<${Check} size=${18} />`}${one
              .label}</button>
        `
      )}</fieldset>
      ${visit.guests.length > 1 && html`
        <${Guests} now=${now} visit=${visit} put=${put} />
      `}
      <${Line} id="guide-part-company" label=${_("Met wie van {host}?", { host: visit.host })}
        value=${now.company} put=${(company) => put({ company })} />
      <p class="form-state" role="status">${tried && wrong}</p>
      <div class="form-buttons">
        ${!part.fresh && html`
          <button type="button" class="btn quiet" onClick=${away}>${_("Haal weg")}</button>
        `}
        <button type="button" class="btn" onClick=${save}>${_("Bewaar")}</button>
      </div>
    </div>
  `
}

const fields = ({ text, date, start, end, form, guests, company }) => ({
  text: text ?? "",
  date: date ?? "",
  start: start ?? "",
  end: end ?? "",
  form,
  guests,
  company: company ?? "",
})

/** Why a part can't be kept as it is; "" when it can. The server judges it again. */
function wrongWord(now, limits) {
  if (!now.text.trim()) return _("Zeg eerst wat jullie doen.")
  const over = surplus(now.text, limits.text) || surplus(now.company, limits.company)
  if (over) return surplusSentence(over)
  if (now.end && !now.start) return _("Zeg ook wanneer het begint.")
  if (now.end && now.end <= now.start) return _("Het eindigt voor het begint. Kijk de uren na.")
  return ""
}

const Line = ({ id, label, value, put }) =>
  html`
    <div class="form-line">
      <label for=${id}>${label}</label>
      <input id=${id} class="field" value=${value} dir="auto"
        enterkeyhint="done" onInput=${(event) => put(event.currentTarget.value)} />
    </div>
  `

/** The days of the visit, and none: what has no day yet is not lost. */
function DayChoice({ now, visit, put }) {
  const known = visit.programme.filter((one) => one.date)
  const days = [...known.map(({ date, short }) => ({ date, short })), {
    date: "",
    short: _("nog geen dag"),
  }]
  return html`
    <fieldset class="chips"><legend>${_("Welke dag?")}</legend>${days.map((one) =>
      html`
        <button type="button" key=${one.date} class=${one.date === now.date ? "is-on" : ""}
          aria-pressed=${one.date === now.date} onClick=${() =>
            put({ date: one.date })}>${one.date === now.date && html`<${Check} size=${18} />`}${one
            .short}</button>
      `
    )}</fieldset>
  `
}

/** For whom: everybody is the same as nobody chosen. */
function Guests({ now, visit, put }) {
  const chosen = now.guests.length ? now.guests : visit.guests.map((one) => one.id)
  const flip = (id) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
    put({ guests: next.length === visit.guests.length ? [] : next })
  }
  return html`
    <fieldset class="chips"><legend>${_("Voor wie?")}</legend>${visit.guests.map((one) =>
      html`
        <button type="button" key=${one.id} class=${chosen.includes(one.id) ? "is-on" : ""}
          aria-pressed=${chosen.includes(one.id)}
          onClick=${() => flip(one.id)}>${chosen.includes(
            one.id,
          ) && html`<${Check} size=${18} />`}<span translate="no">${one.name}</span></button>
      `
    )}</fieldset>
  `
}
