import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Context } from '../../context.ts'
import { serviceRecord } from '../../queries/service-record.ts'

/** Everything that is kept about a volunteer, for himself to take along. */
export const ownData = async (context: Context, me: Volunteer) => {
  const { store } = context
  const [persons, facts, record] = await Promise.all([
    store.texts.persons([me.id]),
    store.cursors.of(me.id),
    serviceRecord(context, me),
  ])
  const { displayName = null, phone = null, plate = null } = persons.get(me.id) ?? {}
  const { personKey: _, ...known } = me
  return {
    person: { displayName, phone, plate },
    volunteer: known,
    record,
    history: facts.map(({ type, at, by }) => ({ type, at, by: by.kind })),
  }
}
