// What stands beside the table: whose stone it is now, on a card among the stones or in the line
// above them, and the questions for the talk below them.
import {
  html,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { useFit } from "../../kit/browser/fit.js"
import { Name } from "../../kit/browser/name.js"

/** `card`: where it lies among the stones; without it, it stands in the line above the table. */
export function Telling({ data, timer }) {
  const box = useRef(null)
  const { now } = data
  const card = data.table?.card
  const name = now && (now.name || (!now.house && _("Iemand")))
  const house = card && now?.name ? now.house : null
  const asked = askedOf(data)
  const said = [name, now?.house?.name, asked, card?.width, timer].join()
  const [crowded, crowds] = useState({ said: "", times: 0 })
  const times = crowded.said === said ? crowded.times : 0
  useFit(box, said + times)
  // with a long name too, the organisation gives way: to one line, and then its tile is there
  useLayoutEffect(() => {
    const spills = box.current.scrollHeight > box.current.clientHeight + 1
    if (spills && times < 2) crowds({ said, times: times + 1 })
  }, [said, times])
  const place = card &&
    `transform:translate(${card.x}px,${card.y}px);width:${card.width}px;height:${card.height}px`
  const kind = card ? "sheet telling is-card" : `telling is-line${timer ? " beside-timer" : ""}`
  return html`
    <aside class=${kind} style=${place} ref=${box} key=${`${now?.id} ${place}`} aria-live="polite">
      ${now &&
        html`
          <div class="teller">${now.tile &&
            html`<${Tile} tile=${now.tile} size=${card ? 72 : 60} />`}
            <div class="words"><p>${name
              ? html`<b class="name" translate="no" dir="auto">${name}</b>`
              : html`<${Name} of=${now.house} />`} ${data.stage === "lay" &&
              _("vertelt")}</p>${house && times < 2 &&
              html`<${Name} of=${house} class=${times ? "house one" : "house"} />`}</div></div>
        `}
      <p class="ask">${asked}</p>
    </aside>
  `
}

function askedOf({ stage, at, lying, left, now }) {
  if (stage === "walk") return _("Steen {n} van {total}", { n: at, total: lying })
  if (left === 0) return _("Alle stenen liggen.")
  return now ? _("Herken je dit? Leg je steen ernaast.") : _("Wie vertelt verder?")
}

const MOST = 3
const TURN = 12000

/**
 * The questions, in letters as large as fit below the table. Where they do not all fit, they are
 * shown one after the other.
 */
export function Questions({ questions }) {
  const box = useRef(null)
  const [columns, fewer] = useState(MOST)
  const [first, turn] = useState(0)
  const shown = questions.slice(first, first + columns)
  const said = shown.join("|")
  useFit(box, said + columns)
  useLayoutEffect(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = box.current ?? {}
    const spills = scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1
    if (spills && columns > 1) fewer(columns - 1)
  }, [said, columns])
  useEffect(() => {
    if (questions.length <= columns) return turn(0)
    const clock = setInterval(
      () => turn((at) => (at + columns < questions.length ? at + columns : 0)),
      TURN,
    )
    return () => clearInterval(clock)
  }, [questions.length, columns])
  if (!questions.length) return null
  return html`
    <ol class="questions" ref=${box} style=${`--columns:${shown.length}`}>${shown.map((text, at) =>
      html`<li key=${text}><i>${first + at + 1}</i><span dir="auto">${text}</span></li>`
    )}</ol>
  `
}
