import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import mongoose, { type Connection } from 'mongoose'

/**
 * A JPEG that we made ourselves of what was sent; `partnerId`: whose upload it is, null: of staff; `entityId`: the incident
 * that refers to it, null until one does.
 */
interface PhotoMeta {
  agencyId: string
  partnerId: string | null
  entityId: string | null
  digest: string
}

export interface KeptPhoto extends Omit<PhotoMeta, 'entityId'> {
  id: string
  bytes: Uint8Array
}

const BUCKET = 'photos'

/**
 * Photos lie beside the facts in GridFS, like texts: facts know their id and digest. The id is the file name, so that a
 * write that was cut off leaves nothing in the way of its repeat.
 */
export const createPhotos = (connection: Connection) => {
  const database = () => {
    if (connection.db === undefined) throw new Error('the connection to MongoDB is not open')
    return connection.db
  }
  const bucket = () => new mongoose.mongo.GridFSBucket(database(), { bucketName: BUCKET })
  const files = () =>
    database().collection<{ filename: string; uploadDate: Date; metadata: PhotoMeta }>(`${BUCKET}.files`)

  return {
    /** Keeps a photo, once: the same id again is the same photo. */
    keep: async ({ id, bytes, ...meta }: KeptPhoto): Promise<void> => {
      if ((await files().findOne({ filename: id })) !== null) return
      const metadata: PhotoMeta = { ...meta, entityId: null }
      await pipeline(Readable.from([bytes]), bucket().openUploadStream(id, { metadata }))
    },

    /** Files an upload of this partner, or of staff, under an entity, before the fact that refers to it. Its digest; null when there is none, or it belongs elsewhere. */
    file: async (id: string, partnerId: string | null, entityId: string): Promise<string | null> => {
      const mine = { filename: id, 'metadata.partnerId': partnerId }
      await files().updateMany(
        { ...mine, 'metadata.entityId': null },
        { $set: { 'metadata.entityId': entityId } },
      )
      const photo = await files().findOne({ ...mine, 'metadata.entityId': entityId })
      return photo?.metadata.digest ?? null
    },

    /** The JPEG; null for one that no entity of this agency refers to. */
    read: async (agencyId: string, id: string): Promise<Uint8Array<ArrayBuffer> | null> => {
      const photo = await files().findOne({ filename: id, 'metadata.agencyId': agencyId })
      if (photo === null || photo.metadata.entityId === null) return null
      return buffer(bucket().openDownloadStream(photo._id))
    },

    /** Erases uploads from before a moment that nothing refers to. Returns how many. */
    eraseUnused: async (before: Date): Promise<number> => {
      const unused = await files()
        .find({ 'metadata.entityId': null, uploadDate: { $lt: before } })
        .toArray()
      for (const { _id } of unused) await bucket().delete(_id)
      return unused.length
    },
  }
}
export type Photos = ReturnType<typeof createPhotos>
