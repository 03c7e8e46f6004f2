// A participant's phone: who you are, where we are, and one thing to do. The exercise itself comes
// from its own module.
/** @import { Api } from "../../../exercises/contract.d.ts" */
/** @import { PhoneData } from "../pages.d.ts" */
import {
  html,
  useEffect,
  useRef,
  useState,
} from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _, language } from "../../../exercises/kit/browser/i18n.js"
import { AreaIcon, Chevron, Mark, Tile, Unplugged } from "../../../exercises/kit/browser/figures.js"
import { Hall } from "../../../exercises/kit/browser/hall.js"
import { breakMore, breakTitle, Timer } from "../../../exercises/kit/browser/clock.js"
import { Step } from "../../../exercises/kit/browser/topbar.js"
import { useSceneView } from "../../../exercises/kit/browser/scene_view.js"
import { sendTyped } from "../../../exercises/kit/browser/typing.js"
import { GuestMenu, Menu } from "./menu.js"

// ms in which a message that no longer holds may still be read
const READ = 5000

/** @param {{data: PhoneData, api: Api}} props */
export default function View({ data, api }) {
  const page = useRef(null)
  const [menu, open] = useState(false)
  useKeyboard(page)
  // loaded as soon as the exercise is known, also during the break: hall Wi-Fi is slow
  const ready = useSceneView(data.scene)
  const playing = (data.meeting.state === "running" || data.home) && data.scene
  const step = playing ? stepOf(playing) : data.meeting.state
  useStartAtTop(page, step)
  // while an exercise loads, the page shows the one before it, or nothing
  const shown = !playing || ready?.scene.activity === playing.activity ? step : null
  return html`
    <div class="phone-view" ref=${page} lang=${language()} data-step=${shown}
      onClickCapture=${sendTyped}>
        <${Top} data=${data} playing=${playing} ready=${ready} api=${api} openMenu=${() =>
          open(true)} />
        <${Line} api=${api} />
        ${data.disputed && html`<${Disputed} name=${data.me.name} />`}
        ${data.unsettled && !data.disputed && html`<${Unsettled} />`}
        ${data.withheld && !data.unsettled && !data.disputed && html`<${Withheld} />`}
        <${Missed} api=${api} scene=${data.scene} />
        ${playing && data.home && html`<${Homework} home=${data.home} api=${api} />`}
        ${playing
          ? ready && html`<${Exercise} ready=${ready} me=${data.me} api=${api} />`
          : html`<${Waiting} data=${data} openMenu=${() => open(true)} />`}
        ${menu &&
          html`<${
            data.guest ? GuestMenu : Menu
          } me=${data.me} code=${data.meeting.code} api=${api} close=${() => open(false)} />`}
      </div>
  `
}

const stepOf = ({ activity, step, stage }) => `${activity}/${step?.index}/${stage}`

/** How the connection is, when it is not as it should be. */
function Line({ api }) {
  if (!api.online) {
    return html`<p class="phone-offline" role="status"><${Unplugged} /> ${
      _("Even geen verbinding. Wat je schreef, staat nog hier.")
    }</p>`
  }
  return api.slow && html`<p class="phone-slow" role="status">${_("Trage verbinding.")}</p>`
}

/** Another phone had this name: what was written on it is not shown here yet. */
const Unsettled = () =>
  html`
    <p class="phone-slow" role="status">${_(
      "De begeleider kijkt nog of jij het bent. Daarna komt terug wat je eerder schreef.",
    )}</p>
  `

/** Two phones took this name from each other: whose it is, is not decided by tapping any more. */
const Disputed = ({ name }) =>
  html`
    <p class="phone-slow" role="status">${_(
      "Een andere gsm ging ook verder als {name}. De begeleider zegt nu wie het is. " +
        "Tot dan blijf je binnen.",
      { name: `\u2068${name}\u2069` },
    )}</p>
  `

const Withheld = () =>
  html`
    <p class="phone-slow" role="status">${_(
      "Hier hoort ook iets van een vorige keer bij. Wil je dat zien? " +
        "Open je eigen link op deze gsm, of vraag het aan de begeleider.",
    )}</p>
  `

