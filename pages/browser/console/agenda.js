// Left: the exercises of today, how long each was planned and how long it has been going on. The
// actions of a row are shown only after a click on it: starting an exercise changes what everybody
// sees, so one stray click must not do that.
import { html, useEffect, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { AreaIcon, Check, Chevron } from "../../../exercises/kit/browser/figures.js"
import { SheetIcon } from "./icons.js"
import { sentences } from "./sentences.js"
import { askWhichWereMade } from "./visits_made.js"

const MINUTE = 60000

export function Agenda({ agenda, links, api, ui }) {
  const [unfolded, setUnfolded] = useState(null)
  const toggle = (id) => setUnfolded(unfolded === id ? null : id)
  return html`<nav class="con-agenda" aria-label=${_("Agenda")}>
    <h2>${_("Agenda")}</h2>
    <ol>${
    agenda.map((item) =>
      html`
        <${Item} key=${item.id} item=${item} agenda=${agenda} links=${links} api=${api}
          ui=${ui}
          open=${unfolded === item.id} onToggle=${() => toggle(item.id)} />
      `
    )
  }</ol>
    ${agenda.length === 0 && html`<p class="con-small">${_("Nog geen oefeningen.")}</p>`}
    ${
    links.prepare && agenda.length > 0 &&
    html`<a class="btn quiet con-sm con-add" href=${links.prepare} target="_top">${
      _("Oefening toevoegen")
    }</a>`
  }
  </nav>`
}

/** What stands on the agenda and is no exercise. */
const INTERLUDES = ["welcome", "break", "talk"]
export const isInterlude = ({ kind }) => INTERLUDES.includes(kind)

/** The welcome is on by itself until something begins, so there is nothing to do with it. */
const Welcome = ({ item }) =>
  html`
    <li class="con-item">
      <p class="con-item-row">
        <${ExerciseIcon} item=${item} />
        <span
          class="con-item-text"><b>${item.title}</b><span class="con-item-time">${plannedText(
            item,
          )}</span></span>
      </p>
    </li>
  `

function Item({ item, agenda, links, api, ui, open, onToggle }) {
  const spent = useSpent(item, api)
  const act = () => {
    onToggle()
    change(item, agenda, ui)
  }
  if (item.kind === "welcome") return html`<${Welcome} item=${item} />`
  return html`<li class=${`con-item is-${item.state}${open ? " is-open" : ""}`}>
    <button type="button" class="con-item-row" aria-expanded=${open} aria-current=${
    item.state === "running" ? "step" : null
  } onClick=${onToggle}>
      <${ExerciseIcon} item=${item} />
      <span class="con-item-text"><b>${item.title}</b><span class="con-item-time">${
    timeText(item, spent)
  }
        ${item.state === "done" && html`<span class="con-done"><${Check} size=${18} /></span>`}
        <span class="con-fold"><${Chevron} dir=${
    open ? "up" : "down"
  } size=${14} /></span></span></span>
    </button>
    ${open && html`<${Lacks} item=${item} links=${links} />`}
    ${
    open &&
    html`<button type="button" class="btn quiet con-sm con-item-do" onClick=${act}>${
      WORDS[item.state](item)
    }</button>`
  }
  </li>`
}

/** The drawing of an exercise on the agenda: that of its area, else its own. */
export function ExerciseIcon({ item, size = 40 }) {
  if (item.area) return html`<${AreaIcon} area=${item.area} size=${size} />`
  if (item.sign) return html`<img src=${item.sign} alt="" width=${size} height=${size} />`
  return html`<${SheetIcon} size=${size} />`
}

const WORDS = {
  planned: () => _("Nu beginnen"),
  running: (item) => isInterlude(item) ? _("Afronden") : _("Oefening afsluiten"),
  left: () => _("Nu beginnen"),
  stopped: () => _("Weer verdergaan"),
  done: () => _("Opnieuw openen"),
}

/** Whether it is still to be done; what was broken off before anybody answered is. */
export const isToDo = ({ state }) => state === "planned" || state === "left"

function change(item, agenda, ui) {
  if (item.state === "running" && isInterlude(item)) {
    return ui.act("close", { activity: item.id })
  }
  if (item.state === "running") return askToClose(item, ui)
  askToLeave(agenda.find((one) => one.state === "running"), item, ui)
}

/** What an exercise lacks before it can begin, and the way to where that is filled in. */
export function Lacks({ item, links }) {
  if (!item?.lacks) return null
  return html`<p class="con-lacks">${item.lacks} ${
    links && item.lacks_at.map((place) => {
      const { href, label } = WAYS[place](item.id, links)
      return html`
        <a key=${place} class="con-link" href=${href} target="_top">${label}</a>
      `
    })
  }</p>`
}

/** Where the own part of an exercise on the console may lead: to its own content and to pages. */
export const waysFrom = (activity, links) => ({
  content: WAYS.content(activity, links),
  visits: WAYS.visits(activity, links),
  mails: WAYS.mails(activity, links),
})

const WAYS = {
  content: (activity, { prepare }) => ({
    href: `${prepare}&o=${activity}`,
    label: _("Vul dat nu aan"),
  }),
  visits: (_activity, { visits }) => ({ href: visits, label: _("Naar Bezoeken") }),
  mails: (_activity, { mails }) => ({ href: mails, label: _("Naar Links en e-mail") }),
}

/** Begins an exercise; asks first when it lacks something that is not `told` beside the button. */
export function begin(item, ui, { told = false } = {}) {
  const go = () => beginKnown(item, ui, told)
  if (item.unsaid.length) return askWhichWereMade(item, ui, go)
  go()
}

function beginKnown(item, ui, told) {
  const go = () => ui.act(isToDo(item) ? "start" : "reopen", { activity: item.id })
  if (!item.lacks || told) return go()
  ui.ask({
    title: _("{title} beginnen?", { title: item.title }),
    text: item.lacks,
    yes: _("Toch beginnen"),
    onYes: go,
  })
}

/**
 * Asks first when starting this exercise closes another one that is running. What it lacks stands
 * in its row, above the button that was pressed.
 */
function askToLeave(running, item, ui) {
  if (!running || isInterlude(running)) return begin(item, ui, { told: true })
  const go = () => ui.act(isToDo(item) ? "start" : "reopen", { activity: item.id })
  const ask = () =>
    ui.ask({
      title: _("Naar {next}?", { next: item.title }),
      text: sentences(
        _(
          "{running} is nog bezig en gaat dan dicht. Je kunt die oefening later opnieuw openen.",
          { running: running.title },
        ),
        running.unfinished,
      ),
      yes: _("Naar {next}", { next: item.title }),
      onYes: go,
    })
  if (item.unsaid.length) return askWhichWereMade(item, ui, ask)
  ask()
}

/** On to the next stage or step; asks first where something would stay behind. */
export function goOn(current, ui, { label, ask, move } = current.forward) {
  if (move) return turn(current, move, ui)
  const go = () => ui.act("forward", { at: current.at })
  if (!ask) return go()
  ui.ask({ title: _("Toch verder?"), text: ask, yes: label, onYes: go })
}

/** The stage or step before, or what the exercise shows before within this one. */
export function goBack(current, ui) {
  const { move } = current.back
  if (move) return turn(current, move, ui)
  ui.act("back", { at: current.at })
}

const turn = ({ activity }, { slot, payload }, ui) =>
  ui.act("contribute", { activity, slot, payload })

export function askToClose(item, ui) {
  ui.ask({
    title: _("{title} afsluiten?", { title: item.title }),
    text: sentences(
      item.unfinished,
      _("Niemand kan dan nog antwoorden. Je kunt de oefening later opnieuw openen."),
    ),
    yes: _("Oefening afsluiten"),
    onYes: () => ui.act("close", { activity: item.id }),
  })
}

/** The row of the agenda for the exercise that is on. */
export const itemOf = ({ agenda, current }) =>
  agenda.find((item) => item.id === current.activity) ??
    { id: current.activity, title: current.title }

/** '9.30 tot 10.15', or '30 min' in a meeting without a start; '30 min' on top where both fit. */
const plannedText = ({ at, minutes }) => at || (minutes ? _("{n} min", { n: minutes }) : "")

/**
 * '9.30 tot 10.15', 'nog niet gedaan', 'bezig, nog 18 min', 'bezig, 4 min over', 'klaar, 26 min',
 * 'gestopt'.
 */
export function timeText(item, spent = item.spent) {
  const { state, minutes } = item
  if (state === "planned") return plannedText(item)
  if (state === "left") return _("nog niet gedaan")
  if (state === "stopped") {
    return spent ? _("gestopt, {n} min", { n: spent }) : _("gestopt")
  }
  if (state === "done") return spent ? _("klaar, {n} min", { n: spent }) : _("klaar")
  if (!minutes) return _("bezig, {n} min", { n: spent ?? 0 })
  const left = minutes - (spent ?? 0)
  if (left > 0) return _("bezig, nog {n} min", { n: left })
  return left === 0 ? _("bezig, de tijd is om") : _("bezig, {n} min over", { n: -left })
}

/** Minutes spent, updated by a timer, since without activity no new data arrives. */
function useSpent(item, api) {
  const [, redraw] = useState(0)
  const running = item.state === "running" && item.counting_from
  useEffect(() => {
    if (!running) return
    const beat = setInterval(() => redraw((n) => n + 1), 10000)
    return () => clearInterval(beat)
  }, [running])
  return running ? Math.max(0, Math.floor((api.now() - item.counting_from) / MINUTE)) : item.spent
}
