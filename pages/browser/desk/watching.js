// Hears from the server when this page may not be seen any more, and hands over what somebody typed
// in its fields: Streamlit only knows of a text once its field is left, and of a form once it is
// sent.

// ms until a connection that broke is tried again
const AGAIN = 3000
const FIELDS = "textarea, input"
const TEXT = ["text", "search", "email", "tel", "url"]

/** @type {Set<HTMLTextAreaElement | HTMLInputElement>} the fields that somebody typed in */
const touched = (globalThis.odvTouched ??= new Set())
/** @type {Map<string, Watch>} */
const watches = (globalThis.odvWatches ??= new Map())

/**
 * @typedef {object} Watch
 * @property {string} address
 * @property {() => void} told what the page does once it may not be seen any more
 * @property {() => void} stop
 */

/**
 * Called again whenever the page is drawn; keeps its connection as long as the address is the same.
 * @param {{key: string, data: {address: string},
 *   setTriggerValue: (name: string, value: unknown) => void}} given
 */
export default function watching({ key, data, setTriggerValue }) {
  const told = () => setTriggerValue("gone", typed())
  const before = watches.get(key)
  if (before?.address === data.address) {
    before.told = told
    return before.stop
  }
  before?.stop()
  const end = connected(data.address, () => watches.get(key)?.told())
  const stop = () => {
    end()
    watches.delete(key)
  }
  watches.set(key, { address: data.address, told, stop })
  return stop
}

function connected(address, gone) {
  /** @type {WebSocket | undefined} */
  let socket
  let waiting = 0
  const note = (event) => isText(event.target) && touched.add(event.target)
  const connect = () => {
    socket = new WebSocket(new URL(address, location.href).href.replace(/^http/, "ws"))
    socket.onmessage = (event) => {
      if (!JSON.parse(event.data).gone) return
      stop()
      gone()
    }
    socket.onclose = () => {
      waiting = setTimeout(connect, AGAIN)
    }
  }
  const stop = () => {
    clearTimeout(waiting)
    document.removeEventListener("input", note, true)
    if (!socket) return
    socket.onclose = socket.onmessage = null
    socket.close()
  }
  document.addEventListener("input", note, true)
  connect()
  return stop
}

/** The texts in fields that were typed in and still stand on the page. */
function typed() {
  return [...touched].filter((field) => field.isConnected && isText(field))
    .map((field) => field.value)
}

/** A passcode that is shown has the type of a text: it is known by the button beside it. */
function isText(field) {
  if (!field.matches?.(FIELDS) || field.getAttribute("role") === "combobox") return false
  if (field.parentElement?.querySelector("button")) return false
  return field.tagName === "TEXTAREA" || TEXT.includes(field.type)
}
