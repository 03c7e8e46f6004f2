// What a live page and the server say to each other: see pages/live.
import type { Json, Outcome } from "../../../exercises/contract.d.ts"

/** A page of a role at one revision of the meeting. */
export interface Page {
  rev: number
  /** Rises with every page that one server process makes. */
  seq: number
  /** Which process that is. */
  server: string
  /** What the page says it has when it connects: it gets another only when that changed. */
  mark: string
  /** The server's clock when the page was made, in ms. */
  now: number
  data: Json
  /** Shown whatever its revision: an older copy of the data was put back. */
  force?: true
}

/** What stands in the HTML of a live page. */
export interface Boot {
  role: "phone" | "screen" | "console" | "remote"
  /** Path and query of the page's line. */
  address: string
  /** Of all scripts and styles together. */
  version: string
  view: string
  sprite: string
  /** Under which name the browser keeps drafts and unsent answers. */
  keep: string
  /** Under which name the same person kept them here until now; "" for none. */
  kept_before?: string
  page: Page
}

/** What the server says, on a socket one of these at a time, in a plain answer several together. */
export interface Frame {
  page?: Page
  current?: true
  acks?: Record<string, Outcome>
  go?: string
  reload?: true
  trouble?: string
  pong?: 1
  /** Only at the door. */
  changed?: true
}

export type Message = { id: string; at: number } & (Answer | Act)
export interface Answer {
  kind: "answer"
  activity: string
  slot: string
  payload: Json
}
export interface Act {
  kind: "act"
  name: string
  payload: Json
}

export interface Timers {
  now(): number
  after(ms: number, call: () => void): number
  cancel(handle: number | undefined): void
  random(): number
}

/** What localStorage can, as far as it is used. */
export interface Memory {
  readonly length: number
  key(at: number): string | null
  getItem(key: string): string | null
  setItem(key: string, text: string): void
  removeItem(key: string): void
}

/** What a WebSocket can, as far as it is used. */
export interface Line {
  readyState: number
  onopen: ((event: Event) => void) | null
  onmessage: ((event: MessageEvent) => void) | null
  onclose: ((event: CloseEvent) => void) | null
  send(text: string): void
  close(): void
}
export type MakeLine = new (address: string) => Line
export type Fetch = (address: string, init: RequestInit) => Promise<Response>
