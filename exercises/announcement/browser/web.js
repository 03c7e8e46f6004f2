// All doors with the ways between them. The drawing is made on the server, in pieces: here guests
// only arrive one visit after the other.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { ngettext } from "../../kit/browser/i18n.js"
import { Floor, Wall } from "../../kit/browser/scenery.js"

// Six visits are on their way at once, each a little after the one before.
const AFTER = 300

export function WebFloor() {
  return html`
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
      <${Floor} top=${194} depth=${107} />
      <${Wall} top=${194} />
    </svg>
  `
}

export function WebOfVisits({ web, open }) {
  const before = useRef(open)
  const fresh = open && !before.current
  return html`
    <svg class=${fresh ? "web is-fresh" : "web"} viewBox="0 0 1920 1080" aria-hidden="true">
      ${web.visits.map((one, at) => drawn(one.soles, "soles", at))}
      ${web.houses.map((one) => drawn(one.shut + one.open, "house", 0))}
      ${web.visits.map((one, at) => drawn(one.guests, "arrived", at))}
    </svg>
    ${web.left_out > 0 &&
      html`<p class="left-out">${
        ngettext("en nog {n} organisatie", "en nog {n} organisaties", web.left_out)
      }</p>`}
  `
}

const drawn = (svg, kind, at) =>
  svg && html`
    <g class=${kind} style=${`--wait:${at * AFTER}ms`}
      dangerouslySetInnerHTML=${{ __html: svg }} />
  `
