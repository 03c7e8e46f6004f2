// The door of a host: shut, or open with light on the floor.
import { html } from "../../kit/browser/vendor/htm-preact.js"

/** The light that falls from the open door on the floor. */
export function Light() {
  return html`<path d="M1408 768h284l128 312h-556z" fill="#FBEFC4" />`
}

/** Frame, doorway, leaf and mat; `children` stand in the doorway. */
export function FrontDoor({ open, fresh, children }) {
  return html`
    <g>
      <g transform="translate(-166.75 24.6) scale(1.05)" stroke-linejoin="round">
        <path d="M1474 708V170h322v538z" fill="var(--sheet)" stroke="var(--ink)"
          stroke-width="4.6" />
        ${open ? html`<${Doorway} />` : html`<${ShutLeaf} />`}
      </g>
      ${open && children}
      ${open &&
        html`
          <g transform="translate(-166.75 24.6) scale(1.05)">
            <g class=${fresh ? "leaf is-fresh" : "leaf"}>
              <${OpenLeaf} />
            </g>
          </g>
        `}
      <${Mat} />
    </g>
  `
}

function Doorway() {
  return html`
    <g>
      <path d="M1500 708V196h270v512z" fill="#F6D77E" stroke="var(--ink)" stroke-width="4.6" />
      <path d="M1502 580h266v126h-266z" fill="#F9E5A6" />
      <path d="M1500 580h270" stroke="var(--ink)" stroke-width="3.2" />
      <path d="M1635 198v54" stroke="var(--ink)" stroke-width="3.6" />
      <path d="M1597 290c0-26 14-40 38-40s38 14 38 40z" fill="var(--sheet)" stroke="var(--ink)"
        stroke-width="3.6" />
      <path d="M1622 290a13 13 0 0 0 26 0z" fill="var(--org-1)" stroke="var(--ink)"
        stroke-width="3.6" />
    </g>
  `
}

function ShutLeaf() {
  return html`
    <g>
      <path d="M1500 708V196h270v512z" fill="var(--accent)" stroke="var(--ink)"
        stroke-width="4.6" />
      <path d="M1542 249h186v177h-186zM1542 473h186v177h-186z" fill="none" stroke="#B5604F"
        stroke-width="3.6" />
      <circle cx="1746" cy="458" r="9" fill="var(--org-1)" stroke="var(--ink)" stroke-width="3.6" />
    </g>
  `
}

function OpenLeaf() {
  return html`
    <g stroke-linejoin="round">
      <path d="M1770 196l120 34V742l-120-34z" fill="var(--accent)" stroke="var(--ink)"
        stroke-width="4.6" />
      <path d="M1794 248l72 20v178l-72-16zM1794 472l72 14v164l-72-12z" fill="none" stroke="#B5604F"
        stroke-width="3.6" />
      <circle cx="1870" cy="490" r="9" fill="var(--org-1)" stroke="var(--ink)" stroke-width="3.6" />
    </g>
  `
}

function Mat() {
  return html`
    <g transform="translate(-166.75 51) scale(1.05)">
      <path d="M1510 752h250l26 44h-306z" fill="#8A5B2E" stroke="var(--ink)" stroke-width="4"
        stroke-linejoin="round" />
      <path d="M1506 763h258M1499 774h272M1492 785h286" stroke="#B98A55" stroke-width="3.6" />
    </g>
  `
}
