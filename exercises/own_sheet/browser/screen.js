// The Eigen fiche on the screen: a sheet of the kit.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { SheetScreen } from "../../kit/sheet/browser/screen.js"

const own = { kind: "own_sheet" }

export default (props) => html`<${SheetScreen} ...${props} own=${own} />`
