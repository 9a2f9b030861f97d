import { derivedId, digest } from '#contracts/runtime/ids.ts'
import type { Context } from '../../context.ts'

/** Whose photo it is, and the message that brought it. */
export interface PhotoSender {
  partner: { id: string; agencyId: string }
  webhookId: string
}

export const uploadIdOf = ({ partner, webhookId }: PhotoSender): string =>
  derivedId('pho', partner.id, webhookId)

/** Keeps an uploaded photo until evidence refers to it; the same message again keeps the same one. @throws Trouble `invalid` */
export const keepPhoto = async (
  { photos, cleanPhoto }: Context,
  sender: PhotoSender,
  sent: Buffer,
): Promise<{ uploadId: string }> => {
  const { partner } = sender
  const bytes = await cleanPhoto(sent)
  const id = uploadIdOf(sender)
  await photos.keep({ id, agencyId: partner.agencyId, partnerId: partner.id, digest: digest(bytes), bytes })
  return { uploadId: id }
}
