// The list of organisatiefiches on the console.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { SheetDesk } from "../../kit/sheet/browser/console.js"

const own = { kind: "organisation_sheet" }

export default (props) => html`<${SheetDesk} ...${props} own=${own} />`
