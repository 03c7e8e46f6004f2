// Checks scripts, styles and templates against the oldest browsers: `deno run -A check.js ROOT`.
// Prints a line for each finding, "path:line what browsers"; `--only FLOOR` takes the files that
// are named after it, all of them by that floor.
import * as acorn from "acorn"
import * as walk from "acorn-walk"
import { dirname, join, normalize } from "node:path"
import { readdirSync, readFileSync } from "node:fs"
import { checkStyles } from "./css.js"
import { checkMarkup, checkScript } from "./js.js"
import { FLOORS, trouble } from "./data.js"

const FOLDERS = ["pages/browser", "pages/templates", "exercises"]
const SKIPPED = /\/vendor\/|\/tests\//
// What stands on the laptop of who steers, by folder or by name; a script only if no phone loads
// it.
const DESK = /^pages\/browser\/(desk|console|screen)\/|\/(desk|console|screen|explore)\.(css|js)$/
const PHONE_SCRIPTS = /^pages\/browser\/(phone|remote|door|runtime)\/|\/phone\.js$/
// The one that tells too old a browser that it is: it must be read by any.
const ANY_BROWSER = /(^|\/)door\/floor\.js$/

const read = (root, path) => readFileSync(join(root, path), "utf8")

function files(root) {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name))
  ).filter((path) => /\.(js|css|html)$/.test(path) && !SKIPPED.test(`/${path}`)).sort()
}

/** The scripts that phones load: those of their pages, and all that these import. */
function phoneScripts(root, paths) {
  const found = new Set()
  const waiting = paths.filter((path) => PHONE_SCRIPTS.test(path) && path.endsWith(".js"))
  while (waiting.length) {
    const path = waiting.pop()
    if (found.has(path) || SKIPPED.test(`/${path}`)) continue
    found.add(path)
    waiting.push(...importsOf(read(root, path)).map((name) => normalize(join(dirname(path), name))))
  }
  return found
}

function importsOf(text) {
  const names = []
  const take = (node) => node.source?.value?.startsWith(".") && names.push(node.source.value)
  walk.full(acorn.parse(text, { ecmaVersion: 2022, sourceType: "module" }), take)
  return names
}

function check(text, path, floor) {
  if (path.endsWith(".css")) return checkStyles(text, floor)
  if (path.endsWith(".js")) return checkScript(text, floor, ANY_BROWSER.test(path) ? 5 : 2022)
  return checkTemplate(text, floor)
}

function checkTemplate(text, floor) {
  return text.split("\n").flatMap((line, at) => {
    const findings = []
    checkMarkup(null, line, (_node, paths) => {
      const found = trouble(paths, floor)
      if (found) findings.push({ line: at + 1, ...found })
    })
    return findings
  })
}

function floors(root, args) {
  if (args[0] === "--only") return args.slice(2).map((path) => [path, FLOORS[args[1]]])
  const paths = files(root)
  const phones = phoneScripts(root, paths)
  const isDesk = (path) => path.endsWith(".js") ? !phones.has(path) : DESK.test(path)
  return paths.map((path) => [path, isDesk(path) ? FLOORS.desk : FLOORS.phone])
}

const [root, ...args] = Deno.args
for (const [path, floor] of floors(root, args)) {
  for (const found of check(read(root, path), path, floor)) {
    console.log(`${path}:${found.line} ${found.path} ${found.browsers.join(" ")}`)
  }
}
