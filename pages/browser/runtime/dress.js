// Styles and drawings of a live page, brought into its shadow root.

/** Links stylesheets once, and resolves when they are there: no flash of a bare page. */
export function linkStyles(root, addresses) {
  return Promise.all(addresses.map((href) =>
    new Promise((done) => {
      if (
        [...root.querySelectorAll("link")].some((one) => one.getAttribute("href") === href)
      ) return done()
      const link = Object.assign(document.createElement("link"), {
        rel: "stylesheet",
        href,
        onload: done,
        onerror: done,
      })
      root.prepend(link)
    })
  ))
}

/** `use` finds symbols only within its own shadow root, so each root gets the sprite. Our own drawing, nobody's text. */
export async function insertSprite(root, address) {
  if (root.querySelector(".odv-sprite")) return
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`sprite: ${answer.status}`)
  const box = document.createElement("div")
  box.className = "odv-sprite"
  box.hidden = true
  box.innerHTML = (await answer.text()).replace(/<\?xml[^>]*>/, "")
  // display none would take gradients and symbols away in some browsers; no size does not
  Object.assign(box.style, { position: "absolute", width: "0", height: "0", overflow: "hidden" })
  box.hidden = false
  root.prepend(box)
}
