// The switches beside the preview. An exercise names its own in `controls`; none is known here.
import { html, useEffect, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"

// longer than this and a row of buttons no longer fits beside the preview
const ROOM_FOR_BUTTONS = 34
const PATIENCE = 2500

export function Controls({ current, act, ask }) {
  return html`<div class="con-controls">
    ${
    current.open != null &&
    html`<${Switch} label=${_("Antwoorden open")} value=${current.open} onChange=${(value) =>
      act("open", { value })} />`
  }
    ${
    current.shown != null &&
    html`<${Switch} label=${_("Resultaten tonen")} value=${current.shown} onChange=${(value) =>
      act("show", { value })} />`
  }
    ${
    (current.controls ?? []).map((control) =>
      html`<${Control} key=${control.key} control=${control} act=${act} ask=${ask} />`
    )
  }
  </div>`
}

function Control({ control, act, ask }) {
  const change = (value) => act("control", { key: control.key, value })
  return html`<div class=${`con-control is-${control.type}`}>
    ${
    control.type === "toggle"
      ? html`<${Switch} label=${control.label} value=${control.value} onChange=${change} />`
      : html`<${Choice} control=${control} onChange=${change} ask=${ask} />`
  }
    ${control.help && html`<p class="con-help">${control.help}</p>`}
  </div>`
}

/**
 * The browser selects a radio button by itself: reset it to the stored value until the confirmation
 * is answered.
 */
function mark(event, value) {
  for (const radio of event.currentTarget.closest("fieldset")?.querySelectorAll("input") ?? []) {
    radio.checked = radio.value === value
  }
  if (event.currentTarget.tagName === "SELECT") event.currentTarget.value = value
}

/** Shows the chosen value at once, and the server's value again when the action fails. */
export function useWish(value) {
  const [wish, setWish] = useState(null)
  useEffect(() => setWish(null), [value])
  useEffect(() => {
    if (wish === null) return
    const tired = setTimeout(() => setWish(null), PATIENCE)
    return () => clearTimeout(tired)
  }, [wish])
  return [wish === null ? value : wish, setWish]
}

export function Switch({ label, value, onChange }) {
  const [shown, wish] = useWish(Boolean(value))
  const flip = () => {
    wish(!shown)
    onChange(!shown)
  }
  return html`
    <button type="button" class="con-switch" role="switch" aria-checked=${shown}
      onClick=${flip}>
        <span>${label}</span><i aria-hidden="true"><s></s></i>
      </button>
  `
}

function Choice({ control, onChange, ask }) {
  const [shown, wish] = useWish(control.value)
  const choose = (value) => {
    wish(value)
    onChange(value)
  }
  const pick = (value) => {
    const text = control.asks[value]
    if (!text) return choose(value)
    const { label } = control.options.find((option) => option.value === value)
    ask({
      title: `${control.label} ${label}`,
      text,
      yes: _("Iedereen is akkoord"),
      onYes: () => choose(value),
    })
  }
  const long =
    control.options.reduce((sum, option) => sum + option.label.length, 0) > ROOM_FOR_BUTTONS
  return html`<${long ? Select : Segments} control=${control} value=${shown} onPick=${pick} />`
}

function Segments({ control, value, onPick }) {
  return html`
    <fieldset class="con-choice">
      <legend>${control.label}</legend>
      <div class="con-segments">${control.options.map((option) =>
        html`<label key=${option.value} class=${option.value === value ? "is-on" : ""}>
      <input type="radio" class="visually-hidden" name=${`con-${control.key}`} value=${option.value}
        checked=${option.value === value} onChange=${(event) => {
          onPick(option.value)
          if (control.asks[option.value]) mark(event, value)
        }} />
      ${option.label}
    </label>`
      )}</div>
    </fieldset>
  `
}

function Select({ control, value, onPick }) {
  return html`<label class="con-choice"><span>${control.label}</span>
    <select class="field" value=${value} onChange=${(event) => {
    const picked = event.currentTarget.value
    onPick(picked)
    if (control.asks[picked]) mark(event, value)
  }}>
      ${
    control.options.map((option) =>
      html`<option key=${option.value} value=${option.value} selected=${
        option.value === value
      }>${option.label}</option>`
    )
  }
    </select>
  </label>`
}
