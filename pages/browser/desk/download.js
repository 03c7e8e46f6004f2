// A download that takes a while: fetches it once, and draws how far it is as the server tells.

const followed = (globalThis.odvFollowed ??= new Set())
// What each place on the page follows: the script runs again whenever the page does.
const drawnIn = (globalThis.odvFollowing ??= new WeakMap())
const STYLE = `.odv-progress{display:flex;flex-direction:column;gap:8px;max-width:620px;
    font:inherit;color:inherit}
  .odv-progress progress{appearance:none;width:100%;height:18px;border:2px solid #857C68;
    border-radius:99px;background:#FFFDF8;overflow:hidden}
  .odv-progress progress::-webkit-progress-bar{background:#FFFDF8}
  .odv-progress progress::-webkit-progress-value{background:#1E2638}
  .odv-progress progress::-moz-progress-bar{background:#1E2638}
  .odv-progress p{margin:0}
  .odv-progress .odv-broken{border-left:5px solid #8F2A1D;padding-left:12px}`

export default ({ data, parentElement }) => {
  if (drawnIn.get(parentElement) === data.follow) return
  drawnIn.set(parentElement, data.follow)
  const bar = drawn(parentElement, data.words)
  fetched(data.address)
  const source = new EventSource(data.follow)
  let begun = false
  source.onmessage = (event) => {
    const now = JSON.parse(event.data)
    // A server that started anew knows nothing of a download that was on its way.
    const lost = begun && !now.begun
    begun = begun || now.begun
    bar(lost ? { over: true, whole: false, share: 0 } : now)
    if (now.over || lost) source.close()
  }
}

/** Follow a link that downloads, once for each address; the page stays where it is. */
function fetched(address) {
  if (followed.has(address)) return
  followed.add(address)
  const link = document.createElement("a")
  link.href = address
  link.download = ""
  link.click()
}

/** Draws the bar with its words; gives what draws it anew. */
function drawn(parentElement, words) {
  const style = document.createElement("style")
  style.textContent = STYLE
  const whole = document.createElement("div")
  whole.className = "odv-progress"
  const said = document.createElement("p")
  said.setAttribute("role", "status")
  const bar = document.createElement("progress")
  bar.max = 100
  bar.setAttribute("aria-label", words.busy)
  whole.append(said, bar)
  parentElement.replaceChildren(style, whole)
  const draw = (now) => {
    bar.value = now.share * 100
    bar.hidden = Boolean(now.over)
    said.classList.toggle("odv-broken", Boolean(now.over && !now.whole))
    const text = now.over ? (now.whole ? words.done : words.broken) : words[state(now)]
    if (said.textContent !== text) said.textContent = text
  }
  draw({ begun: false, share: 0 })
  return draw
}

function state(now) {
  return now.begun ? "busy" : "begin"
}
