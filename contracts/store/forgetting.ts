import type { Instant } from '#contracts/domain/instant.ts'
import { refOf, type Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Filed } from './documents.ts'
import type { Presence } from './presence.ts'
import type { Store } from './store.ts'

const MOST_AT_ONCE = 500

type Leaver = Pick<Volunteer, 'id' | 'partnerId' | 'ref' | 'formerRef' | 'changedAt'>

/** Who he was, what was written about him, and what his platform said of him. Safe to do again. @throws while MongoDB is away */
export const forgetWords = async (
  { texts, receipts }: Pick<Store, 'texts' | 'receipts'>,
  leaver: Leaver,
): Promise<void> => {
  await texts.forget([leaver.id])
  await receipts.eraseBodiesAbout(leaver.partnerId, refOf(leaver), leaver.changedAt)
}

/** Who has left and is not known to be forgotten wholly yet: whatever of it was interrupted is to be done again. */
export const notYetForgotten = async ({ models }: Pick<Store, 'models'>): Promise<Volunteer[]> => {
  const found = await models.volunteer.collection
    .find({ 'state.standing': 'withdrawn', forgottenAt: null })
    .project<Pick<Filed<'volunteer'>, 'state'>>({ state: 1 })
    .limit(MOST_AT_ONCE)
    .toArray()
  return found.map(({ state }) => state)
}

/**
 * Erases all that is known of somebody who has left. That it is done is written last, and only of those who left before
 * `settledBefore`: until then, whoever read him before may still write about him. Safe to do again.
 * @throws while MongoDB or Redis is away
 */
export const forgetWholly = async (
  { store, presence }: { store: Pick<Store, 'texts' | 'receipts' | 'models'>; presence: Presence },
  leaver: Volunteer,
  { now, settledBefore }: { now: Instant; settledBefore: Instant },
): Promise<void> => {
  await forgetWords(store, leaver)
  await presence.forget(leaver.agencyId, leaver.id)
  if (leaver.changedAt >= settledBefore) return
  await store.models.volunteer.collection.updateOne(
    { _id: leaver.id as never },
    { $set: { forgottenAt: now } as never },
  )
}
