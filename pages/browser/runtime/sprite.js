// The shared drawings (exercises/kit/look/signs.svg): a <use> finds its symbol only within the same
// document.
const AGAIN = 2000

/**
 * Brings the drawings into the page; tries again until they are there.
 * @param {string} address
 */
export async function insertSprite(address) {
  const text = await read(address)
  const box = document.createElement("div")
  box.className = "odv-sprite"
  box.innerHTML = text.replace(/<\?xml[^>]*>/, "") // our own file, nobody's text
  document.body.prepend(box)
}

/**
 * @param {string} address
 * @returns {Promise<string>}
 */
async function read(address) {
  try {
    const answer = await fetch(address)
    if (answer.ok) return await answer.text()
  } catch {
    // the network failed: try again below
  }
  await new Promise((done) => setTimeout(done, AGAIN))
  return read(address)
}
