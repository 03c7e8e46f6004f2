// The small menu of a phone: change your own name or function, or say that you are somebody else.
import {
  html,
  useEffect,
  useRef,
  useState,
} from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { Alert, Cross } from "../../../exercises/kit/browser/figures.js"
import { surplus, TooLong } from "../../../exercises/kit/browser/too_long.js"

// of name and function; as in state/tracks.py
const LIMIT = 60

export function Menu({ me, code, api, close }) {
  const box = useRef(null)
  const [leaving, leave] = useState(false)
  useEffect(() => box.current.showModal?.(), [])
  return html`
    <dialog class="phone-menu" ref=${box} onClose=${close}
      aria-labelledby="odv-menu-title">
        <button type="button" class="shut" onClick=${close} aria-label=${_(
          "Sluiten",
        )}><${Cross} /></button>
        ${leaving
          ? html`<${Leave} me=${me} api=${api} back=${() => leave(false)} />`
          : html`<${Details} me=${me} code=${code} api=${api} close=${close} leave=${() =>
            leave(true)} />`}
      </dialog>
  `
}

/** What a guest may do: nothing but be somebody after all. */
export function GuestMenu({ code, api, close }) {
  const box = useRef(null)
  useEffect(() => box.current.showModal?.(), [])
  return html`
    <dialog class="phone-menu" ref=${box} onClose=${close}
      aria-labelledby="odv-menu-title">
      <button type="button" class="shut" onClick=${close}
        aria-label=${_(
          "Sluiten",
        )}><${Cross} /></button>
      <h2 id="odv-menu-title">${_("Je bent te gast")}</h2>
      <p class="explain">${_(
        "We bewaren geen naam van je. Wat je schrijft, staat er zonder wie het schreef.",
      )}</p>
      <button class="btn quiet" type="button" aria-disabled=${!api.online}
        onClick=${() => api.online && api.act("leave", {})}>${_(
          "Ik neem deel met mijn organisatie",
        )}</button>
      <${OwnData} code=${code} />
    </dialog>
  `
}

/** The way to what is stored, also during an exercise. */
const OwnData = ({ code }) =>
  html`<p class="own-stored"><a href=${`/gegevens/${code}`}>${
    _("Wat wordt van mij bewaard?")
  }</a></p>`

function Details({ me, code, api, close, leave }) {
  const [name, setName] = useState(me.name)
  const [work, setWork] = useState(me.function ?? "")
  const sent = useRef(null)
  // data that differs from before means that the change was accepted
  const now = JSON.stringify([me.name, me.function])
  useEffect(() => {
    if (sent.current && sent.current.was !== now) close()
  }, [now])
  const long = surplus(name, LIMIT) || surplus(work, LIMIT)
  const refused = sent.current && api.refused && api.refused !== sent.current.refused
    ? api.refused.reason
    : null
  const save = (event) => {
    event.preventDefault()
    const wanted = { name: name.trim(), function: work.trim() }
    if (!wanted.name || long) return
    if (wanted.name === me.name && wanted.function === (me.function ?? "")) return close()
    sent.current = { was: now, refused: api.refused }
    api.act("rename_me", wanted)
  }
  return html`
    <form onSubmit=${save}>
      <h2 id="odv-menu-title">${_("Wie ben je?")}</h2>
      <label for="odv-name">${_("Je voornaam")}</label>
      <input id="odv-name" class="field" dir="auto" autocomplete="given-name"
        autocapitalize="words"
        autocorrect="off" spellcheck="false"
        enterkeyhint="next" value=${name} onInput=${(event) => setName(event.target.value)} />
      <label for="odv-work">${_("Je functie")}</label>
      <input id="odv-work" class="field" dir="auto" autocomplete="off"
        enterkeyhint="done" value=${work} onInput=${(event) => setWork(event.target.value)} />
      <p class="say-trouble" aria-live="polite">${long
        ? html`<${TooLong} n=${long} />`
        : trouble(name, refused, api.online)}</p>
      <button class="btn" type="submit" aria-disabled=${!api.online || !name.trim() ||
        long > 0}>${_(
          "Bewaar",
        )}</button>
      <button class="btn quiet" type="button" onClick=${leave}>${_("Dit ben ik niet")}</button>
      <${OwnData} code=${code} />
    </form>
  `
}

function trouble(name, refused, online) {
  const text = !online
    ? _("Even geen verbinding. Straks kun je dit bewaren.")
    : !name.trim()
    ? _("Vul je voornaam in.")
    : refused
  return text && html`<span class="refused"><${Alert} /> ${text}</span>`
}

function Leave({ me, api, back }) {
  return html`<div>
    <h2 id="odv-menu-title">${_("Ben jij niet {name}?", { name: `\u2068${me.name}\u2069` })}</h2>
    <p class="explain">${
    _("Dan kies je hierna wie je wel bent. Wat hier al bewaard is, blijft bij {name}.", {
      name: `\u2068${me.name}\u2069`,
    })
  }</p>
    ${
    !api.online &&
    html`<p class="say-trouble"><span class="refused"><${Alert} /> ${
      _("Even geen verbinding. Probeer het straks opnieuw.")
    }</span></p>`
  }
    <button class="btn" type="button" aria-disabled=${!api.online} onClick=${() =>
    api.act("leave", {})}>${_("Ik ben iemand anders")}</button>
    <button class="btn quiet" type="button" onClick=${back}>${_("Terug")}</button>
  </div>`
}
