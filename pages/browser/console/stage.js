// The middle of the page while an exercise is on: where it stands, what the room sees, what can be
// switched, what to keep, and the one button that takes everybody further.
import { html } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../../exercises/kit/browser/i18n.js"
import { Check, Chevron } from "../../../exercises/kit/browser/figures.js"
import { askToClose, goBack, goOn, itemOf, waysFrom } from "./agenda.js"
import { MainButton } from "./main_button.js"
import { Controls } from "./controls.js"
import { Note } from "./note.js"
import { OwnPart, Preview } from "./preview.js"

export function Stage({ data, api, ui }) {
  const { current, meeting } = data
  return html`
    <main class="con-main">
      <div class="con-scroll">
        <${Elsewhere} meeting=${meeting} current=${current} ui=${ui} />
        <${StageBar} current=${current} ui=${ui} />
        <${StepHead} current=${current} ui=${ui} />
        <div class=${current.console ? "con-row has-own" : "con-row"}>
            <${Preview} scene=${current.scene} api=${api} veil=${VEILS[meeting.state]?.()} />
            <${Controls} current=${current} act=${ui.act} ask=${ui.ask} />
            ${current.console && html`
              <${OwnPart} scene=${current.console} api=${api}
                ways=${waysFrom(current.activity, data.links)} />
            `}
            <${Words} words=${current.words} />
            <${Note} note=${current.note} activity=${current.activity} api=${api} />
          </div>
      </div>
      <${Go} data=${data} ui=${ui} />
    </main>
  `
}

/** What people wrote on their phones, to be asked about in the talk. */
function Words({ words = [] }) {
  if (!words.length) return null
  return html`
    <details class="con-words" open>
      <summary>${ngettext(
        "{n} mens schreef er iets bij",
        "{n} mensen schreven er iets bij",
        words.length,
      )}</summary>
      <ul>${words.map((word) =>
        html`<li>${
          word.who && html`<b class="name" translate="no" dir="auto">${word.who}</b>`
        } <span dir="auto">${word.text}</span></li>`
      )}</ul>
    </details>
  `
}

const VEILS = {
  pause: () => _("De zaal ziet nu de pauze"),
  lobby: () => _("De zaal ziet nu het onthaal"),
}

/** Shown when the screen does not show this exercise (lobby or break), with a button back to it. */
function Elsewhere({ meeting, current, ui }) {
  const back = {
    pause: () => ui.act("pause", { value: false }),
    lobby: () => ui.act("lobby", { value: false }),
  }[meeting.state]
  return back && html`
    <div class="con-elsewhere">
      <p><b>${meeting.state === "pause"
        ? _("Pauze.")
        : _("Onthaal.")}</b> ${meeting.state === "pause"
        ? _("Scherm en gsm’s wachten.")
        : _("Op het scherm staat opnieuw de code, voor wie later komt.")}</p>
      <${MainButton} cls="quiet con-sm" ui=${ui} onClick=${back}>${_("Verder met {title}", {
        title: current.title,
      })}<//>
    </div>
  `
}

function StageBar({ current, ui }) {
  const stages = current.stages ?? []
  if (stages.length < 2) return null
  const go = (stage) =>
    ui.act("goto", { step: current.step.number, stage: stage.key, at: current.at })
  return html`<ol class="con-stages" aria-label=${_("Fasen")}>
    ${
    stages.map((stage) =>
      html`
        <li key=${stage.key}>
          <button type="button" class=${`is-${stage.state}`} aria-disabled=${ui
            .settling} aria-current=${stage.state === "now" ? "step" : null}
            onClick=${() => stage.state !== "now" && go(stage)}>
                ${stage.state === "done" && html`<${Check} size=${19} />`}<span>${stage
                  .label}</span>
              </button>
        </li>
      `
    )
  }
  </ol>`
}

function StepHead({ current, ui }) {
  const { step } = current
  if (!step) {
    return html`
      <div class="con-head-step is-alone">
        <h1>${current.title}</h1>
      </div>
    `
  }
  const go = (number) =>
    ui.act("goto", { step: number, stage: current.stages?.[0]?.key, at: current.at })
  const many = step.total > 1
  return html`<div class=${`con-head-step${many ? "" : " is-alone"}`}>
    ${
    many &&
    html`
      <${Arrow} settling=${ui.settling} dir="left" label=${_("Vorige: {what}", {
        what: step.label,
      })} off=${step.before === null}
        onClick=${() => go(step.before)} />
    `
  }
    <div>
      ${
    many &&
    html`<p>${_("{label} {n} van {m}", { label: step.label, n: step.index, m: step.total })}</p>`
  }
      <h1 class=${(step.title ?? "").length > 84 ? "is-long" : ""}>${
    step.title ?? current.title
  }</h1>
    </div>
    ${
    many &&
    html`
      <${Arrow} settling=${ui.settling} dir="right" label=${_("Volgende: {what}", {
        what: step.label,
      })} off=${step.after === null}
        onClick=${() => current.skip ? goOn(current, ui, current.skip) : go(step.after)} />
    `
  }
  </div>`
}

function Arrow({ dir, label, off, settling, onClick }) {
  return html`
    <button type="button" class=${off ? "con-arrow is-off" : "con-arrow"} aria-label=${label}
      title=${label}
      aria-disabled=${off || settling}
      onClick=${onClick}><${Chevron} dir=${dir} size=${26} /></button>
  `
}

function Go({ data, ui }) {
  const { current, meeting } = data
  const away = { pause: "pause", lobby: "lobby" }[meeting.state]
  // the screen does not show the exercise now: returning to it must not also move it on
  if (away) {
    return html`
      <div class="con-go">
        <${MainButton} ui=${ui} onClick=${() => ui.act(away, { value: false })}>${_(
          "Verder met {title}",
          { title: current.title },
        )}<//>
        <${Count} summary=${current.summary} />
      </div>
    `
  }
  return html`<div class="con-go">
    ${
    current.forward
      ? html`<${MainButton} ui=${ui} onClick=${() =>
        goOn(current, ui)}>${current.forward.label}<//>`
      : html`<${MainButton} ui=${ui} onClick=${() => askToClose(itemOf(data), ui)}>${
        _("Oefening afsluiten")
      }<//>`
  }
    ${
    current.back && html`<${MainButton} cls="quiet" ui=${ui} onClick=${() =>
      goBack(current, ui)}>${current.back.label}<//>`
  }
    ${
    current.skip && html`
      <${MainButton} cls="quiet" ui=${ui} onClick=${() => goOn(current, ui, current.skip)}>${current
        .skip.label}<//>
    `
  }
    ${current.page && html`<p class="con-count">${current.page}</p>`}
    <${Count} summary=${current.summary} />
  </div>`
}

/**
 * People first: '9 van de 12 staan er', never a bar or a percentage. Nothing where nothing is
 * counted.
 */
export function Count({ summary }) {
  return summary?.label &&
    html`<p class="con-count"><b>${
      _("{n} van de {m}", { n: summary.count, m: summary.total })
    }</b> ${summary.label}</p>`
}
