// What the room sees, small: the same view as on the screen, drawn in its own 1920x1080 and scaled
// down.
import {
  html,
  useErrorBoundary,
  useLayoutEffect,
  useRef,
  useState,
} from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { useSceneView } from "../../../exercises/kit/browser/scene_view.js"

const WIDE = 1920

export function Preview({ scene, api, veil }) {
  const box = useRef(null)
  const scale = useScale(box)
  const shown = useSceneView(scene)
  return html`<figure class="con-preview" ref=${box} role="img" aria-label=${
    veil ?? _("Wat de zaal ziet")
  }>
    <div class="con-preview-stage" aria-hidden="true" style=${`transform:scale(${scale})`}>
      ${
    shown && html`
      <${Guard} key=${shown.scene.activity}>
        <${shown.View} data=${shown.scene.data} scene=${shown.scene} me=${null} api=${api}
          preview=${true} />
        <//>
    `
  }
    </div>
    ${veil && html`<p class="con-veil">${veil}</p>`}
  </figure>`
}

/**
 * What an exercise adds to the console itself: its own script, which writes as the facilitator.
 * `ways`: the places it may lead to, each with an address and a label.
 */
export function OwnPart({ scene, api, ways }) {
  const { activity } = scene
  const own = {
    ...api,
    contribute: (slot, payload) => api.act("contribute", { activity, slot, payload }),
  }
  const shown = useSceneView(scene)
  return html`<div class="con-own">
    ${
    shown && html`
      <${Guard} key=${shown.scene.activity}>
        <${shown.View} data=${shown.scene.data} scene=${shown.scene} api=${own} ways=${ways} />
        <//>
    `
  }
  </div>`
}

/** An error boundary: a scene that fails to render breaks only the preview, not the console. */
function Guard({ children }) {
  const [trouble] = useErrorBoundary((error) => console.error("over de vloer: preview", error))
  return trouble
    ? html`<p class="con-preview-trouble">${
      _("Het voorbeeld lukt even niet. Kijk op het scherm zelf.")
    }</p>`
    : children
}

function useScale(box) {
  const [scale, setScale] = useState(0.25)
  useLayoutEffect(() => {
    const measure = () => box.current && setScale(box.current.clientWidth / WIDE)
    const watch = new ResizeObserver(measure)
    watch.observe(box.current)
    measure()
    return () => watch.disconnect()
  }, [])
  return scale
}
