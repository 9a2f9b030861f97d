import type { Context } from '../context.ts'
import type { LookersRoom, Onlooker } from './lookers.ts'
import type { LiveSocket } from './serve.ts'

/** One screen among those that look: it says which file it has open, as far as that is its agency's. */
export const onlooker = (
  { store, credentials }: Context,
  lookers: LookersRoom,
  socket: LiveSocket,
  isReady: () => boolean,
) => {
  const { agencyId, userId, role } = socket.data.guest.caller
  const me: Onlooker = {
    id: socket.id,
    agencyId,
    userId,
    role,
    displayName: '',
    incidentId: null,
    told: '',
    isReady,
    send: (message) => socket.volatile.emit('lookers', message),
  }
  let asked = 0
  lookers.add(me)

  return {
    /** An incident that is not of his agency is nobody's to look at. */
    look: async (incidentId: string | null): Promise<void> => {
      const mine = (asked += 1)
      const [doc, person] = await Promise.all([
        incidentId === null ? null : store.ledger.load('incident', incidentId),
        credentials.ofUser(userId),
      ])
      if (mine !== asked) return
      me.displayName = person?.displayName ?? ''
      lookers.turn(me, doc?.agencyId === agencyId ? doc._id : null)
    },
    leave: (): void => {
      asked += 1
      lookers.remove(me)
    },
  }
}
