// The logic of joint writing, without a page: merging two people's texts, and the state of a shared
// field on one phone. `merge` gives the same results as in joint.py; both are tested on the same
// texts.
const MOST_CELLS = 100000
const MOST_TRAIL = 10
const SPACE = /([ \n]+)/

/** {text, caret}: `caret`, a place in `incoming`, stays with the word it stood in or after. */
export function merge(base, stored, incoming, caret = 0) {
  if (incoming === stored || stored === base) return { text: incoming, caret }
  const origin = wordsOf(base), left = wordsOf(stored), right = wordsOf(incoming)
  const own = new Set(right.words)
  const toLeft = match(origin.words, left.words), toRight = match(origin.words, right.words)
  const leftAdded = added(toLeft, left.words), rightAdded = added(toRight, right.words)
  const words = []
  for (let at = 0; at <= origin.words.length; at++) {
    words.push(...both(leftAdded[at], rightAdded[at]))
    if (at < origin.words.length && toLeft[at] >= 0 && toRight[at] >= 0) {
      words.push(kept(origin.words[at], left.words[toLeft[at]], right.words[toRight[at]]))
    }
  }
  const places = new Map()
  let text = ""
  for (const word of words) {
    text += text ? word.before || " " : word.first ? word.before : ""
    if (word.own ?? own.has(word)) places.set(word.own ?? word, text.length)
    text += word.text
  }
  text += right.tail !== origin.tail ? right.tail : left.tail
  if (incoming === base) text = stored
  return { text, caret: carried(caret, right.words, places, text) }
}

/**
 * Where the caret goes: as far behind the start of the same word as it was, or behind the last word
 * that is still there.
 */
function carried(caret, words, places, text) {
  let start = 0
  let found = { to: 0, off: caret, end: 0 }
  for (const word of words) {
    start += word.before.length
    if (start > caret) break
    const to = places.get(word)
    const end = word.text.length
    found = to === undefined
      ? { ...found, off: found.end }
      : { to, off: Math.min(caret - start, end + gapAfter(text, to + end)), end }
    start += end
  }
  return Math.max(0, Math.min(text.length, found.to + found.off))
}

const gapAfter = (text, from) => text.slice(from).match(/^[ \n]*/)[0].length

function wordsOf(text) {
  const parts = text.split(SPACE)
  const words = []
  for (let at = 0; at < parts.length; at += 2) {
    if (parts[at]) {
      words.push({ before: at ? parts[at - 1] : "", text: parts[at], first: !words.length })
    }
  }
  return { words, tail: parts.at(-1) ? "" : parts.at(-2) ?? "" }
}

