// What the view of each role draws from, as pages/live/ makes it. Checked against what Python
// really sends by tests/test_scripts.py.
import type { Json, Me, Organisation, Scene, Timer } from "../../exercises/contract.d.ts"

export interface Meeting {
  id: string
  title: string
  track: string
  code: string
  state: "lobby" | "running" | "pause" | "talk" | "closed"
  begun: boolean
  /** The break or talk of the agenda that is on. */
  interlude: Interlude | null
}

export interface Interlude {
  activity: string
  kind: "welcome" | "break" | "talk"
  title: string
  timer: Timer | null
}

/** A QR code as the path of its dark modules, in a square of `count` by `count`. */
export interface QrCode {
  path: string
  count: number
}

export interface PhoneData {
  me: Me
  /** Whether it is the phone of a guest: somebody of no organisation, without a name. */
  guest: boolean
  tiles: number[]
  meeting: Meeting
  scene: Scene | null
  home: { current: string | null; all: { id: string; title: string }[] } | null
  /** Another phone had this name, and the facilitator did not say yet that it is alright. */
  unsettled: boolean
  /** Phones took this name from each other: only the facilitator’s word decides now. */
  disputed: boolean
  /** This exercise would show something from before, which this phone is not given yet. */
  withheld: boolean
  /** Whether this person chose if the own name may stand in a report. */
  asked: boolean
  /** Whether this phone holds the person's own link for at home. */
  linked: boolean
}

export interface ScreenData {
  meeting: Meeting
  /** Empty while an exercise is shown: names may be hidden then. */
  lobby: Lobby | Record<string, never>
  corner: { qr: QrCode; code: string }
  scene: Scene | null
}

export interface Lobby {
  qr: QrCode
  code: string
  address: string
  wifi: { qr: QrCode; name: string } | null
  people: { id: string; name: string; pose: string; tile: number }[]
  expected: number
  /** How many came in as guests, of no organisation. */
  guests: number
  organisations: Organisation[]
}

export interface ConsoleData {
  meeting: Meeting
  links: {
    screen: string
    evening: string
    export: string
    home_links: string
    prepare: string
    visits: string
    mails: string
    home: string
  }
  agenda: AgendaItem[]
  homework: {
    items: {
      id: string
      title: string
      open: boolean
      due: string
      /** What stands before that day. */
      due_label: string
      /** For how many people something is left that is not open at home, once it is closed. */
      left: number
      /** The last day that is proposed, ISO and as it is said. */
      until: string
      until_day: string
    }[]
    links: number
  }
  current: Current | null
  people: Person[]
  organisations: Organisation[]
  undo: { id: string; label: string }[]
  notices: { level: string; text: string; fix: string }[]
  expected: number
  /** How many came in as guests, and whether that is possible here. */
  guests: number
  takes_guests: boolean
  screens: number
  /** Organisations that somebody typed at the door, of which nobody said what they are. */
  at_door: { id: string; name: string }[]
  can_add_org: boolean
}

export interface AgendaItem {
  id: string
  kind: string
  title: string
  area: number | null
  /** The address of the drawing of an exercise without an area, of a break or talk, else "". */
  sign: string
  /** From when to when, '9.30 tot 10.15'; "" in a meeting without a start. */
  at: string
  minutes: number | null
  spent: number
  /**
   * `left`: broken off before its end without answers, so still to do; `stopped`: broken off with
   * answers, or something of it is left undone.
   */
  state: "planned" | "running" | "left" | "stopped" | "done"
  counting_from: number | null
  lacks: string
  /** The places where that can be mended. */
  lacks_at: ("content" | "visits" | "mails")[]
  unfinished: string
  /** Visits of which nobody said whether they were made, for an exercise that is about them. */
  unsaid: { id: string; visitor: string; host: string }[]
}

export interface Person {
  id: string
  name: string
  function: string
  tile: number | null
  organisation: string
  joined: boolean
  /** Whether the facilitator said that this person does not come today. */
  absent: boolean
  here: boolean
  byhand: boolean
  answered: boolean | null
  status: string
  takeover: string | null
  /** Phones took this name from each other: the facilitator says which one it is. */
  disputed: boolean
  /** Typed a new name under an organisation that was at an earlier meeting. */
  newcomer: boolean
  /** On a phone that did not show yet that it is this person's. */
  unproven: boolean
  /** Whether the phone has been gone for minutes: no answer is awaited from this person. */
  away: boolean
  /** Whether the facilitator said that this person went home. */
  home: boolean
}

/** What a button writes in a slot instead of going to another step. */
export interface Turn {
  slot: string
  payload: Json
}

/** The button that leads further: `about` is what it will show, `ask` what is told first. */
export interface Forward {
  label: string
  ask: string
  about: string
  move: Turn | null
}

/** The exercise that is on, as the console steers it. */
export interface Current {
  activity: string
  title: string
  area: number | null
  /** Which step and stage this is, to say when asking for another one. */
  at: string
  stages: { key: string; label: string; state: "done" | "now" | "next" }[]
  step: CurrentStep
  forward: Forward | null
  /** Leaves the step while `forward` still does something within it. */
  skip: Forward | null
  back: { label: string; move: Turn | null } | null
  page: string
  open: boolean | null
  /** Whether results are shown; null where there are none to show. */
  shown: boolean | null
  timer: Timer | null
  scene: Scene
  console: Scene | null
  controls: Control[]
  note: { slot: string; label: string; help: string; text: string } | null
  moves: { label: string; slot: string; payload: Json; value: string }[]
  questions: string[]
  words: { who: string; text: string }[]
  summary: { count: number; total: number; label: string }
  on_behalf: OnBehalf | null
}

/** What can be filled in for somebody; a text has at most `limit` characters, a range has none. */
export interface OnBehalf {
  slot: string
  activity: string
  kind: string
  ends: [string, string]
  limit: number
  label: string
}

/**
 * `index` of `total` is for people; a step is gone to by its `number`, which counts those that are
 * skipped too. `before` and `after` are the numbers of the steps beside it, null at an end.
 */
export interface CurrentStep {
  index: number
  total: number
  label: string
  title: string
  number: number
  before: number | null
  after: number | null
}

export interface Control {
  type: "choice" | "toggle"
  key: string
  label: string
  value: Json
  help: string
  options: { value: Json; label: string }[]
  asks: Record<string, string>
}
