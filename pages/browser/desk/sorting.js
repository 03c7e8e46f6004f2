// Lets the cards of a list be dragged into another order by their grip. The cards are Streamlit's
// own, so they are only shifted to look at; the page is drawn anew once the order is stored.
const SCROLL_EDGE = 90 // px from the edge of the window from which the page scrolls along
const SCROLL_STEP = 14

// in ms: so long cards stay where they were dropped when no new page comes
const GIVE_UP = 4000
const lists = new Map()

/**
 * Called for each list, and again whenever its ids differ: Streamlit only cleans up a list that
 * leaves the page.
 * @param {{key: string, data: {ids: string[]},
 *   setTriggerValue: (name: string, value: unknown) => void}} given
 */
export default function sorting({ key, data, setTriggerValue }) {
  lists.get(key)?.()
  const drag = new Drag(data.ids, (ids) => setTriggerValue("order", ids))
  const begin = (event) => drag.begin(event)
  const stop = () => {
    document.removeEventListener("pointerdown", begin)
    drag.end()
  }
  document.addEventListener("pointerdown", begin)
  for (const id of data.ids) cardOf(id)?.classList.add("odv-sortable")
  lists.set(key, stop)
  return stop
}

class Drag {
  /**
   * @param {string[]} ids
   * @param {(ids: string[]) => void} done
   */
  constructor(ids, done) {
    this.ids = ids
    this.done = done
    /** @type {HTMLElement[]} */
    this.cards = []
    /** @type {DOMRect[]} */
    this.boxes = []
    /** @type {Element} */
    this.page = document.documentElement
    this.from = this.to = this.began = 0
    this.waiting = 0
    this.move = (event) => this.follow(event.clientY)
    this.drop = () => this.finish()
    this.leave = (event) => event.key === "Escape" && this.end()
    this.lose = () => this.end()
  }

  begin(event) {
    const grip = event.target.closest?.(".odv-grip")
    if (!grip || event.button !== 0) return
    this.end()
    this.cards = this.ids.map(cardOf).filter(Boolean)
    this.from = this.cards.findIndex((card) => card.contains(grip))
    if (this.from < 0) return
    event.preventDefault()
    this.page = scrolledBy(this.cards[this.from])
    this.began = event.clientY + this.page.scrollTop
    this.boxes = this.cards.map((card) => card.getBoundingClientRect())
    this.to = this.from
    this.cards[this.from].classList.add("odv-dragged")
    this.listen("addEventListener")
  }

  listen(what) {
    document[what]("pointermove", this.move)
    document[what]("pointerup", this.drop)
    document[what]("pointercancel", this.lose)
    document[what]("keydown", this.leave)
  }

  follow(y) {
    this.scroll(y)
    const by = y + this.page.scrollTop - this.began
    const own = this.boxes[this.from]
    const middle = own.top + own.height / 2 + by
    const before = this.boxes.filter((box, at) =>
      at !== this.from && box.top + box.height / 2 < middle
    )
    this.to = before.length
    this.cards.forEach((card, at) => {
      card.style.transform = `translateY(${at === this.from ? by : this.shiftOf(at)}px)`
    })
  }

  /** How far a card steps aside for the one that is dragged. */
  shiftOf(at) {
    const next = this.boxes[this.from + 1] ?? this.boxes[this.from]
    const gap = next.top - this.boxes[this.from].bottom
    const room = this.boxes[this.from].height + Math.max(0, gap)
    if (at > this.from && at <= this.to) return -room
    return at < this.from && at >= this.to ? room : 0
  }

  scroll(y) {
    if (y < SCROLL_EDGE) this.page.scrollTop -= SCROLL_STEP
    if (y > globalThis.innerHeight - SCROLL_EDGE) this.page.scrollTop += SCROLL_STEP
  }

  finish() {
    const moved = this.to !== this.from
    const ids = this.cards.map(idOf)
    const [one] = ids.splice(this.from, 1)
    ids.splice(this.to, 0, one)
    if (!moved) return this.end()
    this.listen("removeEventListener")
    this.done(ids)
    this.waiting = setTimeout(() => this.end(), GIVE_UP)
  }

  end() {
    clearTimeout(this.waiting)
    this.listen("removeEventListener")
    this.cards.forEach((card) => {
      card.style.transform = ""
      card.classList.remove("odv-dragged")
    })
    this.cards = []
  }
}

const CARD = "st-key-odv-card-"

/** @returns {any} the card of an id, or null */
const cardOf = (id) => document.querySelector(`.${CARD}${CSS.escape(id)}`)

const idOf = (card) => [...card.classList].find((name) => name.startsWith(CARD)).slice(CARD.length)

/** What scrolls around a card. */
function scrolledBy(card) {
  for (let at = card.parentElement; at; at = at.parentElement) {
    const overflow = getComputedStyle(at).overflowY
    if (/auto|scroll/.test(overflow) && at.scrollHeight > at.clientHeight) return at
  }
  return document.scrollingElement
}
