// The bar above every exercise on the screen: title, progress and countdown. The right corner
// (CORNER wide) is left free, since the page shows the join code for latecomers there.
import { html } from "./vendor/htm-preact.js"
import { _ } from "./i18n.js"
import { AreaIcon, Mark } from "./figures.js"
import { Timer } from "./clock.js"

export const CORNER = { width: 190, height: 210 }

export function ScreenBar({ scene, api }) {
  return html`
    <div class="screen-bar">
      <div class="where">
          ${scene.area
            ? html`<${AreaIcon} area=${scene.area} size=${60} />`
            : html`<${Mark} size=${60} />`}
          <span dir="auto">${whatIsOn(scene)}</span>
        </div>
      <div class="progress">
          ${scene.timer && html`<${Timer} timer=${scene.timer} api=${api} />`}
          <${Step} step=${scene.step} />
        </div>
    </div>
  `
}

/** Its own title on this agenda, else the area it is about, else the title of its kind. */
const whatIsOn = (scene) =>
  scene.own_title || (scene.area ? html`${scene.area}\u2002${scene.area_name}` : scene.title)

/**
 * 'Stelling 3 van 10', the number in ink. One translatable sentence, so that another language may
 * turn it round.
 */
export function Step({ step, small = false }) {
  if (!step || step.total < 2) return null
  const label = small ? lower(step.label) : upper(step.label)
  const [before, after = ""] = _("{label} {n} van {total}", { label, total: step.total }).split(
    "{n}",
  )
  return html`<span class="step-count">${before}<b>${step.index}</b>${after}</span>`
}

const upper = (text = "") => text.charAt(0).toUpperCase() + text.slice(1)
const lower = (text = "") => text.charAt(0).toLowerCase() + text.slice(1)
