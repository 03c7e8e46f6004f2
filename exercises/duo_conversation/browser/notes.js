// Notes: one for oneself, one that the whole group sees. Everybody writes an own line, so that no
// word is ever lost to the other's; each has its own switch that lets the room see it.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"
import { savingTrouble } from "../../kit/browser/saving.js"
import { Writing } from "../../kit/browser/writing.js"

const LIMIT = 400

export function Notes({ notes, scene, api }) {
  return notes.map((note) =>
    html`<${Note} key=${note.slot} note=${note} open=${scene.open} api=${api} />`
  )
}

function Note({ note, open, api }) {
  const ours = note.kind === "ours"
  return html`<section class="note-card">
    ${note.theirs?.length > 0 && html`<${Theirs} theirs=${note.theirs} />`}
    <${Writing} slot=${note.slot} stored=${note.text} limit=${LIMIT} api=${api} disabled=${!open}
      label=${label(note, ours)} hint=${
    ours ? _("Een zin, een voorbeeld, een idee.") : _("Wat wil je niet vergeten?")
  }
      empty=${ours ? _("Je duo ziet dit meteen, de zaal niet.") : _("Niemand anders leest dit.")} />
    <${Sharing} note=${note} api=${api} disabled=${!open} />
  </section>`
}

function label(note, ours) {
  if (note.round) {
    return ours
      ? _("Ronde {n}: samen", { n: note.round })
      : _("Ronde {n}: voor jou alleen", { n: note.round })
  }
  return ours ? _("Samen onthouden") : _("Voor jou alleen")
}

/** What the others of the group wrote, live. */
function Theirs({ theirs }) {
  return html`<ul class="theirs" aria-live="polite">${
    theirs.map((one) =>
      html`
        <li key=${one.id}>
          <${Tile} tile=${one.tile} size=${28} />
          <span><b class="name" translate="no" dir="auto">${one
            .name}</b> <span class="said" dir="auto">${one
            .text}</span>${one.share && html`<i>${_("mag gedeeld worden")}</i>`}</span>
        </li>
      `
    )
  }</ul>`
}

function Sharing({ note, api, disabled }) {
  const sent = api.slot(note.share_slot)
  const known = sent.own ? Boolean(sent.own.share) : note.share
  return html`
    <button type="button" class="share-switch" role="switch" aria-checked=${known
      ? "true"
      : "false"}
      aria-disabled=${disabled}
      onClick=${() => api.send(note.share_slot, { share: !known })}>
          <span>${_("Mag gedeeld worden")}</span><i aria-hidden="true"><s></s></i>
        </button>
    <p class="share-state" role="status">${state(sent, known)}</p>
  `
}

function state(sent, known) {
  const trouble = savingTrouble(sent)
  if (trouble) return trouble
  return known ? _("Met je naam op het scherm en in het verslag.") : ""
}
