import type { Models } from './models.ts'

/**
 * A run that ended without an answer (503, 500) leaves its receipt behind: the next sender need not wait until it
 * counts as dead. The digest stays, so that another body under the same id is still refused.
 */
export const createReceiptRelease =
  (models: Models) =>
  async (id: string): Promise<void> => {
    await models.receipts
      .updateOne({ _id: id, outcome: null }, { $set: { receivedAt: new Date(0).toISOString() } })
      .exec()
  }
export type ReceiptRelease = ReturnType<typeof createReceiptRelease>
