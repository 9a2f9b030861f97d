import sharp from 'sharp'
import { createGate } from '#contracts/runtime/gate.ts'
import { invalid } from '../../trouble.ts'

const MOST_PX = 1600
/** Larger than a phone takes; a small file that unfolds to more than this is a trap. */
const MOST_INPUT_PX = 64_000_000
const MOST_S = 5
const QUALITY = 80
/** Each costs a core and up to some hundred megabytes while it lasts. */
const AT_ONCE = 2

const beginnings = [Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1')]

/** By its first bytes: no other decoder is ever asked, whatever the content type says. */
const isPicture = (bytes: Buffer): boolean =>
  beginnings.some((beginning) => bytes.subarray(0, beginning.length).equals(beginning))

/** The picture, drawn anew: upright, no larger than needed, without anything that the camera wrote beside it. */
const redraw = (bytes: Buffer): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: MOST_INPUT_PX, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: MOST_PX, height: MOST_PX, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY })
    .timeout({ seconds: MOST_S })
    .toBuffer()

export type CleanPhoto = (bytes: Buffer) => Promise<Buffer>

/**
 * Makes a JPEG of our own of what a stranger sent: at most 1,600 px, no metadata (a photo tells where it was taken).
 * @throws Trouble `invalid` for anything that is no whole JPEG or PNG, or unfolds beyond 64 megapixels
 */
export const createCleanPhoto = (): CleanPhoto => {
  const gate = createGate(AT_ONCE)
  return async (bytes) => {
    if (!isPicture(bytes)) throw invalid('body', 'no JPEG or PNG')
    try {
      return await gate(() => redraw(bytes))
    } catch (error) {
      // Out of time says something about us too: no definite answer.
      if (error instanceof Error && error.message.startsWith('timeout')) throw error
      throw invalid('body', 'no whole picture of at most 64 megapixels')
    }
  }
}
