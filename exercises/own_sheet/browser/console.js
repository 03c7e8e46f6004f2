// The Eigen fiche on the console: a sheet of the kit.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { SheetDesk } from "../../kit/sheet/browser/console.js"

const own = { kind: "own_sheet" }

export default (props) => html`<${SheetDesk} ...${props} own=${own} />`
