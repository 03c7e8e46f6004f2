// Asks the server for a new run when the doorbell rang, and asks again until one has arrived: the first ask may fall
// in the gap between a server that stopped and one that started. Each time it waits longer: a hall of phones that ask
// again faster than a busy server can answer would keep it busy for good.
const FIRST_WAIT = 4000
const LONGEST_WAIT = 30000

export class Ringer {
  constructor(ask) {
    this.ask = ask
    this.seen = {}
    this.nonce = 0
    this.heard = 0
  }

  rang(numbers) {
    const news = Object.entries(numbers).some(([topic, number]) => this.seen[topic] !== number)
    if (news) this.request()
  }

  request() {
    // nonces rise over restarts of page and server alike
    this.nonce = Math.max(this.nonce + 1, Date.now())
    this.wait = FIRST_WAIT
    this.knock(false)
  }

  knock(again) {
    clearTimeout(this.timer)
    this.ask(this.nonce, again)
    this.timer = setTimeout(() => this.knock(true), this.wait * (1 + Math.random() / 2))
    this.wait = Math.min(LONGEST_WAIT, this.wait * 2)
  }

  arrived(revs, heard) {
    this.seen = revs ?? {}
    if (heard >= this.nonce) clearTimeout(this.timer)
  }

  close() {
    clearTimeout(this.timer)
  }
}
