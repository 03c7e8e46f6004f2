// What a script uses that a floor lacks: syntax, globals, members, events and attributes. A member
// counts as lacking when nothing in the language or the browser bears that name at the floor. What
// is asked for first (`x.name?.()`, "name" in x, typeof x) may be lacking.
import * as acorn from "acorn"
import * as walk from "acorn-walk"
import { below, feature, isOfTomorrow, membersOf, trouble } from "./data.js"

// Of x.name nobody can tell what x is: these are what a page's script mostly has in hand.
const LANGUAGE = /^(Array|String|Number|Object|Promise|Map|Set|RegExp|Date|Intl|TypedArray)$/
const PAGE = new RegExp(
  "^(Element|(HTML|SVG)\\w*Element|Node|Document|DocumentFragment|ShadowRoot|CharacterData|Range" +
    "|((Pointer|Mouse|Keyboard|Touch|Input|Focus|Drag|Wheel|Message|Close|Progress)?Event)" +
    "|Selection" +
    "|DOM(Matrix|Rect|TokenList|StringMap)" +
    "|CSSStyleDeclaration" +
    "|Animation|ImageBitmap|Blob|File|FormData|URL|URLSearchParams" +
    "|Response|Request|Headers|Abort(Signal|Controller)|WebSocket|VisualViewport|DataTransfer" +
    "|(Resize|Intersection|Mutation)Observer\\w*)$",
)
// Words of our own data that an element or a language of tomorrow has as well.
const OURS = new Set(["role", "when", "side", "anchor", "onSearch"])
const MEMBERS = membersOf([
  ...below("javascript.builtins", LANGUAGE),
  ...below("api", PAGE),
])
// Of these it can be told.
const KNOWN = {
  navigator: "Navigator",
  document: "Document",
  crypto: "Crypto",
  performance: "Performance",
  history: "History",
  location: "Location",
  screen: "Screen",
  visualViewport: "VisualViewport",
  globalThis: "Window",
  window: "Window",
  localStorage: "Storage",
  sessionStorage: "Storage",
}
const EVENTS = membersOf(below("api", /./))
const ATTRIBUTES = membersOf(["html.global_attributes", ...below("html.elements", /./)])
const SPECIAL = {
  StaticBlock: "javascript.classes.static.initialization_blocks",
  lookbehind: "javascript.regular_expressions.lookbehind_assertion",
}

/** Findings as {line, path, browsers}. */
export function checkScript(text, floor, ecmaVersion = 2022) {
  let program
  try {
    program = acorn.parse(text, { ecmaVersion, sourceType: kind(ecmaVersion), locations: true })
  } catch (error) {
    return [{ line: error.loc?.line ?? 1, path: `syntax: ${error.message}`, browsers: [] }]
  }
  const findings = []
  const asked = askedFor(program)
  const say = (node, paths) => {
    const found = trouble(paths.filter((path) => !isOfTomorrow(path, floor)), floor)
    if (found) findings.push({ line: node.loc.start.line, ...found })
  }
  walk.ancestor(program, visitors(say, asked, declaredIn(program)))
  return findings
}

const kind = (ecmaVersion) => ecmaVersion === 5 ? "script" : "module"

function visitors(say, asked, declared) {
  return {
    StaticBlock: (node) => say(node, [SPECIAL.StaticBlock]),
    Literal(node) {
      if (/\(\?<[=!]/.test(node.regex?.pattern ?? "")) say(node, [SPECIAL.lookbehind])
      if (typeof node.value === "string") checkText(node, node.value, say)
    },
    MemberExpression(node, _state, ancestors) {
      const name = !node.computed && node.property.name
      if (!name || OURS.has(name) || asked.has(name) || isOptional(node, ancestors)) return
      say(node, ofKnown(node.object.name, name) ?? MEMBERS.get(name) ?? [])
    },
    Identifier(node) {
      if (declared.has(node.name) || asked.has(node.name)) return
      say(node, [`javascript.builtins.${node.name}`, `api.${node.name}`])
    },
    CallExpression(node) {
      const [first] = node.arguments
      const listens = /^(add|remove)EventListener$/.test(node.callee.property?.name ?? "")
      if (listens && first?.type === "Literal") say(first, EVENTS.get(`${first.value}()`) ?? [])
    },
    TemplateElement(node) {
      checkText(node, node.value.cooked ?? "", say)
      checkMarkup(node, node.value.cooked ?? "", say)
    },
  }
}

/** The paths of a member of a global such as `navigator` or `AbortSignal`, if it is one. */
function ofKnown(object, name) {
  const owners = [`api.${KNOWN[object] ?? object}`, `javascript.builtins.${object}`]
  const paths = owners.filter((owner) => object && feature(owner))
    .flatMap((owner) => [`${owner}.${name}`, `${owner}.${name}_static`])
  return paths.some((path) => feature(path)) ? paths : null
}

/** Units in styles that a script sets. */
function checkText(node, text, say) {
  const units = text.matchAll(/\d([dsl]v[hw]|cq[whib])\b/g)
  for (const [, unit] of units) {
    const cq = unit.startsWith("cq")
    const group = { d: "dynamic", s: "small", l: "large" }[unit[0]]
    say(node, [
      `css.types.length.${
        cq ? "container_query_length_units" : `viewport_percentage_units_${group}`
      }`,
    ])
  }
}

/** Attributes and events in markup, which may begin or end in the middle of a tag. */
export function checkMarkup(node, text, say) {
  const valued = [...text.matchAll(/(?:^|[\s"])([\w-]+)=/g)].map(([, name]) => name)
  const bare = (text.match(/<[a-zA-Z][^<>]*/g) ?? [])
    .flatMap((tag) => tag.replace(/=\s*("[^"]*"?|'[^']*'?|\S+)/g, "=").split(/\s+/).slice(1))
  for (const name of new Set([...valued, ...bare].filter((name) => !OURS.has(name)))) {
    const event = /^on[A-Z]/.test(name) && `${name.slice(2).toLowerCase()}()`
    say(node, (event ? EVENTS.get(event) : ATTRIBUTES.get(name)) ?? [])
  }
}

/** Whether nothing happens when the member is not there: `x.name?.()`, `x.name ?? other`. */
function isOptional(node, ancestors) {
  const parent = ancestors.at(-2)
  const isFirst = parent?.callee === node || parent?.object === node
  return (isFirst && parent.optional) || (parent?.operator === "??" && parent.left === node)
}

/** Names that the script asks about before it uses them. */
function askedFor(program) {
  const names = new Set()
  walk.simple(program, {
    BinaryExpression(node) {
      if (node.operator === "in" && node.left.type === "Literal") names.add(node.left.value)
    },
    UnaryExpression(node) {
      if (node.operator === "typeof") names.add(node.argument.name ?? node.argument.property?.name)
    },
  })
  return names
}

/** Every name that the script gives to something itself. */
function declaredIn(program) {
  const names = new Set()
  walk.full(program, (node) => {
    const given = node.type === "VariableDeclarator"
      ? [node.id]
      : [node.local, node.param, ...node.params ?? [], isNamed(node) && node.id]
    given.filter(Boolean).forEach((pattern) => addNames(pattern, names))
  })
  return names
}

const isNamed = (node) => /^(Function|Class)/.test(node.type)

function addNames(pattern, names) {
  walk.full(pattern, (node) => {
    if (node.type === "Identifier") names.add(node.name)
    if (node.type === "VariablePattern") names.add(node.name)
  }, { ...walk.base, Pattern: walk.base.Pattern })
}
