// The thirty drawn cards, and how a picture of a sheet is drawn: a card or a photo, always with its
// words.
import { html, useEffect, useState } from "../../browser/vendor/htm-preact.js"
import { _ } from "../../browser/i18n.js"
import { pictureUrl } from "../../browser/photo.js"

const address = (file) => new URL(`../${file}`, import.meta.url).href
let known = null

/** The cards, [] until they are here, or where they are not wanted. */
export function useCards(asked = true) {
  const [cards, set] = useState(known ?? [])
  useEffect(() => {
    if (known || !asked) return
    let wanted = true
    const fetchThem = () =>
      fetch(address("cards.json")).then((answer) => answer.json()).then((list) => {
        known = list
        if (wanted) set(list)
      }, () => wanted && setTimeout(fetchThem, 2000))
    fetchThem()
    return () => {
      wanted = false
    }
  }, [])
  return cards
}

export const CardPicture = ({ file, alt, lazy = true }) =>
  html`
    <img class="card-picture" src=${address(file)} alt=${alt} width="600" height="420"
      loading=${lazy ? "lazy" : "eager"} decoding="async" />
  `

/** The picture of a sheet. A photo that does not come is asked for again, and says so meanwhile. */
export function SheetPicture({ picture, preview }) {
  if (preview) return html`<img class="photo" src=${preview} alt=${_("De foto die je nam")} />`
  if (!picture) return null
  if (picture.file) {
    return html`<${CardPicture} file=${picture.file} alt=${picture.alt} lazy=${false} />`
  }
  return html`<${Photo} key=${picture.photo} picture=${picture} />`
}

function Photo({ picture }) {
  const [tries, again] = useState(0)
  const [failed, fail] = useState(false)
  const broken = () => {
    fail(true)
    if (tries < 8) {
      setTimeout(() => {
        fail(false)
        again(tries + 1)
      }, 1500 * (tries + 1))
    }
  }
  if (failed) return html`<span class="photo-gone">${_("De foto komt zo.")}</span>`
  const url = pictureUrl(picture.photo)
  const src = tries ? `${url}${url.includes("?") ? "&" : "?"}again=${tries}` : url
  return html`<img class="photo" src=${src} alt=${picture.alt} onError=${broken} />`
}
