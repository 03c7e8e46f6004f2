// For whom a gift is, above everything that is done with it.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Tile } from "../../kit/browser/figures.js"

export function For({ gift }) {
  return html`
    <div class="for">
      <${Tile} tile=${gift.to.tile} size=${56} />
      <h1>${gift.group
        ? _("Een cadeautje van ons allemaal voor")
        : _("Een cadeautje voor")} <b class="name" translate="no" dir="auto">${gift.to.soft ??
        gift.to.name}</b></h1>
    </div>
  `
}
