// Who counts as inside on the console and the remote.
import assert from "node:assert/strict"
import { countIn, inside } from "../../pages/browser/console/start.js"

const HERE = { id: "a", joined: true, home: false }
const WENT_HOME = { id: "b", joined: true, home: true }
const EXPECTED = { id: "c", joined: false, home: false }

Deno.test("who went home is not inside any more", () => {
  assert.deepEqual(inside([HERE, WENT_HOME, EXPECTED]), [HERE])
})

Deno.test("nobody came yet is something else than everybody went home", () => {
  assert.equal(countIn({ people: [EXPECTED], expected: 1 }), "Nog niemand binnen")
  assert.notEqual(countIn({ people: [WENT_HOME], expected: 1 }), "Nog niemand binnen")
})
