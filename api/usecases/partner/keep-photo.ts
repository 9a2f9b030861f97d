import { derivedId, digest } from '#contracts/runtime/ids.ts'
import type { EvidenceTaken } from '#contracts/wire/partner/events.ts'
import type { Context } from '../../context.ts'
import type { Sender } from './sender.ts'

/** Keeps an uploaded photo until an `evidence.added` refers to it; the same message again keeps the same one. @throws Trouble `invalid` */
export const keepPhoto = async (
  { photos, cleanPhoto }: Context,
  { partner, webhookId }: Sender,
  sent: Buffer,
): Promise<EvidenceTaken> => {
  const bytes = await cleanPhoto(sent)
  const id = derivedId('pho', partner.id, webhookId)
  await photos.keep({ id, agencyId: partner.agencyId, partnerId: partner.id, digest: digest(bytes), bytes })
  return { uploadId: id }
}
