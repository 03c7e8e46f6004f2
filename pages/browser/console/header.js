// The top bar: which meeting this is, its code, and what concerns the meeting as a whole.
import { html, useEffect, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { Chevron, Mark, Qr } from "../../../exercises/kit/browser/figures.js"
import { Dialog } from "./dialog.js"
import { Menu } from "./menu.js"
import { sentences } from "./sentences.js"

export function Header({ data, ui }) {
  const { meeting, links } = data
  return html`
    <header class="con-head">
      <a class="con-brand" href=${links.home}
        target="_top"><${Mark} size=${40} /><b>${_("Over de vloer")}</b></a>
      <p
        class="con-meeting"><b title=${meeting.track}>${meeting.track}</b> <span title=${meeting
          .title}>${meeting.title}</span></p>
      <p class="con-code">${_("Code")} <b translate="no">${meeting.code}</b></p>
      <div class="con-tools">
        <${PauseButton} meeting=${meeting} ui=${ui} />
        <button type="button" class="btn quiet con-sm con-wide" onClick=${() => openRemote(ui)}>${_(
          "Afstandsbediening",
        )}</button>
        <${Menu} cls="btn quiet con-sm"
          items=${() => meetingItems(data, ui)}>${_(
            "Meer",
          )} <${Chevron} dir="down" size=${16} /><//>
          <${OpenScreen} href=${links.screen} cls="btn quiet con-sm" />
        </div>
      </header>
  `
}

/**
 * A window of its own, without tabs and address bar, to drag to the projector; a plain link where
 * that is blocked.
 */
export function OpenScreen({ href, cls }) {
  const open = (event) => {
    if (globalThis.open(href, "odv-scherm", "popup,width=1280,height=720")) event.preventDefault()
  }
  return html`<a class=${cls} href=${href} target="_blank" onClick=${open}>${
    _("Scherm openen")
  }</a>`
}

function PauseButton({ meeting, ui }) {
  if (meeting.state === "closed") return null
  const paused = meeting.state === "pause"
  return html`
    <button type="button" class=${`btn quiet con-sm con-pause${
      paused ? " is-on" : ""
    }`} aria-pressed=${paused}
      onClick=${() => ui.act("pause", { value: !paused })}>${_("Pauze")}</button>
  `
}

function meetingItems({ meeting, links, agenda }, ui) {
  const closed = meeting.state === "closed"
  return [
    !closed && { label: _("Onthaal tonen"), onPick: () => ui.act("lobby", { value: true }) },
    { label: _("Afstandsbediening"), onPick: () => openRemote(ui) },
    links.evening &&
    { label: _("De bijeenkomst op één blad"), href: links.evening, target: "_blank" },
    links.export && { label: _("Download wat eruit kwam"), href: links.export, download: "" },
    links.prepare && { label: _("Agenda aanpassen"), href: links.prepare, target: "_top" },
    closed
      ? { label: _("Bijeenkomst heropenen"), onPick: () => ui.act("reopen_meeting") }
      : { label: _("Bijeenkomst afsluiten"), onPick: () => askToEnd(ui, agenda) },
  ].filter(Boolean)
}

/** `agenda`: what is left undone in the exercise that runs is told before all of it closes. */
export function askToEnd(ui, agenda = []) {
  ui.ask({
    title: _("Bijeenkomst afsluiten?"),
    text: sentences(
      agenda.find((item) => item.state === "running")?.unfinished,
      _(
        "Scherm en gsm’s nemen afscheid. " +
          "Wat bewaard is, blijft bewaard, en je kunt de bijeenkomst weer openen.",
      ),
    ),
    yes: _("Bijeenkomst afsluiten"),
    onYes: () => ui.act("end_meeting"),
  })
}

/** The link is made when it is asked for: it is good for one phone and for a quarter of an hour. */
export function openRemote(ui) {
  const asked = ui.act("remote_link")
  ui.open((close) => html`<${RemoteDialog} asked=${asked} onClose=${close} />`)
}

/** `asked` is a promise of {url, qr}. What went wrong instead, the page says above. */
function RemoteDialog({ asked, onClose }) {
  const [link, setLink] = useState(null)
  useEffect(() => void asked.then((outcome) => outcome.ok ? setLink(outcome) : onClose()), [])
  return html`<${Dialog} title=${_("Je gsm als afstandsbediening")} onClose=${onClose}>
    <p>${
    _(
      "Scan met je eigen gsm. " +
        "Toon deze code niet op het scherm: wie ze scant, stuurt de bijeenkomst.",
    )
  }</p>
    ${
    link && html`
      <div class="con-qr">
        <${Qr} ...${link.qr} size=${264} label=${_("QR-code van de afstandsbediening")} />
      </div>
    `
  }
    ${link && html`<p class="con-url">${link.url}</p>`}
    <div class="con-dialog-foot"><button type="button" class="btn quiet" data-first
      onClick=${onClose}>${_("Klaar")}</button></div>
  <//>`
}
