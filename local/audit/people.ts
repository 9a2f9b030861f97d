import type { Accuse, FactRow } from './shapes.ts'

/** What the audit keeps of a volunteer. */
export interface VolunteerFold {
  personKey: string
  duty: string
  standing: string
  /** Since when he calls for help on no task. */
  sosAt: string | null
}

const standings: Record<string, string> = {
  'volunteer.activated': 'active',
  'volunteer.reinstated': 'active',
  'volunteer.suspended': 'suspended',
  'volunteer.withdrawn': 'withdrawn',
}

/** Volunteers, and which natural person is bound to which offer at this place of the ledger. */
export const createPeople = (accuse: Accuse) => {
  const volunteers = new Map<string, VolunteerFold>()
  const bound = new Map<string, string>()
  let asked = 0
  const personOf = (volunteerId: string): string => volunteers.get(volunteerId)?.personKey ?? volunteerId

  return {
    volunteers,
    bound: (): ReadonlyMap<string, string> => bound,
    /** How many offers there were. */
    asked: (): number => asked,

    change: ({ entityId, type, data, at }: FactRow): void => {
      if (type === 'volunteer.registered') {
        const personKey = String(data['personKey'])
        volunteers.set(entityId, { personKey, duty: 'off', standing: 'pending', sosAt: null })
        return
      }
      const present = volunteers.get(entityId)
      if (present === undefined) return
      const { personKey, duty } = data
      if (type === 'volunteer.updated' && typeof personKey === 'string') present.personKey = personKey
      if (type === 'volunteer.duty_changed') present.duty = String(duty)
      if (type === 'volunteer.sos') present.sosAt = at
      if (type === 'volunteer.sos_acknowledged') present.sosAt = null
      const standing = standings[type]
      if (standing === undefined) return
      present.standing = standing
      if (standing !== 'active') present.duty = 'off'
    },

    bind: (volunteerId: string, offerId: string, fact: FactRow): void => {
      asked += 1
      const person = personOf(volunteerId)
      const other = bound.get(person)
      if (other !== undefined)
        accuse({
          law: 'I3',
          subject: fact._id,
          what: `${volunteerId} was asked by ${offerId} while bound to ${other}`,
        })
      bound.set(person, offerId)
    },

    release: (volunteerId: string, offerId: string, fact: FactRow): void => {
      const person = personOf(volunteerId)
      if (bound.get(person) === offerId) bound.delete(person)
      else
        accuse({
          law: 'I3',
          subject: fact._id,
          what: `${volunteerId} was released from ${offerId} and not bound to it`,
        })
    },
  }
}
export type People = ReturnType<typeof createPeople>
