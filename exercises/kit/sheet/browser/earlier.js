// What the organisation wrote in an earlier meeting: shown as of then, and only stored when
// somebody takes it over into a field that is still empty.
import { html } from "../../browser/vendor/htm-preact.js"
import { _ } from "../../browser/i18n.js"
import { useGuard } from "../../browser/guard.js"
import { jointText } from "../../browser/joint.js"

// a page of its own for the server, which counts the messages of each
const writer = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) =>
  byte.toString(16).padStart(2, "0")
).join("")
let sent = 0

const isEmpty = (data, slot, api) => !jointText(api, slot, data.joint.texts[slot]).trim()

const takeOver = ({ slot, text }, data, api) =>
  api.send(slot, {
    text,
    base: data.joint.texts[slot]?.text ?? "",
    writer,
    n: ++sent,
    trail: [],
  })

const asked = ({ title, date }) =>
  date
    ? _("Van {title}, {date}. Klopt dit nog?", { title: `\u2068${title}\u2069`, date })
    : _("Van {title}. Klopt dit nog?", { title: `\u2068${title}\u2069` })

/** Beside one field that is still empty. */
export function EarlierField({ slot, data, api }) {
  const guarded = useGuard()
  const one = data.earlier.find((found) => found.slot === slot)
  if (!one || !isEmpty(data, slot, api)) return null
  return html`
    <section class="earlier">
      <p>${asked(one)}</p>
      <p class="text" dir="auto">${one.text}</p>
      <button type="button" class="btn quiet" onClick=${guarded(() =>
        takeOver(one, data, api)
      )}>${_("Neem dit over")}</button>
    </section>
  `
}

/** Above the whole sheet: what there is for all fields that are still empty. */
export function EarlierSheet({ data, api }) {
  const guarded = useGuard()
  const open = data.earlier.filter((one) => isEmpty(data, one.slot, api))
  if (!open.length) return null
  const meetings = [...new Set(open.map(asked))]
  return html`
    <section class="earlier">
      ${meetings.map((sentence) =>
        html`
          <p>${sentence}</p>
          ${open.filter((one) => asked(one) === sentence).map((one) =>
            html`
              <h3>${one.label}</h3>
              <p class="text" dir="auto">${one.text}</p>
            `
          )}
        `
      )}
      <button type="button" class="btn quiet" onClick=${guarded(() =>
        open.forEach((one) => takeOver(one, data, api))
      )}>${open.length > 1 ? _("Neem alles over") : _("Neem dit over")}</button>
    </section>
  `
}
