import { createHmac } from 'node:crypto'
import sharp from 'sharp'
import type { PartnerSide } from './city.ts'
import { anEventId, read, type Reply } from './platform-of.ts'

/** A photo as a phone makes it: it tells where, when and with what it was taken, and it lies on its side. */
export const phonePhoto = (
  { width, height }: { width: number; height: number } = { width: 400, height: 300 },
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#3b6ea5' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Contoh', Model: 'Ponsel 7' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '10/1 9/1 49/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '123/1 37/1 44/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>Rumah Maria Bria</rdf></x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .toBuffer()

export const aPng = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } } })
    .png({ compressionLevel: 9 })
    .toBuffer()

/** The signature is over the bytes as they are; the public library takes text only, so this is by hand. */
const signedBytes = ({ ref, secret }: PartnerSide, id: string, bytes: Uint8Array): Record<string, string> => {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(bytes).digest('base64')
  return {
    'x-partner-ref': ref,
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${mac}`,
  }
}

/** Uploads bytes as a partner's server does. */
export const uploader =
  (url: string, partner: PartnerSide) =>
  async (bytes: Uint8Array<ArrayBuffer>, { id = anEventId(), type = 'image/jpeg' } = {}): Promise<Reply> =>
    read(
      await fetch(`${url}/partner/v1/evidence`, {
        method: 'POST',
        headers: { ...signedBytes(partner, id, bytes), 'content-type': type },
        body: bytes,
      }),
    )
