// The Eigen fiche on the phone: a sheet of the kit.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { SheetPhone } from "../../kit/sheet/browser/phone.js"

const own = { kind: "own_sheet", path: true, named: true }

export default (props) => html`<${SheetPhone} ...${props} own=${own} />`
