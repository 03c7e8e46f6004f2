// The projected page: the lobby, the running exercise, the break, the goodbye. It has no controls.
// A layout of 1920x1080 is scaled to the window; the rest is filled with wall and floor.
/** @import { Api } from "../../../exercises/contract.d.ts" */
/** @import { ScreenData } from "../pages.d.ts" */
import { html, useRef } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _, language } from "../../../exercises/kit/browser/i18n.js"
import { Qr, Unplugged } from "../../../exercises/kit/browser/figures.js"
import { useSceneView } from "../../../exercises/kit/browser/scene_view.js"
import { useAwake } from "./awake.js"
import { Lobby } from "./lobby.js"
import { Closing, Pause, Talk } from "./rest.js"
import { useStage } from "./stage.js"

/** @param {{data: ScreenData, api: Api}} props */
export default function View({ data, api }) {
  const room = useRef(null)
  const style = useStage(room)
  useAwake(api)
  return html`
    <div class="screen-view" ref=${room} style=${style}>
      <div class="screen-stage" lang=${language()}>
        <${Face} data=${data} api=${api} />
      </div>
      <${Line} api=${api} />
    </div>
  `
}

/** How the connection is, when it is not as it should be. */
function Line({ api }) {
  if (!api.online) {
    return html`<p class="screen-offline" role="status"><${Unplugged} size=${32} /> ${
      _("Even geen verbinding.")
    }</p>`
  }
  return api.slow && html`<p class="screen-slow" role="status">${_("Trage verbinding.")}</p>`
}

function Face({ data, api }) {
  const { meeting, lobby, scene } = data
  const running = meeting.state === "running" && scene
  // called for every face of the screen, so that the exercise is loaded before it is needed and
  // stays loaded during the break
  const ready = useSceneView(scene)
  if (meeting.state === "closed") return html`<${Closing} lobby=${lobby} />`
  if (meeting.state === "pause") {
    const { interlude } = meeting
    const timer = interlude?.timer ?? scene?.timer
    return html`<${Pause} lobby=${lobby} interlude=${interlude} timer=${timer} api=${api} />`
  }
  if (meeting.state === "talk") {
    return html`<${Talk} lobby=${lobby} interlude=${meeting.interlude} api=${api} />`
  }
  if (!running) return html`<${Lobby} meeting=${meeting} lobby=${lobby} />`
  return html`${
    ready && html`<${Exercise} key=${ready.scene.activity} ...${ready} api=${api} />`
  }<${Corner} ...${data.corner} />`
}

function Exercise({ View: Scene, scene, api }) {
  return html`
    <div class="screen-exercise">
      <${Scene} data=${scene.data} scene=${scene} api=${api} preview=${false} />
    </div>
  `
}

/** The join code for latecomers: small, in the corner that every exercise leaves free. */
function Corner({ qr, code }) {
  if (!qr) return null
  return html`<aside class="screen-corner" aria-label=${
    _("Nog binnenkomen: code {code}", { code })
  }>
    <${Qr} path=${qr.path} count=${qr.count} size=${140} /><b translate="no">${code}</b>
  </aside>`
}
