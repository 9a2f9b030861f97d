import { mayBeFollowed } from '#contracts/domain/volunteer/followed.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Store } from '#contracts/store/store.ts'

type Followed = Pick<Volunteer, 'id' | 'personKey' | 'duty' | 'sosAt'>

/** Those of these volunteers whose positions are taken and shown: on duty, calling for help, or bound themselves. */
export const followedAmong = async (
  { claims }: Pick<Store, 'claims'>,
  volunteers: readonly Followed[],
): Promise<Set<string>> => {
  const unsure = volunteers.filter((volunteer) => !mayBeFollowed(volunteer, false))
  const bound = await claims.boundAmong(unsure.map(({ personKey }) => personKey))
  const isBound = ({ id, personKey }: Followed) => bound.get(personKey)?.volunteerId === id
  return new Set(volunteers.filter((one) => mayBeFollowed(one, isBound(one))).map(({ id }) => id))
}
