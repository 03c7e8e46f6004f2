// The own plan on a phone: all actions, what others said of them, and how far they are.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"
import { listed } from "../../kit/browser/listed.js"
import { Check, Tile } from "../../kit/browser/figures.js"
import { savingTrouble } from "../../kit/browser/saving.js"
import { useGuard } from "../../kit/browser/guard.js"
import { actionOf, isoOf, Paper, slotOf, StateMark } from "./action.js"
import { Remark } from "./remark.js"

export function OwnPlan({ data, scene, api, to }) {
  const guarded = useGuard()
  const full = data.actions.length >= data.most
  const next = data.count
  return html`
    <h1>${data.actions.length ? _("Ons plan") : _("Wat gaan jullie doen?")}</h1>
    <p class="lead" role="status">${lead(data, scene)}</p>
    ${data.actions.map((own) =>
      html`
        <${OwnAction} key=${own.n} own=${own} data=${data} scene=${scene} api=${api}
          to=${to} />
      `
    )}
    ${data.home && html`<${Calendar} data=${data} />`}
    ${scene.open && html`
      <div class="foot">
        ${full
          ? html`<p class="muted">${_("Meer dan {n} acties passen er niet.", { n: data.most })}</p>`
          : html`
            <button type="button" class="btn" onClick=${guarded(() =>
              to({ page: "write", n: next })
            )}>${data.actions.length
              ? _("Nog een actie")
              : _("Schrijf jullie eerste actie")}</button>
          `}
      </div>
    `}
  `
}

function lead(data, scene) {
  if (!scene.open) return _("Schrijven kan nu even niet.")
  if (data.home && data.until) return _("Af te werken tegen {day}.", { day: data.until })
  if (data.home && data.actions.length) return _("Vertel hoe het staat. Eén zin volstaat.")
  if (!data.actions.length) return _("Eén ding volstaat: wat namen jullie mee van een bezoek?")
  const asked = data.actions.flatMap((one) => one.said).length
  if (asked) {
    return ngettext(
      "Er staat {n} zin van anderen bij.",
      "Er staan {n} zinnen van anderen bij.",
      asked,
    )
  }
  return data.together.length
    ? _("{who} schrijven hier samen.", { who: listed([_("Jij"), ...data.together]) })
    : data.readers
}

function OwnAction({ own, data, scene, api, to }) {
  const action = actionOf(data, own.n, api)
  const title = action.what || action.first || _("actie {n}", { n: own.n })
  return html`
    <section class="own-action" aria-label=${title}>
      <${Paper} data=${data} action=${action} own=${own} />
      ${own.state !== "planned" && html`<${Last} own=${own} />`}
      <${Gaps} action=${action} own=${own} api=${api} />
      ${own.helpers.length > 0 && html`<${Helpers} helpers=${own.helpers} />`}
      ${own.said.map((one, at) =>
        html`
          <${Remark} key=${at} one=${one}>
            ${one.kind === "help" && html`
              <${Accept} one=${one} action=${action} scene=${scene}
                api=${api} />
            `}
            <//>
        `
      )}
      ${scene.open && html`
        <div class="two">
          <button type="button" class="btn quiet" aria-label=${_("Pas aan: {what}", {
            what: title,
          })}
            onClick=${() => to({ page: "write", n: own.n, step: firstGap(action) })}>${_(
              "Pas aan",
            )}</button>
          <button type="button" class="btn quiet" aria-label=${_("Hoe staat het: {what}", {
            what: title,
          })}
            onClick=${() => to({ page: "state", n: own.n })}>${_("Hoe staat het?")}</button>
        </div>
      `}
      <${Before} own=${own} />
    </section>
  `
}

const STEPS = ["what", "whom", "first", "who", "review"]

const firstGap = (action) => Math.max(0, STEPS.findIndex((key) => !action[key]))

/** How it is now, with the last sentence. */
const Last = ({ own }) => {
  const last = own.moments.at(-1)
  return html`<p class="last"><${StateMark} state=${own.state} />${
    last?.text && html`<span dir="auto">${last.text}</span>`
  }</p>`
}

/** What is not filled in, or a day that went by: as a question. */
function Gaps({ action, own, api }) {
  if (own.state === "done" || own.state === "dropped") return null
  const today = isoOf(new Date(api.now()))
  const asked = []
  if (!action.who) asked.push(_("Wie neemt dit op zich?"))
  if (action.date && action.date < today && own.state === "planned") {
    asked.push(_("Die dag is voorbij. Is de eerste stap gezet?"))
  }
  return asked.map((one) => html`<p class="gap" key=${one}>${one}</p>`)
}

/** To take an offer, and to let it go again. */
function Accept({ one, action, scene, api }) {
  const slot = slotOf("help", action.n)
  const taken = action.orgs.includes(one.org)
  const change = () =>
    api.send(slot, {
      orgs: taken ? action.orgs.filter((id) => id !== one.org) : [...action.orgs, one.org],
    })
  if (!scene.open) return taken && html`<span class="saved"><${Check} />${_("Aanvaard")}</span>`
  return html`
    <button type="button" class="btn quiet small" aria-pressed=${taken} onClick=${change}
      aria-label=${taken
        ? _("Toch niet: {who}", { who: one.name })
        : _("Graag, help mee: {who}", { who: one.name })}>${taken
        ? html`<${Check} size=${20} />${_("Helpt mee")}`
        : _("Graag")}</button>
    ${savingTrouble(api.slot(slot))}
  `
}

/** What the action said at earlier meetings, and how it went. */
function Before({ own }) {
  if (!own.before.length && own.moments.length < 2) return null
  return html`
    <details class="before">
      <summary>${_("Hoe het was")}</summary>
      <ol>
        ${own.before.map((then, at) =>
          html`
            <li key=${`then${at}`}>
              <b>${then.title}${then.day && `, ${then.day}`}</b>
              <span dir="auto">${[then.what, then.first, then.who, then.date].filter(Boolean).join(
                " · ",
              )}</span>
            </li>
          `
        )}
        ${own.moments.map((one, at) =>
          html`
            <li key=${`moment${at}`}>
              <b>${one.label}${one.day && `, ${one.day}`}</b>
              ${one.text && html`<span dir="auto">${one.text}</span>`}
            </li>
          `
        )}
      </ol>
    </details>
  `
}

/** At home, where somebody came by the own link: the first steps for a calendar. */
function Calendar({ data }) {
  if (!data.actions.some((one) => data.values[slotOf("date", one.n)]?.date)) return null
  return html`
    <p><a class="btn quiet" href="/mijn/acties.ics">${_(
      "Zet de eerste stappen in je agenda",
    )}</a></p>
  `
}

/** Whose help was accepted, in this meeting or before. */
export const Helpers = ({ helpers }) =>
  html`
    <p class="last"><${Check} size=${20} /><span>${ngettext(
      "Helpt mee: {who}",
      "Helpen mee: {who}",
      helpers.length,
      {
        who: listed(helpers.map((party) => party.name)),
      },
    )}</span></p>
  `

/** Whose plan it is. */
export const Whose = ({ party }) =>
  html`
    <p class="whose"><${Tile} tile=${party.tile} size=${40} /><b class="name" translate="no"
      dir="auto">${party.name}</b></p>
  `
