// Getting a gift: unwrapping it, reading note by note, then asking something or sharing something.
import { html, useEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { useGuard } from "../../kit/browser/guard.js"
import { Alert, Check, Chevron, Clock, Unplugged } from "../../kit/browser/figures.js"
import { DraftState, dropDraft, useButtonDraft } from "../../kit/browser/draft.js"
import { notYet } from "../../kit/browser/saving.js"
import { surplus } from "../../kit/browser/too_long.js"
import { SavingState } from "../../kit/browser/saving_state.js"
import { ParcelPicture } from "../../kit/browser/parcel.js"
import { photoUrl } from "../../kit/browser/note_photo.js"
import { Sketch } from "../../kit/browser/sketch.js"

const UNTIE = 1500

/** The gifts for the own organisation; one is unwrapped when nobody else is unwrapping. */
export function Getting({ data, scene, api }) {
  const { ours, now, look } = data
  const current = ours.find((gift) => gift.key === now?.key)
  if (current) {
    return html`
      <${Reading} key=${current.key} gift=${current} look=${look} api=${api}
        activity=${data.activity}
        limit=${data.home ? 0 : data.limits.talk} />
    `
  }
  const unwrapping = data.home || scene.stage === "unwrap"
  const waiting = ours.filter((gift) => unwrapping && gift.state === "wrapped")
  return html`
    <div class="words">
      <h1>${now
        ? _("Kijk naar het scherm.")
        : waiting.length
        ? _("Pak uit.")
        : ours.some((gift) => gift.state === "open")
        ? _("Dit kregen jullie.")
        : _("Dit ligt klaar voor jullie.")}</h1>
      <p class="lead">${now
        ? (waiting.length
          ? _("{host} pakt uit. Straks is het aan jullie.", { host: isolated(now.to.name) })
          : _("{host} pakt uit.", { host: isolated(now.to.name) }))
        : waiting.length
        ? ngettext(
          "Voor jullie ligt er {n} cadeautje.",
          "Voor jullie liggen er {n} cadeautjes.",
          waiting.length,
        )
        : ""}</p>
    </div>
    <ul class="choices">${ours.filter((gift) => gift.state !== "aside").map((gift) =>
      html`
        <${Row} key=${gift.key} gift=${gift} look=${look} api=${api}
          activity=${data.activity} may=${unwrapping && !now} />
      `
    )}</ul>
    <${Refused} api=${api} slots=${waiting.map((gift) => `${gift.key}.open`)} />
  `
}

const isolated = (name) => `\u2068${name}\u2069`

function Row({ gift, look, api, may, activity }) {
  if (gift.state === "open") {
    return html`
      <li>
        <details class="kept" open=${!gift.done}>
          <summary><${ParcelPicture} gift=${gift} look=${look} state="open" height=${72} />
          <span>${_(
            "van",
          )} <b class="name" translate="no" dir="auto">${gift.from.soft ??
            gift.from.name}</b></span><${Chevron} dir="down" size=${20} /></summary>
          <${All} notes=${gift.notes} activity=${activity} />
        </details>
      </li>
    `
  }
  return html`
    <li
      class="choice"><${ParcelPicture} gift=${gift} look=${look} height=${96} /><span><span
        class="muted">${_(
          "van",
        )}</span><b class="name" translate="no" dir="auto">${gift.from.soft ??
          gift.from.name}</b></span>
        ${may &&
          html`<button type="button" class="btn" aria-label=${
            _("Pak uit: van {name}", { name: gift.from.name })
          } onClick=${() => api.send(`${gift.key}.open`, { open: true })}>${
            _("Pak uit")
          }</button>`}</li>
  `
}

function Refused({ api, slots }) {
  const all = slots.map((slot) => api.slot(slot))
  const no = all.find((sent) => sent.status === "refused")
  const late = all.find((sent) => sent.status === "waiting")
  return html`<div class="pad-foot" role="status">${
    no
      ? html`<p class="refused"><${Alert} />${no.reason}</p>`
      : late
      ? html`<p class="refused"><${Unplugged} />${notYet(late)}</p>`
      : null
  }</div>`
}

function Reading({ gift, look, api, limit, activity }) {
  const slot = `${gift.key}.page`
  const turn = (at) => api.send(slot, { at })
  const sent = api.slot(slot)
  // a tap counts at once: the page follows
  const busy = sent.own !== null
  const note = gift.page > 0 && gift.page <= gift.count ? gift.notes[gift.page - 1] : null
  if (gift.reading) {
    return html`
      <${Quiet} gift=${gift} api=${api} limit=${limit} activity=${activity}
        back=${() => turn(gift.count)} />
    `
  }
  const last = gift.page >= gift.count
  return html`
    <div class="from">
      <h1>${_("Een cadeautje van")} <b class="name" translate="no" dir="auto">${gift.from.soft ??
        gift.from.name}</b></h1>
    </div>
        ${note
          ? html`<${Note} note=${note} activity=${activity} />`
          : html`<${Opening} gift=${gift} look=${look} />`}
        <div class="foot">
      <p class="muted small" role="status">${gift.page
        ? _("Briefje {n} van {m}", { n: gift.page, m: gift.count })
        : ngettext("Er zit {n} briefje in.", "Er zitten {n} briefjes in.", gift.count)}</p>
      <${Turning} sent=${sent} />
      <div class="buttons">
            ${gift.page > 1 && html`
              <button type="button" class="btn quiet square" aria-label=${_(
                "Vorig briefje",
              )} aria-disabled=${busy}
                onClick=${() => turn(gift.page - 1)}><${Chevron} dir="left" /></button>
            `}
            <button type="button" class="btn" aria-disabled=${busy} onClick=${() =>
              turn(gift.page + 1)}>${gift.page === 0
              ? gift.count > 1 ? _("Bekijk het eerste briefje") : _("Bekijk het briefje")
              : last
              ? _("Alles rustig nalezen")
              : _("Volgend briefje")}</button>
          </div>
    </div>
  `
}

/** Confirms that a tap was registered, even while it can't be sent yet. */
function Turning({ sent }) {
  return html`<div role="status">${
    sent.status === "refused"
      ? html`<p class="refused"><${Alert} />${sent.reason}</p>`
      : sent.status === "waiting"
      ? html`<p class="refused"><${Unplugged} />${
        sent.reason
          ? notYet(sent)
          : _("Je tik telt. Even geen verbinding: het gaat vanzelf verder.")
      }</p>`
      : null
  }</div>`
}

function Opening({ gift, look }) {
  const [state, setState] = useState("opening")
  useEffect(() => {
    const end = setTimeout(() => setState("open"), UNTIE)
    return () => clearTimeout(end)
  }, [])
  return html`
    <div class="wrapping grow">
      <${ParcelPicture} gift=${gift} look=${look} state=${state} height=${260}
        label=${_("Het cadeautje gaat open")} />
    </div>
  `
}

export function Note({ note, activity }) {
  return html`<article class="note read"><h2>${note.heading}</h2>
    ${
    note.kind === "draw" &&
    html`<${Sketch} items=${note.items} label=${note.text || _("Een tekening zonder woorden")} />`
  }
    ${
    note.photo &&
    html`
      <img class="given" src=${photoUrl(activity, note.photo)}
        alt=${_("Een foto van het bezoek")} />
    `
  }
    ${note.text && html`<p class="said" dir="auto">${note.text}</p>`}
    ${note.who && html`<p class="who name" translate="no" dir="auto">${note.who}</p>`}
  </article>`
}

const All = ({ notes, activity }) =>
  html`<div class="all">${
    notes.map((note) => html`<${Note} note=${note} activity=${activity} />`)
  }</div>`

/** Time to read, without a countdown. At home (no `limit`) nobody waits for words on the screen. */
function Quiet({ gift, api, limit, activity, back }) {
  const [asking, ask] = useState(null)
  const guarded = useGuard()
  const done = api.slot(`${gift.key}.done`)
  return html`
    <div class="words">
      <h1>${_("Neem je tijd.")}</h1>
      ${limit > 0 && html`<p class="lead">${_("De rest kan wachten.")}</p>`}
    </div>
    <${All} notes=${gift.notes} activity=${activity} />
    <div class="talk">
          ${(limit ? ["question", "share"] : []).map((kind) =>
            html`
              <${Talk} key=${kind} kind=${kind} gift=${gift} api=${api} limit=${limit}
                open=${asking === kind} toggle=${() => ask(asking === kind ? null : kind)} />
            `
          )}
        </div>
    <div class="foot">${done.status === "waiting" &&
      html`<${Turning} sent=${done} />`}<div class="buttons">
          <button type="button" class="btn quiet square" aria-label=${_(
            "Terug naar het laatste briefje",
          )} onClick=${back}><${Chevron} dir="left" /></button>
          <button type="button" class="btn" onClick=${guarded(() =>
            api.send(`${gift.key}.done`, { done: true })
          )}>${_("Klaar, terug naar de tafel")}</button>
        </div></div>
  `
}

const WORDS = {
  question: {
    label: () => _("Stel een vraag die verder gaat"),
    hint: () => _("Wie het cadeautje gaf, ziet je vraag meteen."),
    send: () => _("Stel deze vraag"),
  },
  share: {
    label: () => _("Deel iets met de groep"),
    hint: () => _("Wat raakt je? Wat neem je mee?"),
    send: () => _("Deel dit"),
  },
}

/** Words for others to see: they go on the screen only when somebody says so. */
function Talk({ kind, gift, api, limit, open, toggle }) {
  const slot = `${gift.key}.${kind}`
  const words = WORDS[kind]
  const field = useRef(null)
  const [text, setText] = useState(() => api.draft(slot) || gift[kind])
  const sent = api.slot(slot)
  const long = surplus(text, limit) > 0
  const said = sent.own?.text ?? gift[kind]
  const there = gift[kind] && gift[kind] === text.trim()
  useButtonDraft({ slot, text, limit, api })
  const send = () => {
    api.send(slot, { text: text.trim() })
    dropDraft(slot, api)
  }
  useEffect(() => {
    if (open) field.current?.focus()
  }, [open])
  useEffect(() => {
    if (there) api.keep(slot, "")
  }, [there])
  const write = (event) => {
    setText(event.target.value)
    api.keep(slot, event.target.value)
  }
  if (!open) {
    return html`<button type="button" class="btn quiet wide" onClick=${toggle}>${
      said ? html`<${Check} />` : null
    }${words.label()}</button>`
  }
  const id = `odv-${kind}`
  return html`<section class="note writing"><label for=${id}>${words.label()}</label>
    <textarea id=${id} ref=${field} class="field" rows="3" dir="auto" value=${text}
      placeholder=${words.hint()} onInput=${write}></textarea>
    <${SavingState}>${
    long
      ? html`<${DraftState} slot=${slot} text=${text} limit=${limit} api=${api} />`
      : sent.status === "refused"
      ? html`<span class="refused"><${Alert} />${sent.reason}</span>`
      : there
      ? html`<span class="saved"><${Check} />${_("Iedereen ziet het op het scherm.")}</span>`
      : sent.status === "sending"
      ? html`<span class="pending"><${Clock} />${_("Bezig met bewaren.")}</span>`
      : null
  }<//>
    <div class="buttons"><button type="button" class="btn quiet" onClick=${toggle}>${
    _("Sluit")
  }</button>
      <button type="button" class="btn" aria-disabled=${
    !text.trim() || long || said === text.trim()
  } onClick=${send}>${words.send()}</button></div>
  </section>`
}
