// Waiting for a meeting that is not open yet: the doorbell tells, then the page comes again.
import { Bell } from "./stage/bell.js"

const address = document.querySelector("script[data-bell]").dataset.bell
let first = null
new Bell(`${address}?als=door`, ({ steps }) => {
  if (first === null) first = steps
  else if (steps !== first) location.reload()
}, () => {})
