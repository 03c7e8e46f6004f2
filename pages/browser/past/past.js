// The screen as it was at a past step, in a frame of the look back. It draws once what the server
// wrote in the page, and speaks with nobody.
/** @import { Api, Scene } from "../../../exercises/contract.d.ts" */
import {
  html,
  render,
  useErrorBoundary,
  useRef,
} from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _, language } from "../../../exercises/kit/browser/i18n.js"
import { useSceneView } from "../../../exercises/kit/browser/scene_view.js"
import { insertSprite } from "../runtime/sprite.js"
import { useStage } from "../screen/stage.js"

/** @type {{sprite: string, now: number, scene: Scene}} */
const boot = JSON.parse(document.getElementById("boot")?.textContent ?? "")
const app = /** @type {HTMLElement} */ (document.getElementById("app"))

/** Nothing is sent and nothing was typed. @type {Api} */
const api = {
  online: true,
  slow: false,
  trouble: null,
  refused: null,
  missed: null,
  forget: () => {},
  now: () => boot.now,
  send: () => {},
  slot: () => ({ status: "none", reason: null, payload: null, own: null }),
  act: () => Promise.resolve({}),
  draft: () => "",
  unshared: () => "",
  keep: () => {},
}

function Past() {
  const room = useRef(null)
  const style = useStage(room)
  const ready = useSceneView(boot.scene)
  const [trouble] = useErrorBoundary((error) => console.error("over de vloer: past step", error))
  if (trouble) return html`<p class="first-word">${_("Dit beeld lukt even niet.")}</p>`
  return html`
    <div class="screen-view" ref=${room} style=${style}>
      <div class="screen-stage" lang=${language()}>
        ${ready && html`
          <div class="screen-exercise">
            <${ready.View} data=${ready.scene.data} scene=${ready.scene} api=${api}
              preview=${true} />
          </div>
        `}
      </div>
    </div>
  `
}

await insertSprite(boot.sprite)
app.replaceChildren() // the placeholder text of the server
render(html`<${Past} />`, app)
