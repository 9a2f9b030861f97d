import { Refusal } from '#contracts/domain/refusal.ts'
import type { Context } from '../context.ts'

/** A photo that an incident of this agency refers to. @throws Refusal `not_found` */
export const photoOf = async (
  { photos }: Context,
  agencyId: string,
  id: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = await photos.read(agencyId, id)
  if (bytes === null) throw new Refusal('not_found', { what: 'photo' })
  return bytes
}
