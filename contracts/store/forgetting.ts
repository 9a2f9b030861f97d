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

/**
 * What is about to be kept of somebody who has left already, such as the words of a call for help: the eraser comes to him
 * again, once those who are to help have had time to read it. To be said before it is kept. Changes nobody else. @throws while MongoDB is away
 */
export const forgetAgain = async (
  { models }: Pick<Store, 'models'>,
  volunteerId: string,
  now: Instant,
): Promise<void> => {
  await models.volunteer.collection.updateOne(
    { _id: volunteerId as never, 'state.standing': 'withdrawn' },
    { $set: { toldAt: now, forgottenAt: null } as never },
  )
}

/**
 * Who has left and is not known to be forgotten wholly yet: whatever of it was interrupted is to be done again. Not who was
 * told of anew since `settledBefore`.
 */
export const notYetForgotten = async (
  { models }: Pick<Store, 'models'>,
  settledBefore: Instant,
): Promise<Volunteer[]> => {
  const found = await models.volunteer.collection
    .find({ 'state.standing': 'withdrawn', forgottenAt: null, toldAt: { $not: { $gte: settledBefore } } })
    .project<Pick<Filed<'volunteer'>, 'state'>>({ state: 1 })
    .limit(MOST_AT_ONCE)
    .toArray()
  return found.map(({ state }) => state)
}

/**
 * Erases all that is known of somebody who has left. That it is done is written last, and only of those who left, and were
 * told of for the last time, before `settledBefore`: until then, whoever read him before may still write about him. Safe to
 * do again.
 * @throws while MongoDB or Redis is away
 */
export const forgetWholly = async (
  { store, presence }: { store: Pick<Store, 'texts' | 'receipts' | 'models'>; presence: Presence },
  leaver: Volunteer,
  { now, settledBefore }: { now: Instant; settledBefore: Instant },
): Promise<void> => {
  await forgetWords(store, leaver)
  await presence.forget(leaver.agencyId, leaver.id)
  const isRecent = { $gte: settledBefore }
  await store.models.volunteer.collection.updateOne(
    { _id: leaver.id as never, 'state.changedAt': { $not: isRecent }, toldAt: { $not: isRecent } },
    { $set: { forgottenAt: now } as never },
  )
}
