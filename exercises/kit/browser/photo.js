// Uploads a photo: scaled down on the phone, sent with progress, and kept until the server has it,
// also across a reload or a loss of Wi-Fi. The server scales it again and refuses, with a sentence,
// a file that is no photo.
import { useEffect, useRef, useState } from "./vendor/htm-preact.js"
import { _ } from "./i18n.js"
import { SMALL_ENOUGH, smaller } from "./shrink.js"

/** @typedef {{status: string, progress?: number, reason?: string, preview?: any}} PhotoState */

const MOST = 25000000
const PATIENCE = 60000
const WAITS = [1500, 3000, 6000, 10000]

/** The address of a picture. A screen adds the key that is in its own address. */
export function pictureUrl(id) {
  const key = new URLSearchParams(globalThis.location?.search ?? "").get("s")
  return `/beeld/${encodeURIComponent(id)}${key ? `?s=${encodeURIComponent(key)}` : ""}`
}

/**
 * {status, progress, reason, preview, choose(file), again, forget}: `status` is idle, shrinking,
 * sending, waiting or refused; `progress` from 0 to 1. `arrived` is called with {id, width, height}
 * once the laptop has it.
 */
export function usePhoto({ activity, name, api, arrived }) {
  const [state, set] = useState(/** @type {PhotoState} */ ({ status: "idle" }))
  const own = useRef({ blob: null, tries: 0, timer: null, request: null, alive: true }).current
  const place = `photo:${name}`
  const latest = useRef(arrived)
  latest.current = arrived

  const done = () => {
    clearTimeout(own.timer)
    own.blob = null
    own.tries = 0
    api.keep(place, "")
  }
  const refuse = (reason) => {
    done()
    set({ status: "refused", reason })
  }
  const later = () => {
    if (!own.alive) return
    set((old) => ({ ...old, status: "waiting" }))
    own.timer = setTimeout(send, WAITS[Math.min(own.tries++, WAITS.length - 1)])
  }
  const send = () => {
    clearTimeout(own.timer)
    if (!own.blob || !own.alive) return
    own.request?.abort()
    const request = (own.request = new XMLHttpRequest())
    request.open("POST", `/beeld/${encodeURIComponent(activity)}`)
    request.timeout = PATIENCE
    request.upload.onprogress = (event) =>
      event.lengthComputable &&
      set((old) => ({ ...old, status: "sending", progress: event.loaded / event.total }))
    request.onerror = request.ontimeout = later
    request.onload = () => {
      const answer = parsed(request.responseText)
      if (request.status === 200 && answer?.id) {
        done()
        set({ status: "idle" })
        latest.current(answer)
      } else if (answer?.refused) refuse(answer.refused)
      else later()
    }
    set((old) => ({ ...old, status: "sending", progress: 0 }))
    request.send(own.blob)
  }
  const choose = async (file) => {
    if (!file) return
    done()
    set({ status: "shrinking", progress: 0, preview: null })
    const blob = await smaller(file)
    if (blob.size > MOST) {
      return refuse(_("Deze foto is te groot. Neem een gewone foto met je gsm."))
    }
    own.blob = blob
    const address = blob.size <= 2 * SMALL_ENOUGH ? await asAddress(blob) : null
    if (address) api.keep(place, address)
    set({ status: "sending", progress: 0, preview: blob === file ? null : address })
    send()
  }

  useEffect(() => {
    own.alive = true
    const kept = api.draft(place)
    if (kept.startsWith("data:image/")) {
      own.blob = blobOf(kept)
      if (own.blob) {
        set({ status: "sending", progress: 0, preview: kept })
        send()
      } else api.keep(place, "")
    }
    const back = () => own.blob && own.timer && send()
    addEventListener("online", back)
    return () => {
      own.alive = false
      clearTimeout(own.timer)
      own.request?.abort()
      removeEventListener("online", back)
    }
  }, [])

  return {
    ...state,
    choose,
    again: send,
    forget: () => {
      own.request?.abort()
      done()
      set({ status: "idle" })
    },
  }
}

const asAddress = (blob) =>
  new Promise((ready) => {
    const reader = new FileReader()
    reader.onload = () => ready(String(reader.result))
    reader.onerror = () => ready(null)
    reader.readAsDataURL(blob)
  })

/**
 * Decodes a data: address by hand, since the page's security policy forbids fetching one.
 */
function blobOf(address) {
  try {
    const [head, body] = address.split(",")
    const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))
    return new Blob([bytes], { type: head.slice("data:".length).split(";")[0] })
  } catch {
    return null
  }
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
