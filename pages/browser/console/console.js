// The facilitator's console: agenda, the exercise that is on, and the people in the room. Each
// panel has its own file.
/** @import { Api } from "../../../exercises/contract.d.ts" */
/** @import { ConsoleData } from "../pages.d.ts" */
import { html } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { ignoreRepeat, placeIn, useAct } from "./act.js"
import { Agenda } from "./agenda.js"
import { useDialogs } from "./dialog.js"
import { Header } from "./header.js"
import { People } from "./people.js"
import { spoken } from "./spoken.js"
import { Stage } from "./stage.js"
import { Start } from "./start.js"
import { Strips } from "./strips.js"
import { ClockPanel } from "./timer.js"

/** @param {{data: ConsoleData, api: Api}} props */
export default function Console({ data, api }) {
  const { act, settling, refused, dismiss } = useAct(api, data)
  const { open, ask, element } = useDialogs(data)
  const ui = { act, settling, open, ask }
  const running = data.meeting.state === "closed" ? null : data.current
  return html`<div class="con" data-step=${placeIn(data)} data-say=${
    running ? spoken(data) : null
  } onKeyDown=${ignoreRepeat}>
    <${Header} data=${data} ui=${ui} />
    <${Strips} api=${api} notices=${data.notices} refused=${refused} onDismiss=${dismiss} />
    <div class="con-body">
      <div class="con-left-side">
        <${Agenda} agenda=${data.agenda} links=${data.links} api=${api} ui=${ui} />
        ${running && html`<${ClockPanel} timer=${running.timer} api=${api} act=${act} />`}
      </div>
      ${
    running
      ? html`<${Stage} data=${data} api=${api} ui=${ui} />`
      : html`<${Start} data=${data} api=${api} ui=${ui} />`
  }
      <${People} data=${data} ui=${ui} />
    </div>
    ${element}
  </div>`
}