/**
 * An answer that came too late, when what it belonged to (`slot`, `slots` of the scene) is not in
 * sight to say so itself.
 */
function Missed({ api, scene }) {
  const { missed } = api
  const step = scene ? stepOf(scene) : ""
  const came = useRef({ missed, step, at: 0 })
  if (came.current.missed !== missed) came.current = { missed, step, at: performance.now() }
  useEffect(() => {
    // What it says to wait for is over; who had no time to read it yet still reads it.
    const over = came.current.step !== step && performance.now() - came.current.at > READ
    if (missed && over) api.forget()
  }, [step])
  const { slot, slots = [] } = scene?.data ?? {}
  if (!missed || (missed.activity === scene?.activity && [slot, ...slots].includes(missed.slot))) {
    return null
  }
  return html`<p class="phone-missed" role="status"><span>${missed.reason}</span>
    <button type="button" class="btn quiet" onClick=${api.forget}>${_("Goed")}</button></p>`
}

function Top({ data, playing, ready, api, openMenu }) {
  const { me, scene } = data
  if (!playing) {
    return html`
      <header
        class="top"><${Mark} size=${30} /><b>${_("Over de vloer")}</b><span class="right">${where(
          data.meeting.state,
        )}</span></header>
    `
  }
  return html`<header class="top">
    <button type="button" class="me" onClick=${openMenu} aria-label=${
    data.guest ? _("Je bent te gast") : _("{name}: je gegevens", { name: me.name })
  }>
      ${
    data.guest ? html`<b class="name">${_("te gast")}</b>` : html`
      <${Tile} tile=${me.organisation?.tile} size=${30} />
      <b class="name" translate="no" dir="auto">${me.name}</b>
    `
  }
      <${Chevron} dir="down" size=${18} />
    </button>
    ${ready && html`<${Which} scene=${ready.scene} api=${api} />`}
    <span class="right"><${Step} step=${scene.step} small=${true} /></span>
  </header>`
}

const where = (state) => (state === "closed" ? "" : _("je bent binnen"))

/** Which exercise this is: under the name, and beside it on a phone that lies down. */
const Which = ({ scene, api }) =>
  html`
    <p
      class="which"><${AreaIcon} area=${scene.area} size=${34} /><span>${scene
        .title}</span>${scene.timer && html`<${Timer} timer=${scene.timer} api=${api} />`}</p>
  `

function Exercise({ ready, me, api }) {
  const { View: Scene, scene } = ready
  return html`
    <main class="exercise">
      <${Scene} key=${scene.activity} data=${scene.data} scene=${scene} me=${me} api=${api}
        preview=${false} />
    </main>
  `
}

/** At home there may be more than one thing to go on with. */
function Homework({ home, api }) {
  if (home.all.length < 2) return null
  return html`<nav class="phone-homework" aria-label=${_("Thuis verder")}>${
    home.all.map((one) =>
      html`
        <button type="button" key=${one.id}
          aria-current=${one.id === home.current ? "page" : null} onClick=${() =>
            api.act("homework", { activity: one.id })}>${one.title}</button>
      `
    )
  }</nav>`
}

