// The field for a sentence that two colleagues share; it shows who wrote the stored version. When
// both changed it, nothing is overwritten: both versions are shown, and the person who is typing
// chooses.
import { html, useEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { Alert, Check, Clock, Unplugged } from "../../kit/browser/figures.js"
import { DraftState, dropDraft, isKept, sendWords } from "../../kit/browser/draft.js"
import { notYet } from "../../kit/browser/saving.js"
import { SavingState } from "../../kit/browser/saving_state.js"
import { length, surplus } from "../../kit/browser/too_long.js"
import { useTyped } from "../../kit/browser/typing.js"

const IDLE = 1500
const NEAR = 50

/** `stored` is {text, mark, who, mine}: what stands there now, its version, and who wrote it. */
export function Together({ slot, stored, label, hint, empty, limit, api }) {
  const words = useWords({ slot, stored, limit, api })
  const id = `odv-${slot.replace(/[^\w-]/g, "-")}`
  return html`
    <section class="writing together">
      <label for=${id}>${label}</label>
      <textarea id=${id} class="field" rows="3" dir="auto" value=${words.text} onInput=${words
        .write}
        onBlur=${words.send} onFocus=${bringIntoView}
        placeholder=${hint} aria-describedby=${`${id}-state`} aria-invalid=${surplus(
            words.text,
            limit,
          )
          ? "true"
          : "false"}></textarea>
      <${SavingState} id=${`${id}-state`} left=${limit - length(words.text)}><${State} slot=${slot}
          words=${words} stored=${stored} limit=${limit} empty=${empty} api=${api} /><//>
        ${words.clash && html`<${Clash} words=${words} stored=${stored} limit=${limit} />`}
      </section>
  `
}

function useWords({ slot, stored, limit, api }) {
  const seenKey = `${slot}:seen`
  const draft = useRef(api.draft(slot)).current
  const [text, setText] = useState(draft || stored.text)
  // text typed here that the server does not have yet
  const [mine, touch] = useState(Boolean(draft))
  // the version that was in sight when the writing began
  const [seen, see] = useState(draft ? Number(api.draft(seenKey)) || 0 : stored.mark)
  const idle = useRef(null)
  const sent = api.slot(slot)
  const clash = mine && stored.mark !== seen && !stored.mine && Boolean(stored.text) &&
    stored.text !== text.trim()

  const keep = (typed, version) => {
    api.keep(slot, typed)
    api.keep(seenKey, typed ? String(version) : "")
  }
  useEffect(() => {
    if (mine && !stored.mine) return
    // the stored version is the person's own or was seen: show it, and base the next change on it
    see(stored.mark)
    if (!mine && stored.text) setText(stored.text)
  }, [stored.mark, stored.text, mine])
  useEffect(() => {
    // a draft stays the writer's own: what a colleague does meanwhile must not take its place
    if (surplus(text, limit)) return isKept(slot, text, api) && keep("", 0)
    if (sent.status !== "saved" || sent.payload?.text !== text.trim()) return
    touch(false)
    keep("", 0)
  }, [sent.status, api.unshared(slot), text])

  const put = (typed, version) => {
    clearTimeout(idle.current)
    idle.current = null
    // a colleague's sentence is no half of this one, so it stays
    const shared = stored.mine ? sent.own?.text ?? stored.text : ""
    const answer = (words) => api.send(slot, { text: words, seen: version })
    sendWords({ slot, text: typed, limit, shared, api, put: answer })
  }
  const send = () => {
    const kept = surplus(text, limit) > 0 && text === api.unshared(slot)
    if (mine && !clash && !kept && text.trim() !== waiting(sent)) put(text, seen)
  }
  const latest = useRef(send)
  latest.current = send
  useTyped(latest)
  const soon = () => {
    clearTimeout(idle.current)
    idle.current = setTimeout(() => latest.current(), IDLE)
  }
  useEffect(() => {
    if (draft) soon()
    return () => {
      if (idle.current) latest.current()
    }
  }, [])
  return {
    text,
    mine,
    sent,
    clash,
    send,
    write: (event) => {
      setText(event.target.value)
      touch(true)
      keep(event.target.value, seen)
      soon()
    },
    useTheirs: () => {
      setText(stored.text)
      touch(false)
      see(stored.mark)
      keep("", 0)
      dropDraft(slot, api)
    },
    useMine: () => {
      see(stored.mark)
      put(text, stored.mark)
    },
    useBoth: () => {
      const both = `${stored.text} ${text.trim()}`
      setText(both)
      see(stored.mark)
      keep(both, stored.mark)
      put(both, stored.mark)
    },
  }
}

/** What is under way already needs no second sending. */
const waiting = (
  sent,
) => (sent.status === "sending" || sent.status === "waiting" ? sent.payload?.text : null)

function Clash({ words, stored, limit }) {
  const fits = !surplus(`${stored.text} ${words.text}`, limit)
  return html`<div class="clash" role="alert">
    <p><b><bdi>${stored.who}</bdi></b> ${_("schreef intussen:")}</p>
    <blockquote dir="auto">${stored.text}</blockquote>
    <p>${_("Jouw woorden staan hierboven, nog niet bewaard.")}</p>
    <button type="button" class="btn quiet" onClick=${words.useTheirs}>${
    _("Laat die woorden staan")
  }</button>
    ${
    fits &&
    html`<button type="button" class="btn quiet" onClick=${words.useBoth}>${
      _("Zet de mijne erachter")
    }</button>`
  }
    <button type="button" class="btn quiet" onClick=${words.useMine}>${
    _("Zet de mijne in de plaats")
  }</button>
  </div>`
}

function State({ slot, words, stored, limit, empty, api }) {
  const { text, sent, mine, clash } = words
  if (surplus(text, limit)) {
    return html`<${DraftState} slot=${slot} text=${text} limit=${limit} api=${api} />`
  }
  const left = limit - length(text)
  if (clash) {
    return html`<span class="refused"><${Alert} />${_("Nog niet bewaard: kies hieronder.")}</span>`
  }
  return html`${
    left <= NEAR &&
    html`<span class="muted">${ngettext("nog {n} teken", "nog {n} tekens", left)}</span>`
  }${saving(sent, mine, stored, empty)}`
}

function saving(sent, mine, stored, empty) {
  if (sent.status === "waiting") {
    return html`<span class="refused"><${Unplugged} />${notYet(sent)}</span>`
  }
  if (sent.status === "sending") {
    return html`<span class="pending"><${Clock} />${_("Bezig met bewaren.")}</span>`
  }
  if (sent.status === "refused" && mine) {
    return html`<span class="refused"><${Alert} />${
      sent.reason ?? _("Dat kon niet bewaard worden.")
    }</span>`
  }
  if (mine) return null
  if (!stored.text && !sent.own?.text) return html`<span class="muted">${empty}</span>`
  if (!stored.mine && !sent.own) {
    return html`<span class="muted"><span><bdi>${stored.who}</bdi> ${
      _("schreef dit. Aanvullen mag.")
    }</span></span>`
  }
  return html`<span class="saved"><${Check} />${_("Bewaard.")}</span>`
}

/**
 * Scrolls the field into view after a delay, when the on-screen keyboard has changed the layout.
 */
function bringIntoView(event) {
  const field = event.currentTarget
  setTimeout(
    () => field.matches(":focus") && field.scrollIntoView({ block: "center", behavior: "auto" }),
    320,
  )
}
