// The organisatiefiche on a phone: a sheet of the kit, with what was written in earlier meetings.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { EarlierField, EarlierSheet } from "../../kit/sheet/browser/earlier.js"
import { SheetPhone } from "../../kit/sheet/browser/phone.js"

const own = {
  kind: "organisation_sheet",
  Above: ({ page, data, scene, api }) =>
    scene.open && html`<${EarlierField} slot=${page.fields[0].slot} data=${data} api=${api} />`,
  After: ({ data, scene, api }) => scene.open && html`<${EarlierSheet} data=${data} api=${api} />`,
}

export default (props) => html`<${SheetPhone} ...${props} own=${own} />`
