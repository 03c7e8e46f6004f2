// The facilitator's phone as a remote: what the room is at, and the next step under the thumb.
// It shares the console's actions and question dialogs; people and notes stay on the laptop.
/** @import { Api } from "../../../exercises/contract.d.ts" */
/** @import { ConsoleData } from "../pages.d.ts" */
import { html, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { useTimeLeft } from "../../../exercises/kit/browser/clock.js"
import { ignoreRepeat, placeIn, stageOf, useAct } from "../console/act.js"
import {
  askToClose,
  begin,
  ExerciseIcon,
  goBack,
  goOn,
  isToDo,
  itemOf,
  Lacks,
  timeText,
} from "../console/agenda.js"
import { Switch } from "../console/controls.js"
import { useDialogs } from "../console/dialog.js"
import { AtDoor } from "../console/at_door.js"
import { Newcomers, Takeovers, Unknown } from "../console/doubts.js"
import { MainButton } from "../console/main_button.js"
import { spoken } from "../console/spoken.js"
import { Count } from "../console/stage.js"
import { Arrived, countIn, nextOf } from "../console/start.js"
import { Strips } from "../console/strips.js"
import { Presets, Running, TimeLeft } from "../console/timer.js"

/** @param {{data: ConsoleData, api: Api}} props */
export default function Remote({ data, api }) {
  const { act, settling, refused, dismiss } = useAct(api, data)
  const { open, ask, element } = useDialogs()
  const Page = data.meeting.state !== "closed" && data.current ? During : Waiting
  return html`<div class="rem" data-step=${placeIn(data)} data-say=${
    Page === During ? spoken(data) : null
  } onKeyDown=${ignoreRepeat}>
    <${Top} data=${data} ui=${{ act, settling }} />
    <${Strips} api=${api} refused=${refused} onDismiss=${dismiss} />
    <${Doubts} data=${data} ui=${{ act }} />
    <${Page} data=${data} api=${api} ui=${{ act, settling, open, ask }} />
    ${element}
  </div>`
}

/** Who waits for a word of the facilitator; the strip takes no room while nobody does. */
function Doubts({ data, ui }) {
  const { people, meeting } = data
  if (meeting.state === "closed") return null
  return html`
    <div class="rem-doubts">
      <${AtDoor} data=${data} ui=${ui} />
      <${Takeovers} people=${people} ui=${ui} />
      <${Newcomers} people=${people} ui=${ui} />
      <${Unknown} people=${people} ui=${ui} />
    </div>
  `
}

function Top({ data: { agenda, current, meeting }, ui }) {
  const running = current && agenda.find((one) => one.id === current.activity)
  const paused = meeting.state === "pause"
  return html`<header class="rem-top">
    ${running && html`<${ExerciseIcon} item=${running} size=${34} />`}
    <b>${current?.title ?? meeting.title}</b>
    ${
    meeting.state !== "closed" && html`
      <button type="button" class=${`rem-key${paused ? " is-on" : ""}`} aria-pressed=${paused}
        aria-disabled=${ui.settling}
        onClick=${() => ui.act("pause", { value: !paused })}>${_("Pauze")}</button>
    `
  }
  </header>`
}

function During({ data, api, ui }) {
  const { current, meeting } = data
  return html`
    <main class="rem-main">
      ${AWAY[meeting.state]?.()}
      <${Place} current=${current} />
      <${Count} summary=${current.summary} />
      ${!AWAY[meeting.state] && html`<${Moves} current=${current} ui=${ui} />`}
      ${!AWAY[meeting.state] && html`<${Questions} questions=${current.questions} />`}
      <div class="rem-low">
        <${Clock} timer=${current.timer} api=${api} act=${ui.act} />
        <${Switches} current=${current} act=${ui.act} />
      </div>
    </main>
    <${Foot} data=${data} ui=${ui} />
  `
}

/** What the exercise itself can do now: the next stone, another pawn, the next note. */
function Moves({ current, ui }) {
  if (!current.moves.length && !current.skip && !current.forward?.about) return null
  const go = ({ slot, payload }) =>
    ui.act("contribute", { activity: current.activity, slot, payload })
  return html`<div class="rem-moves" role="group" aria-label=${current.title}>
    ${
    current.forward?.about &&
    html`<p class="rem-about" dir="auto">${
      _("Straks: {title}", { title: current.forward.about })
    }</p>`
  }
    ${
    current.moves.map((move) =>
      html`
        <button type="button" key=${`${move.slot}${move.label}${move.value}`} class="con-key"
          onClick=${() => go(move)}>
              <b>${move.label}</b>${move.value &&
                html`<span dir="auto">${move.value}</span>`}</button>
      `
    )
  }
    ${
    current.skip && html`
      <button type="button" class="con-key" onClick=${() =>
        goOn(current, ui, current.skip)}><b>${current.skip.label}</b></button>
    `
  }
  </div>`
}

const AWAY = {
  pause: () => html`<p class="rem-away"><b>${_("Pauze.")}</b> ${_("Scherm en gsm’s wachten.")}</p>`,
  lobby: () =>
    html`<p class="rem-away"><b>${_("Onthaal.")}</b> ${_("De zaal ziet nu het onthaal")}</p>`,
}

function Place({ current }) {
  const { step } = current
  const title = step?.title ?? current.title
  return html`<div class="rem-place">
    ${
    step?.total > 1 &&
    html`<p class="muted">${
      _("{label} {n} van {m}", { label: step.label, n: step.index, m: step.total })
    }</p>`
  }
    <h1 class=${title.length > 84 ? "is-long" : ""}>${title}</h1>
    ${current.page && html`<p class="muted">${current.page}</p>`}
    <${Stages} stages=${current.stages} now=${stageOf(current)} />
  </div>`
}

/** Where we are among the stages: the word for now, and one mark for each. */
function Stages({ stages = [], now }) {
  if (stages.length < 2 || !now) return null
  return html`
    <p class="rem-stage">
      <b>${now.label}</b>
      <span class="visually-hidden">${_("fase {n} van {m}", {
        n: stages.indexOf(now) + 1,
        m: stages.length,
      })}</span>
      <span class="rem-marks" aria-hidden="true">${stages.map((stage) =>
        html`<i key=${stage.key} class=${`is-${stage.state}`}></i>`
      )}</span>
    </p>
  `
}

function Switches({ current, act }) {
  return html`<div class="rem-switches">
    ${
    current.open != null &&
    html`<${Switch} label=${_("Antwoorden open")} value=${current.open} onChange=${(value) =>
      act("open", { value })} />`
  }
    ${
    current.shown != null &&
    html`<${Switch} label=${_("Resultaten tonen")} value=${current.shown} onChange=${(value) =>
      act("show", { value })} />`
  }
  </div>`
}

function Clock({ timer, api, act }) {
  const left = useTimeLeft(timer, api.now)
  return html`<section class="rem-clock" aria-label=${_("Klok")}>
    ${timer ? html`<${TimeLeft} left=${left} paused=${timer.paused} />` : html`<p>${_("Klok")}</p>`}
    <div>${
    timer
      ? html`<${Running} timer=${timer} left=${left} act=${act} />`
      : html`<${Presets} act=${act} />`
  }</div>
  </section>`
}

/** Unfolded where the phone is tall enough to keep the rest in sight. */
function Questions({ questions }) {
  const [tall] = useState(() => matchMedia("(min-height:740px)").matches)
  return questions?.length > 0 && html`<details class="rem-ask" open=${tall}>
    <summary>${_("Om te vragen")}</summary>
    ${questions.map((question) => html`<p key=${question}>${question}</p>`)}
  </details>`
}

function Foot({ data, ui }) {
  const { current, meeting } = data
  const away = {
    pause: () => ui.act("pause", { value: false }),
    lobby: () => ui.act("lobby", { value: false }),
  }[meeting.state]
  if (away) {
    return html`
      <footer class="rem-foot">
        <${Next} ui=${ui} label=${_("Verder met {title}", {
          title: current.title,
        })} onClick=${away} />
      </footer>
    `
  }
  return html`<footer class="rem-foot">
    ${
    current.back && html`<${MainButton} cls="quiet" ui=${ui} onClick=${() =>
      goBack(current, ui)}>${current.back.label}<//>`
  }
    ${
    current.forward
      ? html`<${Next} ui=${ui} label=${current.forward.label} onClick=${() => goOn(current, ui)} />`
      : html`<${Next} ui=${ui} label=${_("Oefening afsluiten")} onClick=${() =>
        askToClose(itemOf(data), ui)} />`
  }
  </footer>`
}

const Next = ({ label, ui, onClick }) =>
  html`
    <${MainButton} cls=${label.length > 18 ? "rem-next is-long" : "rem-next"} ui=${ui}
      onClick=${onClick}>${label}<//>
  `

/** What else on the agenda is still to do, or was stopped and can be taken up again. */
function Others({ agenda, next, ui }) {
  const others = agenda.filter((item) =>
    item !== next && item.kind !== "welcome" && (isToDo(item) || item.state === "stopped")
  )
  return others.length > 0 && html`
    <details class="rem-ask">
      <summary>${_("Iets anders op de agenda")}</summary>
      <div class="rem-moves">${others.map((item) =>
        html`
          <button type="button" key=${item.id} class="con-key" aria-disabled=${ui.settling}
            onClick=${() => ui.settling || begin(item, ui)}>
            <b>${item.title}</b><span>${timeText(item)}</span></button>
        `
      )}</div>
    </details>
  `
}

/** No exercise on: how many came in, and the next one to begin. */
function Waiting({ data, api, ui }) {
  const { interlude } = data.meeting
  const next = nextOf(data)
  const closed = data.meeting.state === "closed"
  return html`
    <main class="rem-main">
      <h1>${closed
        ? _("De bijeenkomst is afgesloten")
        : interlude
        ? interlude.title
        : next
        ? _("Straks: {title}", { title: next.title })
        : _("Er staat niets meer op de agenda")}</h1>
      ${!closed && interlude && next &&
        html`<p class="con-lead">${_("Straks: {title}", { title: next.title })}</p>`}
      ${!closed && interlude &&
        html`<${Clock} timer=${interlude.timer} api=${api} act=${ui.act} />`}
      ${!closed && html`<p class="con-count">${countIn(data)}</p>`}
      ${!closed && html`<${Lacks} item=${next} />`}
      ${!closed && html`<p class="rem-code">${_("Code")} <b>${data.meeting.code}</b></p>`}
      ${!closed && html`<${Others} agenda=${data.agenda} next=${next} ui=${ui} />`}
      <${Arrived} people=${data.people} most=${6} />
    </main>
    ${!closed && next && html`
      <footer class="rem-foot">
        <${Next} ui=${ui} label=${_("Begin met {title}", { title: next.title })} onClick=${() =>
          begin(next, ui, { told: true })} />
      </footer>
    `}
  `
}
