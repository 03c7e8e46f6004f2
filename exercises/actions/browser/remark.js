// What somebody of another organisation says of an action.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"

const WORDS = {
  question: () => _("Een vraag"),
  idea: () => _("Een idee"),
  help: () => _("Wij kunnen helpen"),
  same: () => _("Dit doen wij ook"),
}
export const KINDS = Object.keys(WORDS)

/** What the kind of a remark is called. */
export const kindWord = (kind) => WORDS[kind]()

export const Remark = ({ one, children }) =>
  html`
    <div class="remark">
      <${Tile} tile=${one.tile} size=${28} label=${one.name} />
      <p><b class="name" translate="no" dir="auto">${one.who}</b>${": "}<span>${kindWord(
        one.kind,
      )}</span>${one.text && html`${". "}<span dir="auto">${one.text}</span>`}</p>
      ${children}
    </div>
  `
