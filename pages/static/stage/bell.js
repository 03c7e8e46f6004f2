// The doorbell: a websocket that says in numbers that something changed. It connects again by itself, soon at first and
// then more slowly, each phone at its own moment, so that a hall of phones does not come back all in the same instant.
const FIRST_WAIT = 400
const LONGEST_WAIT = 6000
const GRACE = 1500
const LONG_SLEEP = 15000
const UNKNOWN = 4404

export class Bell {
  constructor(address, onNumbers, onConnection) {
    this.address = new URL(address, document.baseURI).href.replace(/^http/, "ws")
    this.onNumbers = onNumbers
    this.onConnection = onConnection
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
    socket.onmessage = (event) => this.onNumbers(JSON.parse(event.data))
    socket.onclose = (event) => this.socket === socket && this.dropped(event.code)
  }

  found() {
    this.wait = FIRST_WAIT
    clearTimeout(this.grace)
    this.grace = null
    this.onConnection(true)
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
  }

  close() {
    this.closed = true
    clearTimeout(this.timer)
    clearTimeout(this.grace)
    for (const [name, handler] of Object.entries(this.watchers)) removeEventListener(name, handler)
    document.removeEventListener("visibilitychange", this.onVisibility)
    this.socket?.close()
  }
}
