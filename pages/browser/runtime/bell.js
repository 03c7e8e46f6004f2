// The doorbell: a websocket that says that something changed. It connects again by itself, soon at first and then more
// slowly, each phone at its own moment, so that a hall of phones does not come back all in the same instant.
const FIRST_WAIT = 400
const LONGEST_WAIT = 6000
const GRACE = 1500
const LONG_SLEEP = 15000
const UNKNOWN = 4404
// Wi-Fi that goes away tells nobody: who hears nothing for a while asks whether anybody is there.
const QUIET = 25000
const PATIENCE = 8000

export class Bell {
  constructor(address, onFrame, onConnection, onOpen) {
    this.address = new URL(address, document.baseURI).href.replace(/^http/, "ws")
    this.onFrame = onFrame
    this.onConnection = onConnection
    this.onOpen = onOpen
    this.wait = FIRST_WAIT
    this.watchers = {
      offline: () => this.lost(0),
      online: () => this.renew(),
      pagehide: () => this.socket?.close(),
      pageshow: () => this.connect(),
    }
    for (const [name, handler] of Object.entries(this.watchers)) addEventListener(name, handler)
    this.onVisibility = () => this.woke()
    document.addEventListener("visibilitychange", this.onVisibility)
    this.connect()
  }

  connect() {
    if (this.closed || (this.socket && this.socket.readyState <= WebSocket.OPEN)) return
    clearTimeout(this.timer)
    const socket = new WebSocket(this.address)
    this.socket = socket
    socket.onopen = () => this.found()
    socket.onmessage = (event) => this.received(event.data)
    socket.onclose = (event) => this.socket === socket && this.dropped(event.code)
  }

  found() {
    this.wait = FIRST_WAIT
    clearTimeout(this.grace)
    this.grace = null
    this.onConnection(true)
    this.onOpen()
    this.watch()
  }

  received(text) {
    this.watch()
    const frame = JSON.parse(text)
    if (!frame.pong) this.onFrame(frame)
  }

  /** Gives whether the line was open; a line that is open may still be dead. */
  send(frame) {
    if (this.socket?.readyState !== WebSocket.OPEN) return false
    this.socket.send(JSON.stringify(frame))
    return true
  }

  watch() {
    clearTimeout(this.quiet)
    this.quiet = setTimeout(() => {
      if (document.visibilityState === "hidden" || !this.send({ ping: 1 })) return
      this.quiet = setTimeout(() => this.mute(), PATIENCE)
    }, QUIET)
  }

  mute() {
    this.lost(0)
    this.renew()
  }

  /** A socket from before the gap may be dead without knowing it, or alive without ever opening again: a new one tells. */
  renew() {
    const old = this.socket
    this.socket = null
    old?.close()
    this.wait = FIRST_WAIT
    this.connect()
  }

  dropped(code) {
    this.socket = null
    if (this.closed || code === UNKNOWN) return
    this.lost(GRACE)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.connect(), this.wait * (0.6 + 0.8 * Math.random()))
    this.wait = Math.min(LONGEST_WAIT, this.wait * 1.8)
  }

  /** A drop of a second is no news to anybody; tries that fail meanwhile do not begin that second anew. */
  lost(after) {
    if (after && this.grace) return
    clearTimeout(this.grace)
    this.grace = setTimeout(() => this.onConnection(false), after)
  }

  /** A phone that slept may hold a socket that is dead without knowing it. */
  woke() {
    if (document.visibilityState === "hidden") return void (this.slept = Date.now())
    if (this.slept && Date.now() - this.slept > LONG_SLEEP) return this.renew()
    this.wait = FIRST_WAIT
    this.connect()
    this.watch()
  }

  close() {
    this.closed = true
    clearTimeout(this.timer)
    clearTimeout(this.quiet)
    clearTimeout(this.grace)
    for (const [name, handler] of Object.entries(this.watchers)) removeEventListener(name, handler)
    document.removeEventListener("visibilitychange", this.onVisibility)
    this.socket?.close()
  }
}
