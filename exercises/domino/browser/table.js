// The table on the screen. The server draws stones, slips and threads as SVG (table/drawing.py, as
// for the export) and gives their positions; this file animates them. A new stone drops in from 24
// px above, a moved one slides to its place, and ties fade in after that. On a table larger than
// the screen the view pans and zooms.
import { html, useRef } from "../../kit/browser/vendor/htm-preact.js"
import { _, ngettext } from "../../kit/browser/i18n.js"

const AT_ONCE = 6
const STEP = 80

export function Table({ table, count }) {
  const landing = useLanding(table)
  const [x, y, scale] = table.camera
  const label = ngettext("{n} steen op tafel", "{n} stenen op tafel", count)
  return html`
    <svg class="table" viewBox="0 0 1920 1080" role="group" aria-label=${label}>
      <g class="camera" style=${`transform:translate(${x}px,${y}px) scale(${scale})`}>
        ${table.ties.map((one) =>
          html`<${Drawn} key=${`t ${one.key}`} svg=${one.thread} waits=${one.waits} />`
        )}
        ${table.stones.map((one) =>
          html`<${Laid} key=${one.id} one=${one} wait=${landing.get(one.id)} />`
        )}
        ${table.stones.filter((one) => one.now).map((one) =>
          html`
            <rect key=${one.id} class="ring" style=${`transform:translate(${one.x}px,${one.y}px)`}
              x="-6" y="-6" width=${one.width + 12} height=${one.height + 12} rx="20" />
          `
        )}
        ${table.ties.map((one) =>
          html`<${Drawn} key=${`w ${one.key}`} svg=${one.words} waits=${one.waits} />`
        )}
      </g>
    </svg>
    ${table.plan && html`<${Plan} plan=${table.plan} label=${label} />`}
    ${table.far.length > 0 && html`<${Far} table=${table} />`}
  `
}

/**
 * Markup of our own server: text in it was escaped there, and it holds attributes only, no styles.
 */
const Drawn = ({ svg, name = "appears", waits = false }) =>
  html`
    <g class=${waits ? `${name} waits` : name} dangerouslySetInnerHTML=${{ __html: svg }} />
  `

/**
 * Which stones are new since the last draw, each with its wait in ms. On the first draw nobody
 * lands: they lie. Nor do those that only come into sight as the camera moves.
 */
function useLanding({ stones, whole }) {
  const known = useRef(null)
  const waits = useRef(new Map()).current
  const fresh = known.current
    ? stones.filter((one) => !known.current.has(one.id) && (whole || one.now))
    : []
  fresh.forEach((one, at) => waits.set(one.id, Math.max(0, at - AT_ONCE + 1) * STEP))
  known.current = new Set([...(known.current ?? []), ...stones.map((one) => one.id)])
  return waits
}

function Laid({ one, wait }) {
  const said = `${_("top")}: ${one.top}; ${_("flop")}: ${one.flop}`
  const state = `${one.waits ? " waits" : ""}${wait === undefined ? "" : " lands"}`
  const place = `transform:translate(${one.x}px,${one.y}px);--wait:${wait ?? 0}ms`
  return html`
    <g class=${`laid${state}`} role="img" aria-label=${said} style=${place}>
      <${Drawn} svg=${one.svg} name="body" />
    </g>
  `
}

/** Where on the table the camera is. */
function Plan({ plan, label }) {
  const [n, ...rest] = label.split(" ")
  return html`
    <figure class="plan appears" key=${`${plan.x} ${plan.y}`}
      style=${`transform:translate(${plan.x - 20}px,${plan.y - 44}px)`}>
      <svg viewBox=${`-20 -20 ${plan.width + 40} ${plan.height + 40}`} width=${plan.width +
        40} height=${plan.height + 40} aria-hidden="true">
        <${Drawn} svg=${plan.svg} name="" />
      </svg>
      <figcaption><b>${n}</b> ${rest.join(" ")}</figcaption>
    </figure>
  `
}

/** Stones with a thread to the one that is told, which are too far away to be in the view. */
function Far({ table }) {
  return html`
    <aside class="far"><h2>${_("Verder op tafel")}</h2>${table.far.map((one) =>
      html`
        <div key=${one.id} class="far-stone">${one.words &&
          html`<p class="paper" dir="auto">${one.words}</p>`}
          <svg class="table-part" viewBox=${`0 0 ${one.width} ${one.width / 2 + 8}`} width=${one
            .width} height=${one.width / 2 + 8}><${Drawn} svg=${one.svg} name="" /></svg></div>
      `
    )}${table.more > 0 && html`<p>${ngettext("en nog {n}", "en nog {n}", table.more)}</p>`}</aside>
  `
}
