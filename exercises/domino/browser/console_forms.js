// What the facilitator fills in at a stone: where it goes, a thread, or the words of somebody
// without a phone.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { ShortField } from "../../kit/browser/filling_in.js"
import { surplus } from "../../kit/browser/too_long.js"

const LOOSE = ""

/** On the table loose, or against a half of a stone that lies. */
export function LayForm({ one, lying, limit, api, shut }) {
  const others = lying.filter((other) => other.id !== one.id)
  const [against, setAgainst] = useState(LOOSE)
  const [half, setHalf] = useState("top")
  const [shared, setShared] = useState(one.joint?.shared ?? "")
  const target = others.find((other) => other.id === against)
  const room = target?.room ?? []
  const chosen = room.includes(half) ? half : room[0]
  const send = () => {
    api.contribute("stone.lay", {
      stone: one.id,
      on: true,
      against: target ? target.id : null,
      half: chosen ?? half,
      shared,
    })
    shut()
  }
  return html`<form class="form" onSubmit=${(event) => {
    event.preventDefault()
    send()
  }}>
    <label class="con-field"><span>${_("Waar?")}</span>
      <select class="field" value=${against} onChange=${(event) => setAgainst(event.target.value)}>
        <option value=${LOOSE}>${_("los op tafel")}</option>
        ${
    others.map((other) =>
      html`<option value=${other.id} disabled=${!other.room.length}>${
        _("tegen de steen van {name}", { name: other.name })
      }</option>`
    )
  }
      </select></label>
    ${
    target && html`
      <fieldset><legend>${_("Welke helft?")}</legend>${["top", "flop"].map((which) =>
        html`
          <label
            class="pick"><input type="radio" name=${`half-${one.id}`} checked=${chosen ===
              which} disabled=${!room.includes(which)} onChange=${() => setHalf(which)} />
                <span dir="auto">${which === "top" ? "▲" : "▼"} ${target[which]}</span></label>
        `
      )}</fieldset>
      <${ShortField} label=${_(
        "Wat delen ze?",
      )} text=${shared} limit=${limit} onText=${setShared} />
    `
  }
    <${Foot} yes=${one.state === "lies" ? _("Verplaats") : _("Leg op tafel")} shut=${shut}
      disabled=${Boolean(target) && surplus(shared, limit) > 0} />
  </form>`
}

export function ThreadForm({ one, lying, limit, api, shut }) {
  const others = lying.filter((other) => other.id !== one.id)
  const [to, setTo] = useState(others[0]?.id)
  const [text, setText] = useState("")
  const send = (event) => {
    event.preventDefault()
    api.contribute(`table.thread-${one.id}-${to}`, { text })
    shut()
  }
  return html`
    <form class="form" onSubmit=${send}>
      <label class="con-field"><span>${_("Raakt ook aan de steen van")}</span>
          <select class="field" value=${to} onChange=${(event) =>
            setTo(event.target.value)}>${others.map((other) =>
              html`<option value=${other.id}>${other.name}</option>`
            )}</select></label>
      <${ShortField} label=${_("Wat delen ze?")} text=${text} limit=${limit} onText=${setText} />
      <${Foot} yes=${_("Leg de draad")} shut=${shut} disabled=${!text.trim() ||
        surplus(text, limit) > 0} />
    </form>
  `
}

/**
 * For who has no phone: the facilitator writes what is said. What was written before is not shown
 * here.
 */
export function WriteForm({ one, limit, api, shut }) {
  const [top, setTop] = useState("")
  const [flop, setFlop] = useState("")
  const send = (event) => {
    event.preventDefault()
    if (top.trim()) api.contribute("stone.top", { stone: one.id, text: top })
    if (flop.trim()) api.contribute("stone.flop", { stone: one.id, text: flop })
    shut()
  }
  return html`<form class="form" onSubmit=${send}>
    ${
    one.state !== "none" &&
    html`<p class="none">${
      _("Er staat al iets op deze steen. Wat je hier invult, komt in de plaats.")
    }</p>`
  }
    <${ShortField} label=${_("Top")} text=${top} limit=${limit} onText=${setTop} />
    <${ShortField} label=${_("Flop")} text=${flop} limit=${limit} onText=${setFlop} />
    <${Foot} yes=${_("Bewaar de steen")} shut=${shut} disabled=${
    (!top.trim() && !flop.trim()) ||
    surplus(top, limit) + surplus(flop, limit) > 0
  } />
  </form>`
}

function Foot({ yes, shut, disabled = false }) {
  return html`
    <div
      class="form-foot"><button type="submit" class="btn con-sm"
        aria-disabled=${Boolean(disabled)}>${yes}</button>
        <button type="button" class="btn quiet con-sm" onClick=${shut}>${_(
          "Toch niet",
        )}</button></div>
  `
}
