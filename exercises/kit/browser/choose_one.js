// One of several on a phone, saved as it is pressed: radio buttons, so that arrow keys and screen
// readers do what they do everywhere. What was chosen waits on the phone until the server has it,
// also through a reload. Python's side is kit/rules/choice.py; the style is choose_one.css.
import { html } from "./vendor/htm-preact.js"
import { _ } from "./i18n.js"
import { Check, Clock } from "./figures.js"
import { savingTrouble } from "./saving.js"
import { SavingState } from "./saving_state.js"

/**
 * @typedef {string | number | null} Key
 * @typedef {{slot: string, name: string, chosen: Key, options: {key: Key, label: string}[]}} Choice
 */

/**
 * `choice`: what `Choice.sent` of Python gave; `legend`: what is asked; `open`: whether it can be
 * chosen now.
 *
 * For more than that: `icon(key)` gives what stands before the words; `off(key)` whether an option
 * can't be chosen now; `send(key)` sends in another form, and then `chosen` says what counts;
 * `children` is what stands below while nothing is wrong, instead of that it was saved.
 *
 * @param {{choice: Choice, legend: string, api: import("../../contract.d.ts").Api, open?: boolean,
 *   icon?: (key: Key) => any, off?: (key: Key) => boolean, send?: ((key: Key) => void) | null,
 *   chosen?: Key, children?: any}} props
 */
export function ChooseOne({
  choice,
  legend,
  api,
  open = true,
  icon = () => null,
  off = () => false,
  send = null,
  chosen = chosenNow(choice, api),
  children = null,
}) {
  const { slot, name, options } = choice
  const choose = send ?? ((key) => api.send(slot, { [name]: key }))
  return html`
    <fieldset class="choose-one">
      <legend>${legend}</legend>
      <div class="choose-one-list">${options.map((one) => {
        const on = one.key === chosen
        const shut = !open || off(one.key)
        return html`
          <label key=${one.key} class=${on ? "is-on" : ""}>
            <input type="radio" name=${`odv-${slot}`} checked=${on} aria-disabled=${shut}
              onClick=${(event) => shut && event.preventDefault()}
              onChange=${() => !shut && choose(one.key)} />
            <span class="choose-one-face">${icon(one.key)}<span class="choose-one-words"
                dir="auto">${one.label}</span>${on && html`<${Check} size=${22} />`}</span>
          </label>
        `
      })}</div>
      <${State} sent=${api.slot(slot)}>${children ?? saved(api.slot(slot))}<//>
    </fieldset>
  `
}

/**
 * The key that is chosen: what was pressed here counts before the page shows it.
 *
 * @param {Choice} choice
 * @param {import("../../contract.d.ts").Api} api
 */
export function chosenNow(choice, api) {
  const { own } = api.slot(choice.slot)
  return own ? own[choice.name] : choice.chosen
}

const saved = ({ status }) =>
  status === "saved" && html`<span class="saved"><${Check} />${_("Bewaard.")}</span>`

function State({ sent, children }) {
  const busy = sent.status === "sending" &&
    html`<span class="pending"><${Clock} />${_("Bezig met bewaren.")}</span>`
  return html`<${SavingState}>${savingTrouble(sent) ?? (busy || children)}<//>`
}
