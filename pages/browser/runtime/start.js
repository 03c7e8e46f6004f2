// The first script of a live page: reads what the server wrote in the page, draws the view of the
// role in #app, and keeps it up to date.
/** @import { Boot } from "./protocol.d.ts" */
import { html, render } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { loadView } from "../../../exercises/kit/browser/scene_view.js"
import { followBrowser } from "./browser.js"
import { keepFocus } from "./focus.js"
import { LivePage } from "./live.js"
import { insertSprite } from "./sprite.js"
import { sayEachStep } from "./steps.js"
import { keepTranslatable } from "./translated.js"

// ms to wait for the shared drawings before the first render goes ahead without them
const SPRITE_PATIENCE = 1500

/** @type {Boot} */
const boot = JSON.parse(element("boot").textContent ?? "")
const app = element("app")
/** @type {unknown} */
let View = null
let drawing = false

const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel(`odv:${boot.keep}`) : null
const live = new LivePage(boot, {
  draw,
  tellTabs: (settled) => tabs?.postMessage(settled),
  leave: (url) => location.replace(url),
  reload: () => location.reload(),
})
followBrowser(live.connection, () => live.outbox.hurry())
tabs?.addEventListener("message", ({ data }) => live.heardOfTab(data))
addEventListener("storage", (event) => live.outbox.storageChanged(event))
live.start()
// before the others: they read what the page wrote itself
keepTranslatable(app)
keepFocus(app)
sayEachStep(app)
begin()

async function begin() {
  const sprite = insertSprite(boot.sprite)
  const loaded = await loadView(boot.view)
  await Promise.race([sprite, new Promise((done) => setTimeout(done, SPRITE_PATIENCE))])
  View = loaded
  app.replaceChildren() // the placeholder text of the server
  draw()
}

/**
 * Renders in a microtask: a component may send while it unmounts, and a render inside a render
 * would leave the page in the document twice.
 */
function draw() {
  if (drawing || !View) return
  drawing = true
  queueMicrotask(() => {
    drawing = false
    render(html`<${View} data=${live.data} api=${live.api()} />`, app)
  })
}

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no #${id} in this page`)
  return found
}
