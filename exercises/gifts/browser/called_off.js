// A gift whose visit does not go on: told in words, and what was put in it can still be read.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { photoUrl } from "../../kit/browser/note_photo.js"
import { Sketch } from "../../kit/browser/sketch.js"

export const CalledOff = ({ gifts, activity }) =>
  gifts.map((gift) =>
    html`
      <section class="asked called-off" key=${gift.key} role="status">
        <p>${_("Je bezoek bij {name} gaat niet door. Niemand leest wat je al schreef.", {
          name: `\u2068${gift.to}\u2069`,
        })}</p>
        <details>
          <summary>${_("Wat ik al schreef")}</summary>
          <ul>${gift.notes.map((note) =>
            html`
              <li key=${note.heading + note.photo}><span>${note.heading}</span>
                ${note.items.length > 0 &&
                  html`
                    <${Sketch} items=${note.items}
                      label=${note.text || _("Een tekening zonder woorden")} />
                  `}
                ${note.photo && html`
                  <img src=${photoUrl(activity, note.photo)} alt=${_("Een foto van het bezoek")} />
                `}
                <b dir="auto">${note.text}</b></li>
            `
          )}</ul>
        </details>
      </section>
    `
  )
