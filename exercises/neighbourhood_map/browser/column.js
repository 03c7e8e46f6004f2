// The column beside the map on the screen: the question, questions for the talk, sentences of
// organisations, places of the others, and progress. When it does not fit, first the letters
// shrink, then the others are grouped by place, then fewer sentences are shown.
import { html, useLayoutEffect, useRef, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { partOf } from "../../kit/browser/part_of.js"
import { Tile } from "../../kit/browser/figures.js"
import { Name } from "../../kit/browser/name.js"
import { Pawn } from "./pawn.js"

const SIZES = [1, 0.9, 0.8, 0.72]
const SMALLER = [0.64, 0.56, 0.48, 0.4, 0.36]
// no more sentences than this fit beside a map, however short, and no more places
const MOST_TOLD = 6
const MOST_PLACES = 9
const FEWEST_PLACES = 3
const FOOT = 976 // of the map
const NOTHING = { questions: [], legend: [] }

/**
 * `top` (px of the stage): below the sheet of a pawn, without the question; 0 when none hangs here.
 */
export function Column({ data, top }) {
  const box = useRef(null)
  // the server gives them in this order: what has something to tell first
  const told = data.beside.filter((one) => one.words || one.before)
  const { questions, legend } = top ? NOTHING : data
  const ways = waysToFill(told.length, data.beside.length - told.length, questions.length)
  const way = ways[
    useFirstThatFits(
      box,
      ways.length,
      JSON.stringify([
        top,
        data.title,
        data.stage,
        questions,
        legend,
        data.beside,
        data.standing,
        data.total,
        data.moved,
      ]),
    )
  ]
  const sentences = told.slice(0, way.told)
  const others = data.beside.filter((one) => !sentences.includes(one))
  return html`<section class="column" ref=${box} style=${`--fit:${way.size};${
    top ? `top:${top}px;height:${FOOT - top}px` : ""
  }`}>
    ${!top && html`<h1 dir="auto">${data.title}</h1>`}
    ${
    !top && data.stage === "place" && (data.standing < data.total || !data.standing) &&
    html`<p class="lead">${_("Kies samen een plek op je gsm.")}</p>`
  }
    ${questions.length > 0 && html`<${Questions} questions=${questions} most=${way.questions} />`}
    ${legend.length > 0 && html`<${Legend} legend=${legend} />`}
    ${
    sentences.length > 0 && html`<ul class="told">${
      sentences.map((one) => (one.words
        ? html`<${Sentence} key=${one.id} one=${one} cut=${way.cut} />`
        : html`<${Where} key=${one.id} one=${one} />`)
      )
    }</ul>`
  }
    ${
    way.others === "rows" && others.length > 0 && html`<ul class="others">${
      others.map((one) => html`<${Where} key=${one.id} one=${one} />`)
    }</ul>`
  }
    ${
    way.others === "places" && others.length > 0 &&
    html`<${Places} others=${others} most=${way.most} />`
  }
    ${
    !top && (data.stage !== "talk" || data.standing < data.total) && html`
      <p class="tally" role="status">
        <${Tally} data=${data} />
      </p>
    `
  }
  </section>`
}

/** The ways to lay out the column, from full to short. The questions are dropped last. */
function waysToFill(told, others, questions) {
  const most = Math.min(told, MOST_TOLD)
  const ways = []
  const add = (sizes, how) =>
    ways.push(...sizes.map((size) => ({ size, cut: false, questions, ...how })))
  if (told === most) add(SIZES, { told, others: "rows" })
  for (let n = most; n > 0; n -= 1) {
    if (told + others > n) {
      for (let m = MOST_PLACES; m >= FEWEST_PLACES; m -= 2) {
        add(SIZES.slice(-1), { told: n, others: "places", most: m })
      }
    }
    add(SIZES, { told: n, others: "none" })
  }
  if (told) add(SIZES.slice(-1), { told: 1, others: "none", cut: true })
  else {for (let m = MOST_PLACES; m >= FEWEST_PLACES; m -= 1) {
      add(SIZES.slice(1), { told: 0, others: "places", most: m })
    }}
  add([...SIZES, ...SMALLER], { told: 0, others: "none" })
  for (let m = questions - 1; m > 0; m -= 1) {
    add(SMALLER.slice(-1), { told: 0, others: "none", questions: m })
  }
  return ways
}

/**
 * Which of `count` ways to draw is the first that is not higher or wider than the box; all are
 * tried before anything is painted.
 */
function useFirstThatFits(box, count, content) {
  const [at, go] = useState(0)
  const drawn = useRef(content)
  const last = Math.min(at, count - 1)
  useLayoutEffect(() => {
    if (drawn.current !== content) {
      drawn.current = content
      if (at > 0) return go(0)
    }
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = box.current
    if (last < count - 1 && (scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1)) {
      go(last + 1)
    }
  })
  useLayoutEffect(() => {
    // measure again, as the first measure may have been made with a fallback font
    const again = () => go(0)
    document.fonts?.addEventListener?.("loadingdone", again)
    return () => document.fonts?.removeEventListener?.("loadingdone", again)
  }, [])
  return last
}

function Questions({ questions, most }) {
  return html`<ul class="questions">${
    questions.slice(0, most).map((text) => html`<li dir="auto">${text}</li>`)
  }</ul>
    ${
    most < questions.length &&
    html`<p class="on-phone">${
      ngettext(
        "Nog {n} vraag staat op je gsm.",
        "Nog {n} vragen staan op je gsm.",
        questions.length - most,
      )
    }</p>`
  }`
}

function Sentence({ one, cut }) {
  return html`
    <li>
      <${Tile} tile=${one.tile} size=${56} />
      <div>
        <${Name} of=${one} />
        <p class=${cut ? "cut" : ""} dir="auto">${one.said_before &&
          html`<i>${_("Daarnet:")} </i>`}${one.words}</p>
      </div>
    </li>
  `
}

function Where({ one }) {
  return html`
    <li>
      <${Tile} tile=${one.tile} size=${56} />
      <div>
        <${Name} of=${one} />
        <p class="whereabouts">${whereabouts(one)}</p>
      </div>
    </li>
  `
}

/** The signs of the organisations at each place, then its name; the fullest place first. */
function Places({ others, most }) {
  const places = new Map()
  for (const one of others) places.set(one.place, [...(places.get(one.place) ?? []), one])
  const rows = [...places].sort(([, one], [, other]) => other.length - one.length)
  const shown = rows.length > most ? rows.slice(0, most - 1) : rows
  const elsewhere = rows.slice(shown.length).reduce((sum, [, here]) => sum + here.length, 0)
  return html`<ul class="places">
    ${
    shown.map(([place, here]) =>
      html`<li key=${place}><span class="signs">${
        here.map((one) =>
          html`<${Tile} key=${one.id} tile=${one.tile} size=${40} label=${one.name} />`
        )
      }</span><span>${place}</span></li>`
    )
  }
    ${
    elsewhere > 0 &&
    html`<li class="elsewhere">${
      ngettext("en {n} ergens anders", "en {n} ergens anders", elsewhere)
    }</li>`
  }
  </ul>`
}

/** What a dashed edge means, and when the numbered meetings were. */
function Legend({ legend }) {
  return html`<ul class="legend">${
    legend.map((one) =>
      html`<li><${Pawn} drawn=${one.drawn} width=${48} />
        <span>${
        one.number && html`
          <b>${one.number}</b>
        `
      }${one.when}</span></li>`
    )
  }</ul>`
}

function Tally({ data }) {
  const { standing, total, moved } = data
  if (data.stage === "read") return _("Kijk naar de kaart. Straks zet je samen een pion.")
  if (!standing && !total) return _("Nog geen pion op de kaart.")
  const all = standing > 0 && standing >= total
  return html`${
    partOf(standing, total, ngettext("staat op de kaart.", "staan op de kaart.", standing))
  }
    ${
    data.hidden && html`
      ${" "}${all ? _("Iedereen staat er.") : _("Straks tonen we waar.")}
    `
  }
    ${
    moved > 0 && html`
      ${" "}<b>${moved}</b> ${ngettext(
        "verhuisde na het gesprek.",
        "verhuisden na het gesprek.",
        moved,
      )}
    `
  }
    ${
    data.stage === "move" && !moved && !data.hidden && html`
      ${" "}${_("Wie wil, verhuist.")}
    `
  }`
}

export const whereabouts = (
  one,
) => (one.before
  ? _("Eerst {before}, nu {place}.", { before: one.before, place: one.place })
  : upper(`${one.place}.`))

const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1)
