import { addPhoto as decide } from '#contracts/domain/incident/commands/photo.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { derivedId, digest } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'

/**
 * A photo that staff add to an incident, cleaned and kept as those of volunteers are; also after the end. The same operation
 * again is the same photo.
 * @throws Trouble `invalid` for no picture; Refusal `not_found`, `too_many_photos`; NotSaved
 */
export const addPhoto = async (
  { store, photos, cleanPhoto }: Context,
  op: Op,
  id: string,
  sent: Uint8Array,
): Promise<Changed> => {
  const photoId = derivedId('pho', id, op.opId)
  const doc = await store.ledger.load('incident', id)
  if (doc === null || doc.agencyId !== op.agencyId) throw new Refusal('not_found')
  // Before the costly part: a file that takes no more photos must not keep the bytes of one.
  decide(doc.state, { photoId, digest: '' })
  const bytes = await cleanPhoto(Buffer.from(sent))
  const kept = { photoId, digest: digest(bytes) }
  await photos.keep({ id: photoId, agencyId: op.agencyId, partnerId: null, digest: kept.digest, bytes })
  await photos.file(photoId, null, id)
  await store.incidents.change(id, op, (state) => decide(state, kept))
  return { kind: 'incident', id }
}
