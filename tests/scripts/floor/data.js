// What browsers can do, from MDN's browser-compat-data, and the oldest ones that must manage.
import bcd from "@mdn/browser-compat-data" with { type: "json" }

export const FLOORS = {
  phone: { chrome_android: "98", safari_ios: "15.4", firefox_android: "100" },
  // Streamlit's own, but for Firefox: our styles of the desk use :has, which came with 121.
  desk: { chrome: "112", safari: "17", firefox: "121" },
}

// What an older browser may do without: it ignores the line and the page is as usable.
const HARMLESS = [
  "css.properties.text-wrap", // headings break less evenly
  "css.properties.overscroll-behavior", // the page behind a list may scroll along
  "css.properties.cursor", // a finger has none
  "css.properties.resize", // nor does it drag a corner of a field
  "css.at-rules.media.forced-colors", // only where somebody chose forced colours
  "css.properties.forced-color-adjust",
  "css.properties.color-scheme.only", // a phone that forces dark mode is asked not to
  "css.properties.field-sizing", // a field is then as high as its rows say
  "css.properties.scrollbar-gutter", // a list moves a little when its scrollbar comes
  "css.properties.scrollbar-width",
  "css.properties.content-visibility", // a long list is drawn sooner where this is known
  "css.at-rules.page", // margins on paper
  "css.properties.size",
  "html.global_attributes.autofocus", // the field is tapped
  "html.global_attributes.popover", // menus of the console are placed without it too
  "html.global_attributes.autocapitalize", // a capital is typed by hand
  "html.global_attributes.autocorrect",
  "html.global_attributes.translate",
]

const UNITS = {
  dvh: "viewport_percentage_units_dynamic",
  dvw: "viewport_percentage_units_dynamic",
  svh: "viewport_percentage_units_small",
  svw: "viewport_percentage_units_small",
  lvh: "viewport_percentage_units_large",
  lvw: "viewport_percentage_units_large",
  cqw: "container_query_length_units",
  cqh: "container_query_length_units",
  cqi: "container_query_length_units",
  cqb: "container_query_length_units",
  cqmin: "container_query_length_units",
  cqmax: "container_query_length_units",
}

const parts = (version) => version.replace("≤", "").split(".").map(Number)

function isLater(version, floor) {
  const [major, minor = 0] = parts(version)
  const [floorMajor, floorMinor = 0] = parts(floor)
  return major > floorMajor || (major === floorMajor && minor > floorMinor)
}

/** Whether one entry of the data says that a browser of this version has the feature. */
function has({ version_added: added, version_removed: gone, flags, prefix }, floor) {
  if (!added || added === "preview" || flags || prefix) return false
  return !isLater(added, floor) && (!gone || isLater(gone, floor))
}

/**
 * Which browsers lack a feature of the data at their floor, as in ["safari_ios"]; none for no data.
 */
export function lacking(feature, floor) {
  const support = feature?.__compat?.support
  if (!support) return []
  return Object.entries(floor)
    .filter(([name, version]) => !entries(support[name]).some((entry) => has(entry, version)))
    .map(([name]) => name)
}

const entries = (support) => support === undefined ? [] : [support].flat()

/** What is wrong with using one of these, whichever it is: {path, browsers}, or null. */
export function trouble(paths, floor) {
  const known = paths.filter((path) => feature(path)?.__compat)
  const found = known.map((path) => ({
    path,
    browsers: isHarmless(path) ? [] : lacking(feature(path), floor),
  }))
  return found.length && found.every(({ browsers }) => browsers.length) ? found[0] : null
}

/** The feature at a path of the data such as "css.properties.inset", or undefined. */
export const feature = (path) => path.split(".").reduce((at, name) => at?.[name], bcd)

/** Whether no browser at the floor has what a member belongs to: nobody can hold one then. */
export const isOfTomorrow = (path, floor) =>
  lacking(feature(path.slice(0, path.lastIndexOf("."))), floor).length === Object.keys(floor).length

export const isHarmless = (path) => HARMLESS.some((one) => path.startsWith(one))

/** The path of a unit of length. */
export const unitPath = (unit) => `css.types.length.${UNITS[unit] ?? unit}`

/** Names of members -> their paths in the data, for owners such as "api.Element". */
export function membersOf(owners) {
  const found = new Map()
  for (const owner of owners) {
    for (const name of Object.keys(feature(owner) ?? {})) {
      if (name.endsWith("_static")) continue
      const plain = name.replace(/_event$/, "()")
      found.set(plain, [...found.get(plain) ?? [], `${owner}.${name}`])
    }
  }
  return found
}

/** The paths one level below a path whose last name fits. */
export const below = (path, fits) =>
  Object.keys(feature(path)).filter((name) => fits.test(name)).map((name) => `${path}.${name}`)
