// The address of a photo of a notebook that is shown in an exercise. A screen adds the key that
// is in its own address.
export function photoUrl(activity, id) {
  const key = new URLSearchParams(globalThis.location?.search ?? "").get("s")
  const path = `/beeld/${encodeURIComponent(activity)}/${encodeURIComponent(id)}`
  return key ? `${path}?s=${encodeURIComponent(key)}` : path
}
