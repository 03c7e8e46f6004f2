// Notes of the own notebook go in the order in which they were written.
import assert from "node:assert/strict"
import { sendAll } from "../../pages/browser/own/sending.js"

/** @typedef {import("../../pages/browser/own/kept.js").KeptNote} KeptNote */

/** @param {string} client @param {number} at @returns {KeptNote} */
const note = (client, at) => ({
  client,
  person: "an",
  visit: "v",
  at,
  fields: { text: client },
  photos: [],
  sent: false,
})

/** @param {KeptNote[]} notes */
function keptOnThisPhone(notes) {
  const there = new Map(notes.map((one) => [one.client, one]))
  return /** @type {any} */ ({
    of: () => Promise.resolve([...there.values()]),
    put: (one) => Promise.resolve(there.set(one.client, one)),
    remove: (client) => Promise.resolve(there.delete(client)),
    there,
  })
}

/** @param {(text: string) => Response} answer called for each note; throws where it is offline */
function server(answer) {
  const got = []
  globalThis.fetch = (_address, { body }) => {
    const { text } = JSON.parse(String(body))
    got.push(text)
    return Promise.resolve().then(() => answer(text))
  }
  return got
}

const stored = () => Response.json({ ok: true, note: "n" })
const both = () => keptOnThisPhone([note("first", 1), note("second", 2)])

Deno.test("without a connection later notes wait behind the first", async () => {
  const kept = both()
  let calls = 0
  const got = server(() => {
    if (calls++ === 0) throw new TypeError("offline")
    return stored()
  })
  assert.equal((await sendAll(kept, "an")).outcome, "waiting")
  assert.deepEqual([got, [...kept.there.keys()]], [["first"], ["first", "second"]])
  assert.equal((await sendAll(kept, "an")).outcome, "done")
  assert.deepEqual([got, kept.there.size], [["first", "first", "second"], 0])
})

Deno.test("a note that the server can't take now holds up no other", async () => {
  const kept = both()
  server((text) => text === "first" ? Response.json({}, { status: 503 }) : stored())
  assert.equal((await sendAll(kept, "an")).outcome, "waiting")
  assert.deepEqual([...kept.there.keys()], ["first"])
})
