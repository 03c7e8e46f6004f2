// The wall with everybody's organisatiefiche, and one of them large.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { SheetScreen } from "../../kit/sheet/browser/screen.js"

const own = { kind: "organisation_sheet" }

export default (props) => html`<${SheetScreen} ...${props} own=${own} />`
