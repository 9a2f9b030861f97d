import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody, IncidentFactOf } from '../facts.ts'
import type { Incident } from '../state.ts'
import { MAX_STAFF_PHOTOS } from '../words.ts'

/** Staff add a photo, also after the end: knowledge comes late. The same photo again is no fact. @throws Refusal `too_many_photos` */
export const addPhoto = (
  { photos = [] }: Incident,
  input: IncidentFactOf<'photo.added'>['data'],
): IncidentFactBody[] => {
  if (photos.some(({ photoId }) => photoId === input.photoId)) return []
  if (photos.filter(({ by }) => by !== undefined).length >= MAX_STAFF_PHOTOS)
    throw new Refusal('too_many_photos', { limit: MAX_STAFF_PHOTOS })
  return [{ type: 'photo.added', data: input }]
}
