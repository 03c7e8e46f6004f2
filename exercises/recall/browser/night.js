// The hall in the dark: a door ajar, and light on the floor that breathes slowly. Nothing to read
// once the first question was asked.
import { html } from "../../kit/browser/vendor/htm-preact.js"

const ACROSS = [668, 713, 771, 846, 941, 1062, 1215, 1410, 1660, 1980]
const FAR = 2400

/** Joints of the floor that run away from the door, through one vanishing point. */
const away = Array.from({ length: 47 }, (_none, at) => {
  const off = (at - 23) * 110
  return `M${960 + off} 668L${Math.round(960 + off * 5.2)} ${FAR}`
}).join("")

export function Night({ opening }) {
  return html`<div class="recall-screen is-night">
    <svg class="scenery" viewBox="0 0 1920 1080" aria-hidden="true">
      <path class="night-wall" d="M-2600-2400h7200v4800h-7200z" />
      <path class="night-floor" d=${`M-2600 650h7200V${FAR}h-7200z`} />
      <path class="night-joint" d=${ACROSS.map((y) => `M-2600 ${y}h7200`).join("") + away} />
      <path class="night-skirt" d="M-2600 640h7200v28h-7200z" />
      <path class="night-light is-wide" d="M1056 668h58L2499 2400H-2137z" />
      <path class="night-light is-near" d="M1056 668h58L1829 2400H-1297z" />
      <path class="night-light is-core" d="M1056 668h58L1198 2400H-457z" />
      <g stroke-linejoin="round" stroke="#151B2B" stroke-width="5">
        <path d="M1030 668V150h300v518z" fill="#222B43" />
        <path d="M1056 668V178h248v490z" fill="#F6D77E" />
        <path d="M1304 178l-190 14v498l190-22z" fill="#5E2826" />
        <path d="M1270 232l-112 8v190l112-6zM1270 470l-112 6v160l112-10z" fill="none"
          stroke="#7C403A" stroke-width="4" />
        <circle cx="1136" cy="446" r="9" fill="#F6C945" stroke-width="4" />
      </g>
    </svg>
    ${opening && html`<p class="opening" dir="auto">${opening}</p>`}
  </div>`
}
