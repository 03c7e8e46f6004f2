// Scales a photo down on the phone, before it is sent or kept.
const LONGEST = 1600
const QUALITY = 0.84
export const SMALL_ENOUGH = 300000

/**
 * Scales down an image that the browser can decode. Another file is sent unchanged, and the server
 * answers what is wrong with it.
 */
export async function smaller(file) {
  try {
    const image = await read(file)
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height))
    if (scale === 1 && file.size <= SMALL_ENOUGH && file.type === "image/jpeg") return file
    const canvas = document.createElement("canvas")
    canvas.width = Math.max(1, Math.round(image.width * scale))
    canvas.height = Math.max(1, Math.round(image.height * scale))
    const pen = canvas.getContext("2d")
    if (!pen) return file
    pen.fillStyle = "#FFFDF8"
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    if ("close" in image) image.close()
    return (await new Promise((ready) => canvas.toBlob(ready, "image/jpeg", QUALITY))) ?? file
  } catch {
    return file
  }
}

async function read(file) {
  if ("createImageBitmap" in globalThis) {
    try {
      return await createImageBitmap(file, { imageOrientation: "from-image" })
    } catch {
      // an older phone reads some kinds only through an <img>
    }
  }
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}
