import { derivedId, digest } from '#contracts/runtime/ids.ts'
import type { Context } from '../../context.ts'

/** Whose photo it is, and the message that brought it. */
export interface PhotoSender {
  partner: { id: string; agencyId: string }
  webhookId: string
}

/** Keeps an uploaded photo until evidence refers to it; the same message again keeps the same one. @throws Trouble `invalid` */
export const keepPhoto = async (
  { photos, cleanPhoto }: Context,
  { partner, webhookId }: PhotoSender,
  sent: Buffer,
): Promise<{ uploadId: string }> => {
  const bytes = await cleanPhoto(sent)
  const id = derivedId('pho', partner.id, webhookId)
  await photos.keep({ id, agencyId: partner.agencyId, partnerId: partner.id, digest: digest(bytes), bytes })
  return { uploadId: id }
}
