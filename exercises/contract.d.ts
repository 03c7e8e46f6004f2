// What scripts of exercises are given, as contract.py and pages/live/scenes.py send it. Checked
// against what Python really sends by tests/test_scripts.py. `data` of a scene is each exercise's
// own.
// deno-lint-ignore-file no-explicit-any

/** Anything that JSON can hold, of a form that only its own exercise knows. */
export type Json = any

export interface Scene {
  kind: string
  activity: string
  title: string
  /** The title that the facilitator gave it on this agenda, else "". */
  own_title: string
  /** Address of the script, and of the styles it needs. */
  module: string
  css: string[]
  area: number | null
  area_name: string | null
  step: SceneStep
  stage: string
  open: boolean
  shown: boolean
  timer: Timer | null
  data: Json
  /** On a phone: what its person typed that is too long to be an answer, by slot. */
  drafts?: Record<string, string>
}

export interface SceneStep {
  index: number
  total: number
  label: string
  key: string
}

/** A countdown in ms: when it ends by the server's clock, or how much is left while it waits. */
export type Timer =
  | { ends_at: number; left_ms?: undefined; paused?: undefined }
  | { left_ms: number; paused: true; ends_at?: undefined }

/** Whose phone it is. */
export interface Me {
  name: string
  function: string
  pose: string
  organisation: Organisation | null
}

export interface Organisation {
  id: string
  name: string
  /** the name with soft hyphens, when it has any */
  soft?: string
  /** for where the name has no room, when it differs */
  short?: string
  kind: string
  tile: number
}

/** How something sent stands; `own` is what was sent here and the page does not show yet. */
export interface Sent {
  status: "none" | "sending" | "waiting" | "saved" | "refused"
  reason: string | null
  payload: Json
  own: Json
}

/** What became of a message. */
export interface Outcome {
  ok?: true
  /** The revision that holds it. */
  rev?: number
  refused?: string
  again?: string
  [result: string]: Json
}

export interface Api {
  online: boolean
  slow: boolean
  /** Why the server can't make this page now, or null. */
  trouble: string | null
  /** The last button that could not do its work; another object for each time. */
  refused: { reason: string } | null
  /** The last answer that was not taken, until `forget`. */
  missed: { reason: string; activity: string; slot: string } | null
  forget(): void
  now(): number
  send(slot: string, payload: Json): void
  slot(slot: string): Sent
  act(name: string, payload?: Json): Promise<Outcome>
  /** What was typed and not sent; else the draft that the server keeps of it (see `unshared`). */
  draft(key: string): string
  /** The text in a slot that is too long to be an answer, as the server keeps it; else "". */
  unshared(slot: string): string
  keep(key: string, text: string): void
  /** Only in a console.js: an answer as the facilitator. */
  contribute?(slot: string, payload: Json): Promise<Outcome>
}

/** What the default export of a phone.js or screen.js is given. */
export interface SceneProps {
  data: Json
  scene: Scene
  api: Api
  me?: Me | null
  preview?: boolean
  /** Only in a console.js: the places that it may lead to. */
  ways?: Record<"content" | "visits" | "mails", { href: string; label: string }>
}
