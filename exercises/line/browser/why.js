// 'Waarom sta je daar?': a few words beside the place on the line.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Writing } from "../../kit/browser/writing.js"

const LIMIT = 280

export const Why = ({ data, api }) =>
  html`
    <div class="why">
      <${Writing} slot=${data.why_slot} stored=${data.why} limit=${LIMIT} api=${api}
        label=${_("Waarom sta je daar?")} hint=${_(
          "Een paar woorden volstaan: je vertelt het straks zelf.",
        )} empty=${_("De begeleider leest dit. Het komt in het verslag.")} />
    </div>
  `