function match(base, other) {
  const old = base.map((word) => word.text), fresh = other.map((word) => word.text)
  const most = Math.min(old.length, fresh.length)
  let start = 0
  while (start < most && old[start] === fresh[start]) start++
  let end = 0
  while (end < most - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++
  const found = new Array(old.length).fill(-1)
  for (let at = 0; at < start; at++) found[at] = at
  for (let back = 1; back <= end; back++) found[old.length - back] = fresh.length - back
  for (
    const [at, to] of common(
      old.slice(start, old.length - end),
      fresh.slice(start, fresh.length - end),
    )
  ) found[start + at] = start + to
  return found
}

/** The longest common subsequence, as pairs of places. */
function common(old, fresh) {
  if (old.length * fresh.length > MOST_CELLS) return []
  const longest = Array.from({ length: old.length + 1 }, () => new Array(fresh.length + 1).fill(0))
  for (let at = old.length - 1; at >= 0; at--) {
    for (let to = fresh.length - 1; to >= 0; to--) {
      longest[at][to] = old[at] === fresh[to]
        ? longest[at + 1][to + 1] + 1
        : Math.max(longest[at + 1][to], longest[at][to + 1])
    }
  }
  const pairs = []
  for (let at = 0, to = 0; at < old.length && to < fresh.length;) {
    if (old[at] === fresh[to]) pairs.push([at++, to++])
    else if (longest[at + 1][to] >= longest[at][to + 1]) at++
    else to++
  }
  return pairs
}

function added(found, other) {
  const placeOf = new Map(found.flatMap((to, at) => (to >= 0 ? [[to, at]] : [])))
  /** @type {any[][]} */
  const gaps = Array.from({ length: found.length + 1 }, () => [])
  let after = 0
  other.forEach((word, to) => {
    if (placeOf.has(to)) after = placeOf.get(to) + 1
    else gaps[after].push(word)
  })
  return gaps
}

function both(left, right) {
  const begins = (one, other) => other.every((word, at) => one[at]?.text === word.text)
  if (begins(right, left)) return right
  if (begins(left, right)) return left.map((word, at) => ({ ...word, own: right[at] ?? null }))
  return [...left, ...right]
}

const kept = (base, left, right) => ({
  ...(right.before !== base.before ? right : left),
  own: right,
})

/**
 * The state of one field on one phone. `text`: as it is shown; `known`: the server's last text;
 * `trail`: messages sent since and not confirmed. `take` merges the server's text, `message` gives
 * the next message to send.
 */
export class JointText {
  /**
   * @param {string} writer name of this page among those that write in the field
   * @param {{text: string, seen?: Record<string, number>}} stored what the server has
   * @param {{text: string, base: string, trail: any[]} | null} draft as `draft` gave it
   */
  constructor(writer, stored, draft = null) {
    this.writer = writer
    this.known = draft?.base ?? stored.text
    this.text = draft?.text ?? stored.text
    this.trail = draft?.trail ?? []
    // A field that is opened again on the same page goes on counting: the server takes a number
    // that it has seen for a message that arrived twice, and changes nothing.
    const sent = this.trail.filter(([name]) => name === writer).map(([, number]) => number)
    this.number = Math.max(stored.seen?.[writer] ?? 0, ...sent)
    this.take(stored)
  }

  /**
   * Merges the server's text, which may include some of the messages sent from here. Returns the
   * new position of the caret.
   */
  take({ text, seen = {} }, caret = 0) {
    const reached = this.trail.map(([writer, number]) => (seen[writer] ?? 0) >= number)
    const arrived = reached.lastIndexOf(true)
    const from = arrived < 0 ? this.known : this.trail[arrived][2]
    this.trail = this.trail.slice(arrived + 1).map((
      [writer, number, sent],
    ) => [writer, number, merge(from, text, sent).text])
    const merged = merge(from, text, this.text, caret)
    const apart = isApart(this.text, caret) && merged.text[merged.caret] &&
      !/[ \n]/.test(merged.text[merged.caret])
    this.known = text
    this.text = apart
      ? `${merged.text.slice(0, merged.caret)} ${merged.text.slice(merged.caret)}`
      : merged.text
    return merged.caret
  }

  get last() {
    return this.trail.at(-1)?.[2] ?? this.known
  }

  get dirty() {
    return this.text !== this.last
  }

  /** The message to send now, or null. `again`: also when a closed page sent it before. */
  message(again = false) {
    if (!this.dirty && !(again && this.trail.length)) return null
    const trail = this.trail.slice(-MOST_TRAIL)
    this.number += 1
    this.trail = [...trail, [this.writer, this.number, this.text]]
    return { text: this.text, base: this.known, writer: this.writer, n: this.number, trail }
  }

  /** The draft to keep across a reload; null when the server has everything. */
  draft() {
    return this.dirty || this.trail.length
      ? { text: this.text, base: this.known, trail: this.trail }
      : null
  }
}

/**
 * Whether the server has all of a draft: its last message holds the whole text, and is `seen`.
 * @param {{text: string, trail: any[]}} draft as `JointText.draft` gave it
 * @param {Record<string, number>} seen
 */
export function reached({ text, trail }, seen = {}) {
  const [writer, number, sent] = trail.at(-1) ?? []
  return sent === text && (seen[writer] ?? 0) >= number
}

/**
 * Whether the caret is between spaces, where a new word may begin. A colleague's word that is
 * inserted there must not be joined to it.
 */
const isApart = (text, caret) =>
  caret > 0 && /[ \n]/.test(text[caret - 1]) && (caret === text.length || /[ \n]/.test(text[caret]))
