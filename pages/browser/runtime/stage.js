// The one component of every live page. It links styles, loads the view of the page, draws it with each new data from
// the server, listens to the doorbell and carries what people send. Views know none of this: they get `data` and `api`.
import { html, render } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { Bell } from "./bell.js"
import { Outbox } from "./outbox.js"
import { drafts } from "./drafts.js"
import { insertSprite, linkStyles } from "./dress.js"
import { Ringer } from "./ringer.js"

const stages = new WeakMap()

/** Called by the boot script on each run of the server, with Streamlit's component arguments. */
export function draw(component) {
  const { parentElement, data } = component
  if (data.go) return void location.replace(data.go)
  document.documentElement.dataset.odv = data.role
  let stage = stages.get(parentElement)
  if (!stage) stages.set(parentElement, stage = new Stage(parentElement))
  stage.update(component)
  return () => leave(parentElement)
}

function leave(parentElement) {
  stages.get(parentElement)?.close()
  stages.delete(parentElement)
}

class Stage {
  constructor(root) {
    this.root = root
    this.online = true
    this.refused = null
    this.missed = null
    this.box = document.createElement("div")
    this.box.className = "odv-stage"
    root.append(this.box)
    this.outbox = new Outbox((items, again) => this.say("outbox", items, again), () => this.paint())
    this.ringer = new Ringer((nonce, again) => this.say("ask", nonce, again))
    this.wakeUp = () => document.visibilityState === "visible" && this.outbox.hurry()
    document.addEventListener("visibilitychange", this.wakeUp)
  }

  /** From Streamlit: all that the page needs, also to begin with. */
  update({ data, setTriggerValue }) {
    this.setTriggerValue = setTriggerValue
    this.keep = drafts(data.keep)
    this.outbox.open(data.keep)
    this.hearNo(this.outbox.settle(data.acks))
    this.show(data)
    if (data.first) this.outbox.hurry()
    this.listen(data.bell)
    this.dress(this.data).then(() => this.paint())
  }

  /** From the doorbell: numbers that changed, and on a phone also confirmations and the page itself. */
  heard({ numbers, acks, page }) {
    if (acks) this.hearNo(this.outbox.settle(acks))
    if (page?.go) return void location.replace(page.go)
    if (page) this.show(page)
    if (numbers) this.ringer.rang(numbers)
    if (acks || page) this.paint()
  }

  /** Two ways bring pages, so an older one may come last: it is not shown. */
  show(data) {
    const older = this.data && data.now < this.data.now
    this.data = older ? { ...data, ...this.data } : { ...this.data, ...data }
    if (!older) this.ahead = data.now - Date.now()
    this.ringer.arrived(this.data.revs, data.heard)
  }

  /** `refused` is a button that could not do its work, `missed` an answer that came too late to be taken. */
  hearNo({ refused, missed }) {
    this.refused = refused ?? this.refused
    this.missed = missed ?? this.missed
  }

  /** Styles and drawings come once; a view that is loaded stays while data changes. */
  dress(data) {
    this.dressed ??= Promise.all([
      linkStyles(this.root, data.styles),
      insertSprite(this.root, data.sprite),
      import(data.view).then((module) => (this.View = module.default)),
    ]).catch((trouble) => {
      // the hall's Wi-Fi failed in the middle: try again at the next draw
      console.warn("over de vloer", trouble)
      this.dressed = null
      return new Promise((done) => setTimeout(done, 1500)).then(() => this.dress(this.data))
    })
    return this.dressed
  }

  listen(address) {
    if (!address || this.address === address) return
    this.address = address
    this.bell?.close()
    this.bell = new Bell(
      address,
      (frame) => this.heard(frame),
      (online) => this.connected(online),
      () => this.outbox.resume(),
    )
  }

  connected(online) {
    if (this.online === online) return
    this.online = online
    this.outbox.connected(online)
    // a server that was started again knows nothing of this page until it is asked for a run
    if (online) this.ringer.request()
    this.paint()
  }

  /** A phone speaks along its doorbell; when that is closed, or did not answer, through Streamlit. */
  say(word, value, again) {
    if (this.data?.role !== "phone") return this.trigger()
    const said = this.bell?.send({ [word]: value })
    if (again) this.bell?.renew()
    if (again || !said) this.trigger()
  }

  /** Always all there is to say: of what waits for a run that is busy, Streamlit keeps only the last of a component. */
  trigger() {
    try {
      this.setTriggerValue("said", { ask: this.ringer.nonce, outbox: this.outbox.items })
    } catch (trouble) {
      // Streamlit's own connection is down; outbox and ringer try again by themselves
      console.debug("over de vloer", trouble)
    }
  }

  /** Never at once: a part that leaves the page may still send, and drawing inside a drawing leaves two pages in one. */
  paint() {
    if (this.painting) return
    this.painting = true
    queueMicrotask(() => {
      this.painting = false
      if (this.View && this.box.isConnected) {
        render(html`<${this.View} data=${this.data} api=${this.api()} />`, this.box)
      }
    })
  }

  api() {
    const activity = this.data.scene?.activity ?? ""
    return {
      online: this.online,
      refused: this.refused,
      missed: this.missed,
      forget: () => {
        this.missed = null
        this.paint()
      },
      now: () => Date.now() + this.ahead,
      send: (slot, payload) => this.outbox.answer(activity, slot, payload),
      slot: (slot) => this.outbox.state(activity, slot),
      act: (name, payload) => this.outbox.act(name, payload ?? {}),
      draft: (key) => this.keep.read(`${activity}/${key}`),
      keep: (key, text) => this.keep.write(`${activity}/${key}`, text),
    }
  }

  close() {
    document.removeEventListener("visibilitychange", this.wakeUp)
    this.bell?.close()
    this.ringer.close()
    this.outbox.close()
    render(null, this.box)
    this.box.remove()
  }
}
