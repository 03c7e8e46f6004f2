// The reflection sheet on a phone: a sheet of the kit, with cups to hop between, what helps to fill
// them in, and the top 3 of hosts.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Check } from "../../kit/browser/figures.js"
import { isFilled } from "../../kit/sheet/browser/parts.js"
import { SheetPhone } from "../../kit/sheet/browser/phone.js"
import { Cup } from "./cups.js"
import { present, TopPart, useHosts } from "./top.js"

const fieldsOf = (data) => data.pages.flatMap((page) => page.fields)
const fieldOf = (data, key) => fieldsOf(data).find((one) => one.key === key)

const own = {
  kind: "reflection_sheet",
  fields: {
    top: {
      Part: TopPart,
      words: (_field, { data, state: [hosts] }) =>
        present(data, hosts).filter(Boolean).map((id) =>
          fieldOf(data, "why").slips.find((one) => one.id === id).name
        ).join(" · "),
    },
    // the top draws them, each with its host
    why: {
      Part: () => null,
      words: () => "",
      cells: (field, { data, state: [hosts] }) =>
        field.slips.filter((one) => present(data, hosts).includes(one.id)).map((slip) => ({
          ...field,
          ...slip,
        })),
    },
  },
  useState: useHosts,
  looks: ({ data, scene }) => {
    if (scene.stage !== "look" || data.home) return ""
    return data.large
      ? _("Jullie fiche staat nu op het scherm. Vertel er iets bij.")
      : _("Wie zijn fiche deelt, ziet ze op het scherm.")
  },
  lead: ({ data, scene, presence }) => {
    if (!scene.open || data.home) return null
    return presence.alone
      ? _("Kies een gebied.")
      : _("Kies elk een gebied. Je ziet meteen wat de ander schrijft.")
  },
  count: (n, m) => _("{n} van de {m} kopjes", { n, m }),
  Above: Cups,
  Below: Helps,
  shareWords: _(
    "De zaal en de begeleider kunnen ze lezen, en ze komt in het verslag. " +
      "Jullie top 3 komt niet op het scherm. Wat je nog schrijft, is meteen te lezen.",
  ),
}

export default (props) => html`<${SheetPhone} ...${props} own=${own} />`

/** The cups of the area of this page, to hop between. */
function Cups({ page, go, ...tools }) {
  if (!page.area) return null
  const cups = tools.data.pages.filter((one) => one.area === page.area)
  return html`<nav class="cups" aria-label=${_("De kopjes van dit gebied")}>${
    cups.map((one) => {
      const [field] = one.fields
      return html`
        <button type="button" key=${one.key} class=${one.key === page.key ? "is-on" : ""}
          aria-current=${one.key === page.key ? "step" : null} onClick=${() => go(one.key)}>
          <${Cup} cup=${field.key} size=${62} /><span>${field
            .label}</span>${isFilled(field, tools) &&
            html`<i class="tick"><${Check} size=${18} /><span class="visually-hidden">${
              _("ingevuld")
            }</span></i>`}
        </button>
      `
    })
  }</nav>`
}

/** What was said before about the area of this page, and its indicators. */
function Helps({ page, data }) {
  const area = data.areas[page.area]
  if (!area) return null
  return html`
    ${area.recaps.length > 0 &&
      html`<details class="help"><summary>${_("Wat jullie hier al over zeiden")}</summary>
      ${
        area.recaps.map((one) =>
          html`
            <h2>${one.title}</h2>
            <ul>${one.sentences.map((sentence) => html`<li dir="auto">${sentence}</li>`)}</ul>
          `
        )
      }</details>`}
    ${area.indicators.length > 0 && html`
      <details class="help">
        <summary>${_("Waar je aan kunt denken")}</summary>
        <ol>${area.indicators.map((one) => html`<li dir="auto">${one}</li>`)}</ol>
      </details>
    `}
  `
}
