import mongoose from 'mongoose'
import { mayBeFollowed } from '#contracts/domain/volunteer/followed.ts'
import type { Filed } from './documents.ts'
import type { Store } from './store.ts'

/** Of these volunteers, those whose place is nobody's business: off duty, not bound themselves, not calling for help. */
export const unfollowedAmong = async (
  { models, claims }: Pick<Store, 'models' | 'claims'>,
  volunteerIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (volunteerIds.length === 0) return new Set()
  const off = await models.volunteer
    .find({ _id: mongoose.trusted({ $in: [...volunteerIds] }), 'state.duty': 'off' })
    .select({ 'state.personKey': 1, 'state.duty': 1, 'state.sosAt': 1 })
    .lean<Pick<Filed<'volunteer'>, '_id' | 'state'>[]>()
    .exec()
  const bound = await claims.boundAmong(off.map(({ state }) => state.personKey))
  const isBound = ({ _id, state }: (typeof off)[number]) => bound.get(state.personKey)?.volunteerId === _id
  return new Set(off.filter((one) => !mayBeFollowed(one.state, isBound(one))).map(({ _id }) => _id))
}
