// The middle of the page when no exercise is on: the way in for somebody who never saw this before,
// what comes next between two exercises, and the end.
import { html } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../../exercises/kit/browser/i18n.js"
import { Check, FigurePicture, Floor, Wall } from "../../../exercises/kit/browser/figures.js"
import { begin, ExerciseIcon, isToDo, Lacks } from "./agenda.js"
import { askToEnd, openRemote, OpenScreen } from "./header.js"
import { Homework } from "./homework.js"
import { MainButton } from "./main_button.js"
import { ClockPanel } from "./timer.js"

// more figures than this do not fit on the strip of floor
const ON_THE_FLOOR = 16
// depth of the joints in that strip
const JOINTS = [16, 40, 72]

export function Start({ data, api, ui }) {
  const Page = pageFor(data)
  return html`
    <main class="con-main">
      <${Page} data=${data} api=${api} ui=${ui} />
    </main>
  `
}

function pageFor({ meeting, agenda: whole }) {
  const agenda = whole.filter((item) => item.kind !== "welcome")
  if (meeting.state === "closed") return Closed
  if (meeting.interlude) return OnNow
  if (agenda.length === 0) return Empty
  if (!agenda.some(isToDo)) return AllDone
  return agenda.every((item) => item.state === "planned") ? Opening : Between
}

function Opening({ data, ui }) {
  return html`
    <div class="con-scroll con-start">
      <h1>${_("Zo begin je")}</h1>
      <ol class="con-steps">
        <${ScreenStep} data=${data} />
        <${PeopleStep} data=${data} ui=${ui} />
        <${FirstStep} data=${data} />
      </ol>
      <${Arrived} people=${data.people} />
    </div>
    <${NextBar} data=${data} ui=${ui} word=${(title) => _("Begin met {title}", { title })} />
  `
}

function ScreenStep({ data }) {
  return html`
    <${Step} n=${1} title=${_("Open het scherm")} done=${data.screens > 0}>
      <p>${_("Sleep het nieuwe venster naar de projector en maak het schermvullend met F11.")}</p>
      <${OpenScreen} href=${data.links.screen} cls="btn quiet con-sm" />
      <//>
  `
}

function PeopleStep({ data, ui }) {
  return html`
    <${Step} n=${2} title=${_("Laat iedereen binnen")}>
      <p>${_("Op het scherm staat een QR-code. Wie ze niet kan scannen, typt de code.")}</p>
      <p class="con-big-code"><b translate="no">${data.meeting.code}</b> <span>${inText(
        data,
      )}</span></p>
      <button type="button" class="con-link" onClick=${() => openRemote(ui)}>${_(
        "Zelf rondlopen? Gebruik je gsm als afstandsbediening",
      )}</button>
      <//>
  `
}

function FirstStep({ data }) {
  const next = nextOf(data)
  return html`
    <${Step} n=${3} title=${_("Begin met {title}", { title: next.title })}>
      <p>${next.minutes
        ? ngettext(
          "Is bijna iedereen binnen, begin dan gerust: wie later komt, kan nog volgen. " +
            "Dit duurt {n} minuut.",
          "Is bijna iedereen binnen, begin dan gerust: wie later komt, kan nog volgen. " +
            "Dit duurt {n} minuten.",
          next.minutes,
        )
        : _("Is bijna iedereen binnen, begin dan gerust: wie later komt, kan nog volgen.")}</p>
      <${Lacks} item=${next} links=${data.links} />
      <//>
  `
}

function Step({ n, title, done, children }) {
  return html`
    <li class=${`con-step${done ? " is-done" : ""}`}>
      <span class="con-step-n" aria-hidden="true">${done ? html`<${Check} size=${26} />` : n}</span>
      <div><h2>${title}</h2>${children}</div>
    </li>
  `
}

/**
 * The figures of people who joined; only the latest when there is no room for all. Left out below
 * what may be as long as the page, where they would be cut.
 */
export function Arrived({ people, most = ON_THE_FLOOR }) {
  return html`<div class="con-arrived" aria-hidden="true">
    <svg viewBox="0 0 1000 132" preserveAspectRatio="xMidYMax slice">
      <${Floor} top=${54} left=${-600} right=${1600} bottom=${132} rows=${JOINTS} centre=${500}
        depth=${70} step=${64} width=${2} skirt=${9} />
      <${Wall} top=${54} left=${-600} right=${1600} high=${14} rise=${5} width=${2} />
    </svg>
    ${
    inside(people).slice(-most).map((person) =>
      html`<span key=${person.id}><${FigurePicture} height=${92} tile=${person.tile}
        pose=${person.pose} /></span>`
    )
  }
  </div>`
}

function Between({ data, ui }) {
  const next = nextOf(data)
  return html`
    <div class="con-scroll con-start">
      <p class="con-over">${_("Hierna")}</p>
      <div class="con-next"><${ExerciseIcon} item=${next} size=${72} /><h1>${next
        .title}</h1></div>
      ${next.minutes &&
        html`<p class="con-lead">${
          ngettext("{n} minuut gepland", "{n} minuten gepland", next.minutes)
        }</p>`}
      <${Lacks} item=${next} links=${data.links} />
      <${Arrived} people=${data.people} />
    </div>
    <${NextBar} data=${data} ui=${ui} word=${(title) => _("Verder met {title}", { title })} />
  `
}

