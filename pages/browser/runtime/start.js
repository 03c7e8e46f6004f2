// The first script of a live page: reads what the server wrote in the page, draws the view of the
// role in #app, and keeps it up to date.
import { html, render } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { loadView } from "../../../exercises/kit/browser/stagehand.js"
import { followBrowser } from "./connection.js"
import { LivePage } from "./live.js"
import { insertSprite } from "./sprite.js"

// the drawings are worth waiting for, but not longer than this
const SPRITE_PATIENCE = 1500

const boot = JSON.parse(document.getElementById("boot").textContent)
const app = document.getElementById("app")
let View = null
let painting = false

const live = new LivePage(boot, {
  draw,
  leave: (url) => location.replace(url),
  reload: () => location.reload(),
})
followBrowser(live.connection, { woken: () => live.outbox.hurry() })
addEventListener("storage", (event) => live.outbox.heard(event))
live.start()
start()

async function start() {
  const sprite = insertSprite(boot.sprite)
  const loaded = await loadView(boot.view)
  await Promise.race([sprite, new Promise((done) => setTimeout(done, SPRITE_PATIENCE))])
  View = loaded
  app.replaceChildren() // the first words
  draw()
}

/**
 * Never at once: a part that leaves the page may still send, and drawing inside a drawing leaves
 * two pages in one.
 */
function draw() {
  if (painting || !View) return
  painting = true
  queueMicrotask(() => {
    painting = false
    render(html`<${View} data=${live.data} api=${live.api()} />`, app)
  })
}
