// What the facilitator is told before two names become one person.
import assert from "node:assert/strict"
import { consequences } from "../../pages/browser/console/same_person.js"

const ELSJE = { name: "Elsje", joined: true, byhand: false }
const ELS = { name: "Els De Wit", joined: true, byhand: false }
const GOES = "die van Els De Wit gaat eruit"

const told = (person, chosen) => consequences(person, chosen).join(" ")

Deno.test("of two phones it is said which one goes out", () => {
  assert.ok(told(ELSJE, ELS).includes(GOES))
})

Deno.test("nothing is said of a phone that is not there", () => {
  assert.ok(!told(ELSJE, { ...ELS, joined: false }).includes(GOES))
  assert.ok(!told(ELSJE, { ...ELS, byhand: true }).includes(GOES))
  assert.ok(!told({ ...ELSJE, byhand: true }, ELS).includes(GOES))
})

Deno.test("it is said when a name stays on the list", () => {
  assert.ok(told(ELSJE, ELS).includes("andere bijeenkomst"))
})
