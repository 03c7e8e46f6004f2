// Top en flop domino on a phone: write a stone, lay it against one that you recognise, tie threads,
// talk.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { useGuard } from "../../kit/browser/guard.js"
import { Hall } from "../../kit/browser/hall.js"
import { Join } from "./join.js"
import { Stone, Who } from "./stones.js"
import { Threads } from "./threads.js"
import { missing, Write } from "./write.js"

export default function DominoPhone({ data, scene, me, api }) {
  const Stage = { walk: Walk, talk: Talk }[scene.stage] ?? WriteOrLay
  return html`
    <div class=${`domino-phone at-${scene.stage || "write"}`}>
      <${Stage} data=${data} scene=${scene} me=${me} api=${api} />
    </div>
  `
}

/**
 * Writing and laying: one component, so that the half in which somebody is typing stays when the
 * table opens. Who comes late sees it once both halves are saved, and not while typing.
 */
function WriteOrLay(props) {
  const { data, scene, api } = props
  const laying = scene.stage === "lay"
  const [typing, type] = useState(false)
  const [changing, change] = useState(false)
  const leaves = (event) => event.relatedTarget?.matches("textarea") || type(false)
  if (data.lies && laying) return html`<${Lying} ...${props} />`
  if (!laying || typing || changing || missing(data, api)) {
    return html`
      <div class="late" onfocusin=${(event) =>
        type(event.target.matches("textarea"))} onfocusout=${leaves}>
        <${Write} ...${props} late=${laying} done=${() => change(false)} />
      </div>
    `
  }
  return html`<${Join} key=${scene.activity} change=${() => change(true)} ...${props} />`
}

/** My stone lies: whom it touches, and which threads it could have. */
function Lying({ data, scene, api }) {
  return html`<div class="words"><h1>${_("Je steen ligt op tafel")}</h1>${
    scene.stage === "lay" && html`<p class="intro">${_("Vertel erbij wat je schreef.")}</p>`
  }</div>
    <${OnTable} data=${data} />
    <${Threads} data=${data} scene=${scene} api=${api} />
    ${scene.stage === "lay" && scene.open && !data.leaning && html`<${TakeBack} api=${api} />`}`
}

function OnTable({ data }) {
  const { joint } = data
  return html`<section class="part">
    ${
    joint
      ? html`<p class="with">${_("Tegen de steen van")} <${Named} who=${joint} /></p>
          <${Stone} stone=${data} />
          ${
        joint.shared &&
        html`<p class="shared"><span class="muted">${
          _("Jullie delen:")
        }</span> <b dir="auto">${joint.shared}</b></p>`
      }`
      : html`<${Stone} stone=${data} />`
  }
  </section>`
}

export const Named = (
  { who },
) => (who.name || who.organisation ? html`<${Who} who=${who} />` : html`<b>${_("iemand")}</b>`)

function TakeBack({ api }) {
  const sent = api.slot("stone.lay")
  const guarded = useGuard()
  return html`
    <section class="part">
      <button type="button" class="btn quiet" onClick=${guarded(() =>
        api.send("stone.lay", { on: false })
      )}>${_("Neem mijn steen terug")}</button>
      <p class="hint" role="status">${sent.status === "refused"
        ? sent.reason
        : _("Je woorden blijven bewaard.")}</p>
    </section>
  `
}

/** While the stones are read aloud; people with a stone on the table can still add threads. */
function Walk({ data, scene, me, api }) {
  return html`
    <div class="words">
      <h1 class="eyes">${_("Kijk naar het scherm.")}</h1>
      <p class="lead">${_("We lopen het spoor, steen voor steen.")}</p>
    </div>
        ${data.lies
          ? html`<${Threads} data=${data} scene=${scene} api=${api} />`
          : html`<${Hall} me=${me} />`}
  `
}

function Talk({ data, me }) {
  return html`
    <div class="words">
      <h1>${_("Praat samen na")}</h1>
    </div>
        ${data.questions.length > 0 &&
          html`<ul class="questions">${
            data.questions.map((text) => html`<li dir="auto">${text}</li>`)
          }</ul>`}
        ${data.top || data.flop
          ? html`
            <section class="part">
              <p class="lab">${_("Jouw steen")}</p>
              <${Stone} stone=${data} />
            </section>
          `
          : html`<${Hall} me=${me} />`}
  `
}
