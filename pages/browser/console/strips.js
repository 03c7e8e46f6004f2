// Messages across the whole page: no connection, a refused action, a problem to solve.
import { html, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { Alert, Cross, Unplugged } from "../../../exercises/kit/browser/figures.js"

export function Strips({ api, notices = [], refused, onDismiss }) {
  const [gone, setGone] = useState([])
  const left = notices.filter((notice) => !gone.includes(notice.text))
  // the live regions stay in the document: screen readers often skip a region that is inserted
  // together with its text
  return html`
    <div class="con-strips">
      <div role="status">
        <${Line} api=${api} />
      </div>
      <div role="alert">${refused &&
        html`<${Strip} level="warn" text=${refused.reason} onClose=${onDismiss} />`}</div>
      <div role="status">${left.map((notice) =>
        html`
          <${Strip} key=${notice.text} ...${notice}
            onClose=${notice.level === "info" ? () => setGone([...gone, notice.text]) : null} />
        `
      )}</div>
    </div>
  `
}

/** How the connection is, when it is not as it should be; on console and remote alike. */
function Line({ api }) {
  if (!api.online) {
    return html`<p class="con-strip is-offline"><${Unplugged} size=${20} /> <span>${
      _("Even geen verbinding met de app op de laptop.")
    }</span></p>`
  }
  if (api.trouble) return html`<${Strip} level="warn" text=${api.trouble} />`
  return api.slow && html`<p class="con-strip is-slow">${_("Trage verbinding.")}</p>`
}

function Strip({ level, text, fix, onClose }) {
  return html`<div class=${`con-strip is-${level}`}>
    <${Alert} size=${20} />
    <p><b>${text}</b> ${fix && html`<span>${fix}</span>`}</p>
    ${
    onClose && html`
      <button type="button" class="con-icon" aria-label=${_("Melding sluiten")}
        onClick=${onClose}><${Cross} size=${16} /></button>
    `
  }
  </div>`
}
