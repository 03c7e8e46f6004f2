// What the buttons of a step ask the server.
import assert from "node:assert/strict"
import { goBack, goOn } from "../../pages/browser/console/agenda.js"

/** A console that only remembers what it was asked to do. */
function console() {
  const acts = []
  return { acts, act: (name, payload) => acts.push([name, payload]), ask: () => assert.fail() }
}

// The second of four chapters, of which the facilitator prepared nine: five have nothing to show.
const CURRENT = {
  activity: "a1",
  at: "6:chapter",
  step: { index: 2, total: 4, number: 6, before: 1, after: 8 },
  stages: [{ key: "chapter", state: "now" }],
  forward: { label: "Volgend hoofdstuk", ask: "", move: null },
  back: { label: "Stap terug", move: null },
}

Deno.test("a step is named by its own number, also where others are skipped", () => {
  const ui = console()
  goOn(CURRENT, ui)
  goBack(CURRENT, ui)
  assert.deepEqual(ui.acts, [["forward", { at: "6:chapter" }], ["back", { at: "6:chapter" }]])
})
