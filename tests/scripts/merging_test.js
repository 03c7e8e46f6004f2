// Two people in one field: see also tests/browser/test_joint_merge.py, which holds the words of
// merging.js and joint.py against each other.
import assert from "node:assert/strict"
import { JointText, merge } from "../../exercises/kit/browser/merging.js"
import { dice } from "./fakes.js"

const BASE = "we leren van elkaar"

Deno.test("what one adds and what the other adds are both there", () => {
  const { text } = merge(BASE, `${BASE} elke dag`, `samen ${BASE}`)
  assert.equal(text, "samen we leren van elkaar elke dag")
})

Deno.test("what nobody changed stays, what one took away is gone", () => {
  assert.equal(merge(BASE, "we leren elkaar", BASE).text, "we leren elkaar")
  assert.equal(merge(BASE, BASE, "we leren elkaar").text, "we leren elkaar")
  assert.equal(merge(BASE, "leren van elkaar", "we leren elkaar").text, "leren elkaar")
})

Deno.test("the caret stays with the word it stood in", () => {
  const caret = "we leren".length
  const { text, caret: now } = merge(BASE, `vandaag ${BASE}`, BASE, caret)
  assert.equal(text.slice(0, now), "vandaag we leren")
})

Deno.test("a caret is always a place in the text", () => {
  const words = ["we", "leren", "van", "elkaar", "hier", "en", "nu"]
  for (let seed = 0; seed < 500; seed++) {
    const { below, pick } = dice(seed)
    const text = () => Array.from({ length: below(7) }, () => pick(words)).join(" ")
    const [base, stored, incoming] = [text(), text(), text()]
    const { text: merged, caret } = merge(base, stored, incoming, below(incoming.length + 1))
    assert.ok(caret >= 0 && caret <= merged.length, `seed ${seed}`)
  }
})

/** The laptop: merges what comes in, and knows of each page what it had last. */
function laptop() {
  const stored = { text: "", seen: {} }
  const take = ({ text, base, writer, n, trail }) => {
    const known = (seen) => seen[writer] ?? 0
    if (n <= known(stored.seen)) return
    const last = trail.filter(([by, number]) => by === writer && number <= known(stored.seen)).at(
      -1,
    )
    stored.text = merge(last ? last[2] : base, stored.text, text).text
    stored.seen[writer] = n
  }
  return { take, now: () => ({ text: stored.text, seen: { ...stored.seen } }) }
}

Deno.test("two phones that write in turns, and lose messages, end with the same words", () => {
  const words = ["rust", "brood", "tijd", "koffie", "stoel", "kind", "buur", "deur"]
  for (let seed = 0; seed < 200; seed++) {
    const { below, pick, roll } = dice(seed)
    const server = laptop()
    const phones = ["een", "twee"].map((name) => new JointText(name, server.now()))
    const typed = [new Set(), new Set()]
    for (let turn = 0; turn < 20; turn++) {
      const at = below(2)
      const phone = phones[at]
      const act = roll()
      if (act < 0.4) {
        const word = `${pick(words)}${turn}`
        phone.text = phone.text ? `${phone.text} ${word}` : word
        typed[at].add(word)
      } else if (act < 0.7) {
        const message = phone.message()
        if (message && roll() < 0.7) server.take(message)
      } else phone.take(server.now())
    }
    for (const phone of [...phones, ...phones]) {
      phone.take(server.now())
      const message = phone.message(true)
      if (message) server.take(message)
    }
    for (const phone of phones) phone.take(server.now())
    const [one, two] = phones.map((phone) => phone.text)
    assert.equal(one, two, `seed ${seed}`)
    for (const word of [...typed[0], ...typed[1]]) {
      assert.equal(
        one.split(" ").filter((each) => each === word).length,
        1,
        `${word}, seed ${seed}`,
      )
    }
    assert.ok(phones.every((phone) => phone.draft() === null), `seed ${seed}`)
  }
})

Deno.test("a draft brings a page back where it was", () => {
  const page = new JointText("een", { text: "hallo", seen: {} })
  page.text = "hallo daar"
  const again = new JointText("twee", { text: "hallo allen", seen: {} }, page.draft())
  assert.equal(again.text, "hallo allen daar")
  assert.ok(again.dirty)
})

Deno.test("a field that is opened again on the same page is heard", () => {
  const server = laptop()
  const words = ["een tekst", "een tekst die langer is", "kort"]
  for (const text of words) {
    // opened, changed, sent, confirmed, and closed
    const field = new JointText("een", server.now())
    field.text = text
    server.take(field.message())
    field.take(server.now())
    assert.equal(field.draft(), null)
    assert.equal(server.now().text, text)
  }
})

Deno.test("also when it was closed before it was confirmed", () => {
  const server = laptop()
  const before = server.now()
  const first = new JointText("een", before)
  first.text = "een tekst"
  const sent = first.message()
  const again = new JointText("een", before, first.draft())
  again.text = "een andere tekst"
  const next = again.message()
  server.take(sent)
  server.take(next)
  assert.equal(server.now().text, "een andere tekst")
})