/** Between two exercises, in the break, and afterwards. */
function Waiting({ data, openMenu }) {
  const { me, tiles, meeting } = data
  const words = wordsFor(data.home && meeting.state === "closed" ? "home" : meeting.state, data)
  return html`
    <main class="wait">
      <div class="say">
          <h1>${words.title}</h1>
          <p class="more">${words.more}</p>
          ${meeting.state !== "closed" && data.guest && html`
            <button type="button" class="chipme" onClick=${openMenu}>
              <span class="who"><b class="name">${_("Je bent te gast")}</b></span>
              <span class="change">${_("wijzig")}</span>
            </button>
          `}
          ${meeting.state !== "closed" && !data.guest && html`
            <button type="button" class="chipme" onClick=${openMenu}>
              <${Tile} tile=${me.organisation?.tile} size=${44} />
              <span
                class="who"><span class="kind">${me.organisation?.kind ??
                  me.function}</span><b class="name" translate="no" dir="auto">${me.organisation
                  ?.name ??
                  me.name}</b></span>
              <span class="change">${_("wijzig")}</span>
            </button>
          `}
          ${meeting.state === "closed" && !data.asked && !data.unsettled && html`
            <a class="btn own-bundle" href=${`/gegevens/${meeting.code}`}>${_(
              "Mag je naam in het verslag?",
            )}</a>
          `}
          ${meeting.state === "closed" && data.linked && html`
            <a class="btn quiet own-bundle" href=${`/mijnbundel/${meeting.code}.pdf`}
              download="">${_("Wat jullie meenemen (PDF)")}</a>
          `}
          <a class="own-data" href=${`/gegevens/${meeting.code}`}>${_(
            "Wat wordt van mij bewaard?",
          )}</a>
        </div>
      <${Hall} me=${me} tiles=${tiles} pose=${words.pose} />
    </main>
  `
}

function wordsFor(state, { me: { name }, guest, meeting: { interlude } }) {
  if (state === "talk") {
    return {
      title: interlude.title,
      more: _("Leg je gsm gerust even neer. Straks is het aan jou."),
      pose: "zij",
    }
  }
  if (state === "pause") {
    return {
      title: breakTitle(interlude),
      more: breakMore(interlude),
      pose: "koffie",
    }
  }
  if (state === "home") {
    return {
      title: _("Er staat nu niets open."),
      more: _("De begeleider zette het thuis invullen stop. Wat je schreef, is bewaard."),
      pose: "zwaait",
    }
  }
  if (state === "closed") {
    return {
      title: _("De bijeenkomst is gedaan. Dank je."),
      more: _("Tot bij elkaar over de vloer."),
      pose: "zwaait",
    }
  }
  if (guest) {
    return {
      title: _("Kijk mee op het scherm."),
      more: _("Leg je gsm gerust even neer. Straks is het misschien aan jou."),
    }
  }
  return {
    title: _("Kijk naar het scherm."),
    more: _("Dag {name}. Leg je gsm gerust even neer. Straks is het aan jou.", {
      name: isolated(name),
    }),
  }
}

/** A name may run from right to left; it must not turn the sentence around it. */
const isolated = (name) => `\u2068${name}\u2069`

/**
 * While the on-screen keyboard is up, the page is as high as what is left above it, and what is
 * typed in is in sight. Some phones lay the keyboard over the page, others make the page itself
 * lower: then it was higher before at this width.
 */
function useKeyboard(page) {
  useEffect(() => {
    const view = globalThis.visualViewport
    if (!view) return
    const highest = new Map()
    let before = false
    const follow = () => {
      const { innerWidth: wide, innerHeight: high } = globalThis
      highest.set(wide, Math.max(high, highest.get(wide) ?? 0))
      const field = focusedField(page.current)
      const typing = view.scale < 1.05 &&
        (view.height < high - 120 || (Boolean(field) && high < highest.get(wide) - 120))
      if (typing && !before) {
        requestAnimationFrame(() => field?.scrollIntoView({ block: "center", behavior: "auto" }))
      }
      before = typing
      page.current?.classList.toggle("typing", typing)
      page.current?.style.setProperty("--room", `${view.height}px`)
      page.current?.style.setProperty("--shift", typing ? `${view.offsetTop}px` : "0px")
    }
    view.addEventListener("resize", follow)
    view.addEventListener("scroll", follow)
    follow()
    return () => {
      view.removeEventListener("resize", follow)
      view.removeEventListener("scroll", follow)
    }
  }, [])
}

function focusedField(page) {
  const at = document.activeElement
  return at?.matches("textarea, input:not([type=radio], [type=checkbox])") && page?.contains(at)
    ? at
    : null
}

/** A next step begins at its top, not where the last one was scrolled to. */
function useStartAtTop(page, step) {
  useEffect(() => {
    if (page.current) page.current.scrollTop = 0
  }, [step])
}
