// Signals the end of a countdown by sound and vibration. The sound is synthesised: two soft tones,
// no file. Browsers allow sound only after a touch and many phones are muted, so the page must also
// show that the time is over.
import { useEffect, useRef } from "./vendor/htm-preact.js"
import { useTimeLeft } from "./clock.js"

const TONES = [[523.25, 0], [783.99, 0.42]] // Hz, and seconds after the start
const LONG = 2.6
const LOUD = 0.16
// a phone that was asleep at the end does not sound long after everybody has moved on
const TOO_LATE = 20000

let audio = null

/** Call this in a touch or key event: only then do browsers allow later sound. */
function wake() {
  try {
    audio ??= new (globalThis.AudioContext ?? globalThis.webkitAudioContext)()
    if (audio.state === "suspended") audio.resume()
  } catch {
    audio = null // no sound on this device: the page shows the end in words
  }
}

function tone(frequency, at) {
  const voice = audio.createOscillator()
  const loudness = audio.createGain()
  voice.type = "sine"
  voice.frequency.value = frequency
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(LOUD, at + 0.03)
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + LONG)
  voice.connect(loudness).connect(audio.destination)
  voice.start(at)
  voice.stop(at + LONG)
}

/** Sound and vibration, as far as this device has them and allows them. */
export function chime() {
  globalThis.navigator?.vibrate?.([220, 140, 220])
  if (!audio || audio.state !== "running") return
  for (const [frequency, wait] of TONES) tone(frequency, audio.currentTime + wait)
}

/** Makes the page ready to sound at the first touch. */
export function useSound() {
  useEffect(() => {
    document.addEventListener("pointerdown", wake, { passive: true })
    document.addEventListener("keydown", wake)
    return () => {
      document.removeEventListener("pointerdown", wake)
      document.removeEventListener("keydown", wake)
    }
  }, [])
}

/**
 * Milliseconds left, as `useTimeLeft`; `ring` is called once when a countdown that was running on
 * this page ends.
 */
export function useEnd(timer, now, ring) {
  const left = useTimeLeft(timer, now)
  const seen = useRef(null)
  const runs = left !== null && left > 0
  useEffect(() => {
    if (runs) seen.current = timer.ends_at ?? null
    if (left !== 0 || !timer.ends_at || seen.current !== timer.ends_at) return
    seen.current = null
    if (now() - timer.ends_at < TOO_LATE) ring()
  }, [left === 0, timer?.ends_at, runs])
  return left
}
