import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Store } from '#contracts/store/store.ts'

/**
 * Another phone is another natural person: while that is written neither of the two may be bound. `key`: the person that
 * the volunteer becomes, or undefined when nobody spoke of his phone. `work` can ask whether one of them is bound; also
 * when somebody else has just changed the phone, for then it is not the present person who is held.
 */
export const whilePersonFree = <T>(
  store: Store,
  before: Volunteer,
  key: string | undefined,
  work: (isBound: (present: Volunteer) => boolean) => Promise<T>,
): Promise<T> => {
  const { id: volunteerId, agencyId, personKey } = before
  const personKeys = key === undefined || key === personKey ? [] : [personKey, key]
  return store.whileHeld({ agencyId, volunteerId, personKeys }, (isBound) =>
    work((present) => isBound || (key !== undefined && present.personKey !== personKey)),
  )
}
