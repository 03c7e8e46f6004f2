// Names in a sentence.
import assert from "node:assert/strict"
import { listed } from "../../exercises/kit/browser/listed.js"

const plain = (names) => listed(names).replace(/[\u2068\u2069]/g, "")

Deno.test("names stand with 'en' before the last", () => {
  assert.equal(plain([]), "")
  assert.equal(plain(["An"]), "An")
  assert.equal(plain(["An", "Bilal"]), "An en Bilal")
  assert.equal(plain(["An", "Bilal", "Zoë"]), "An, Bilal en Zoë")
})