function AllDone({ data, ui }) {
  return html`
    <div class="con-scroll con-start">
      <h1>${data.agenda.some((item) => item.state === "stopped")
        ? _("Alles kwam aan bod")
        : _("Alle oefeningen zijn gedaan")}</h1>
      <p class="con-lead">${_(
        "Heropen links een oefening als je er iets van opnieuw wilt tonen, " +
          "of sluit de bijeenkomst af.",
      )}</p>
      <${Homework} data=${data} ui=${ui} />
      ${data.homework.items.length === 0 && html`<${Arrived} people=${data.people} />`}
    </div>
    <div class="con-go">
      <${MainButton} ui=${ui} onClick=${() => askToEnd(ui, data.agenda)}>${_(
        "Bijeenkomst afsluiten",
      )}<//>
    </div>
  `
}

function Closed({ data, ui }) {
  return html`
    <div class="con-scroll con-start">
      <h1>${_("De bijeenkomst is afgesloten")}</h1>
      <p class="con-lead">${_(
        "Alles is bewaard. De bijeenkomst op één blad staat klaar om te mailen. " +
          "Open de bijeenkomst opnieuw als er nog iets bij moet.",
      )}</p>
      <${Homework} data=${data} ui=${ui} />
      ${data.homework.items.length === 0 && html`<${Arrived} people=${data.people} />`}
    </div>
    <div class="con-go">
      ${data.links.evening &&
        html`<a class="btn con-main-do" href=${data.links.evening}>${
          _("De bijeenkomst op één blad")
        }</a>`}
      ${data.links.export &&
        html`<a class="btn quiet" href=${data.links.export} download="">${
          _("Download wat eruit kwam")
        }</a>`}
      <button type="button" class="btn quiet" onClick=${() => ui.act("reopen_meeting")}>${_(
        "Opnieuw openen",
      )}</button>
    </div>
  `
}

function Empty({ data }) {
  return html`
    <div class="con-scroll con-start">
      <h1>${_("Er staat nog niets op de agenda")}</h1>
      <p class="con-lead">${_(
        "Kies eerst de oefeningen van deze bijeenkomst. Wie al binnen is, blijft binnen.",
      )}</p>
      <${Arrived} people=${data.people} />
    </div>
    ${data.links.prepare &&
      html`<div class="con-go"><a class="btn con-main-do" href=${data.links.prepare}
        target="_top">${_("Oefeningen kiezen")}</a></div>`}
  `
}

function NextBar({ data, ui, word }) {
  const next = nextOf(data)
  return html`
    <div class="con-go">
      <${MainButton} ui=${ui} onClick=${() => begin(next, ui, { told: true })}>${word(
        next.title,
      )}<//>
      <p class="con-count">${countIn(data)}</p>
    </div>
  `
}

const SHOWN = {
  pause: () => _("Scherm en gsm’s tonen de pauze."),
  talk: () => _("Het scherm toont waarover het gesprek gaat. De gsm’s liggen even neer."),
  lobby: () => _("De zaal ziet nu het onthaal"),
}

/** A break or talk is on: what phones and screen show, how long still, and what comes after it. */
function OnNow({ data, api, ui }) {
  const { interlude } = data.meeting
  const item = data.agenda.find((one) => one.id === interlude.activity)
  const next = nextOf(data)
  return html`
    <div class="con-scroll con-start">
      <p class="con-over">${_("Nu bezig")}</p>
      <div class="con-next">${item &&
        html`<${ExerciseIcon} item=${item} size=${72} />`}<h1>${interlude.title}</h1></div>
      <p class="con-lead">${SHOWN[data.meeting.state]?.()}</p>
      ${data.meeting.state === "lobby" &&
        html`<button type="button" class="btn quiet con-sm" onClick=${() =>
          ui.act("lobby", { value: false })}>${
          _("Toon {title} weer", {
            title: interlude.title,
          })
        }</button>`}
      <${ClockPanel} timer=${interlude.timer} api=${api} act=${ui.act} />
      <${Lacks} item=${next} links=${data.links} />
      <${Arrived} people=${data.people} />
    </div>
    ${next
      ? html`<${NextBar} data=${data} ui=${ui} word=${(title) =>
        _("Verder met {title}", { title })} />`
      : html`
        <div class="con-go">
          <${MainButton} ui=${ui} onClick=${() => askToEnd(ui, data.agenda)}>${_(
            "Bijeenkomst afsluiten",
          )}<//></div>
      `}
  `
}

/**
 * What comes next: the item after the last that was begun, since an earlier one that was skipped
 * was skipped on purpose. The welcome is never begun.
 */
export function nextOf({ agenda: whole }) {
  const agenda = whole.filter((item) => item.kind !== "welcome")
  const begun = agenda.map((item) => !isToDo(item)).lastIndexOf(true)
  return agenda.slice(begun + 1).find(isToDo) ?? agenda.find(isToDo)
}

/** Who is in the hall now: who went home came, but is not inside any more. */
export const inside = (people) => people.filter((person) => person.joined && !person.home)

const inText = ({ people }) => {
  const n = inside(people).length
  return !people.some((person) => person.joined)
    ? _("nog niemand binnen")
    : ngettext("{n} mens is binnen", "{n} mensen zijn binnen", n)
}

/** '9 van de 12 zijn binnen', with the figures in bold. */
export function countIn({ people, expected }) {
  const n = inside(people).length
  if (!people.some((person) => person.joined)) return _("Nog niemand binnen")
  return html`<b>${_("{n} van de {m}", { n, m: expected })}</b> ${
    n === 1 ? _("is binnen") : _("zijn binnen")
  }`
}
