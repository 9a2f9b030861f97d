/** What the server keeps is no larger. */
const MOST_PX = 1600
const QUALITY = 0.85

/** The file is no picture that this browser can read. */
export class UnreadablePhoto extends Error {
  constructor(cause: unknown) {
    super('The file is no picture that can be read.', { cause })
    this.name = 'UnreadablePhoto'
  }
}

const drawn = async (picture: ImageBitmap): Promise<Blob | null> => {
  const scale = Math.min(1, MOST_PX / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) return null
  // A JPEG has no transparency.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
}

/**
 * A JPEG of at most 1,600 px: a photo of a phone is ten times larger than what is kept, and the line may be thin. What the
 * camera wrote beside the picture stays on this device. @throws UnreadablePhoto
 */
export const shrink = async (file: File): Promise<Uint8Array<ArrayBuffer>> => {
  const picture = await createImageBitmap(file).catch((error: unknown) => {
    throw new UnreadablePhoto(error)
  })
  const jpeg = await drawn(picture)
  picture.close()
  if (jpeg === null) throw new UnreadablePhoto(new Error('nothing was drawn'))
  return new Uint8Array(await jpeg.arrayBuffer())
}
