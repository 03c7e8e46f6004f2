// What a stylesheet uses that a floor lacks. A declaration may use what is newer when an older one
// of the same property stands before it in its block, and so may all that stands in @supports.
import * as csstree from "css-tree"
import { feature, isHarmless, lacking, unitPath } from "./data.js"

/** Findings as {line, path, browsers}. */
export function checkStyles(text, floor) {
  const findings = []
  const say = (node, path) => {
    const browsers = isHarmless(path) ? [] : lacking(feature(path), floor)
    if (browsers.length) findings.push({ line: node.loc.start.line, path, browsers })
    return browsers.length > 0
  }
  csstree.walk(parsed(text), {
    enter(node) {
      if (node.type === "Atrule") return enterAtrule(node, say)
      if (node.type === "Block") checkBlock(node, floor, say)
      // A rule with a prefix in its selector is written for one engine.
      if (/^Pseudo(Class|Element)Selector$/.test(node.type) && !node.name.startsWith("-")) {
        say(node, `css.selectors.${node.name}`)
      }
      if (node.type === "NestingSelector") say(node, "css.selectors.nesting")
      if (node.type === "Feature") say(node, `css.at-rules.media.${plainMedia(node.name)}`)
      if (node.type === "FeatureRange") say(node, "css.at-rules.media.range_syntax")
    },
  })
  return findings
}

const parsed = (text) =>
  csstree.parse(text, {
    positions: true,
    onParseError: (error) => {
      throw error
    },
  })

const plainMedia = (name) => name.replace(/^(min|max)-/, "")

function enterAtrule(node, say) {
  // Nobody who lacks what is asked for in @supports, or the rule itself, comes to what is inside.
  if (node.name === "supports" || say(node, `css.at-rules.${node.name}`)) return csstree.walk.skip
}

function checkBlock(block, floor, say) {
  const safe = new Set()
  for (const node of block.children) {
    if (node.type !== "Declaration" || node.property.startsWith("-")) {
      if (node.property?.startsWith("--")) checkLate(node, say)
      continue
    }
    const property = `css.properties.${node.property}`
    if (isPrefixed(block, node.property) || say(node, property)) continue
    const used = featuresOf(node.value, property)
    const missing = used.filter((path) => !isHarmless(path) && lacking(feature(path), floor).length)
    if (!missing.length) safe.add(node.property)
    else if (!safe.has(node.property)) missing.forEach((path) => say(node, path))
    checkLate(node, say)
  }
}

const isPrefixed = (block, property) =>
  block.children.some((node) => node.property === `-webkit-${property}`)

/** A value with var() is only judged when it is used: what stands before it is then forgotten. */
function checkLate(node, say) {
  const value = csstree.generate(node.value)
  if (!node.property.startsWith("--") && !value.includes("var(")) return
  for (const [, unit] of value.matchAll(/\d([a-z]+)\b/g)) {
    if (feature(unitPath(unit))) say(node, unitPath(unit))
  }
}

function featuresOf(value, property) {
  const paths = []
  csstree.walk(value, (node) => {
    if (node.type === "Dimension") paths.push(unitPath(node.unit))
    if (node.type === "Identifier") paths.push(`${property}.${node.name}`)
    if (node.type === "Function") paths.push(...functionPaths(node.name, property))
  })
  return paths.filter((path) => feature(path)?.__compat)
}

const GROUPS = ["", ".color", ".gradient", ".image", ".transform-function", ".easing-function"]
const functionPaths = (name, property) => [
  `${property}.${name}`,
  ...GROUPS.map((group) => `css.types${group}.${name}`),
]
