import { changeCalls, changeNeed, type IncidentFold, moveIncident, newIncident } from './incident.ts'
import type { Kind } from './dump.ts'
import { createOffice } from './office.ts'
import { createPeople, type VolunteerFold } from './people.ts'
import type { Accuse, FactRow } from './shapes.ts'
import { changeTeam } from './team.ts'

/** A shift is open or handed over, and its log only grows. */
interface ShiftFold {
  handedOver: boolean
  entries: number
}

const changeShift = (shifts: Map<string, ShiftFold>, { entityId, type }: FactRow): void => {
  const present = shifts.get(entityId)
  if (type === 'shift.started') shifts.set(entityId, { handedOver: false, entries: 0 })
  else if (present && type === 'shift.logged') present.entries += 1
  else if (present && type === 'shift.handed_over') present.handedOver = true
}

interface UserFold {
  role: string
  /** Whose partner he is; null: of the agency. */
  partnerId: unknown
  status: string
}

const changeUser = (users: Map<string, UserFold>, { entityId, type, data }: FactRow): void => {
  const present = users.get(entityId)
  const { role, partnerId = null } = data
  if (type === 'user.created') users.set(entityId, { role: String(role), partnerId, status: 'enabled' })
  else if (present && type === 'user.role_changed') present.role = String(role)
  else if (present && type === 'user.disabled') present.status = 'disabled'
  else if (present && type === 'user.enabled') present.status = 'enabled'
}

/**
 * Facts of one document come in the order of their versions, one by one, and within a version in the order of their index. Only
 * an incident may skip versions: whoever frees a claim raises the version so that no older write succeeds, and that is no fact.
 */
const createOrder = (accuse: Accuse) => {
  const last = new Map<string, { version: number; index: number }>()
  return ({ _id, entityId, kind, version, index }: FactRow): void => {
    const before = last.get(entityId) ?? { version: 0, index: -1 }
    const isNext = kind === 'incident' ? version > before.version : version === before.version + 1
    const follows = version === before.version ? index === before.index + 1 : isNext && index === 0
    if (!follows)
      accuse({
        law: 'I7',
        subject: _id,
        what: `${version}.${index} comes after ${before.version}.${before.index}`,
      })
    last.set(entityId, { version, index })
  }
}

/** Plays a ledger from its first fact on, and accuses whatever breaks a law on the way. */
export const createReplay = (accuse: Accuse) => {
  const incidents = new Map<string, IncidentFold>()
  const users = new Map<string, UserFold>()
  const shifts = new Map<string, ShiftFold>()
  const people = createPeople(accuse)
  const office = createOffice()
  const inOrder = createOrder(accuse)

  const changeIncident = (fact: FactRow): void => {
    const present = incidents.get(fact.entityId)
    if (fact.type === 'incident.reported') incidents.set(fact.entityId, newIncident(fact))
    else if (present === undefined)
      accuse({ law: 'I4', subject: fact._id, what: `${fact.type} of an incident that nobody reported` })
    else if (
      !moveIncident(present, fact, accuse) &&
      !changeNeed(present, fact) &&
      !changeCalls(present, fact)
    )
      changeTeam(present, fact, people, accuse)
  }

  return {
    people,
    incidents: incidents as ReadonlyMap<string, IncidentFold>,
    step: (fact: FactRow): void => {
      inOrder(fact)
      if (fact.kind === 'incident') changeIncident(fact)
      if (fact.kind === 'volunteer') people.change(fact)
      if (fact.kind === 'user') changeUser(users, fact)
      if (fact.kind === 'shift') changeShift(shifts, fact)
      office.change(fact)
    },
    /** What the facts say so far of one document; null: nothing. */
    pictureOf: (kind: Kind, id: string): unknown => {
      if (kind === 'incident') return pictureOfFold(incidents.get(id))
      if (kind === 'volunteer') return copyOf(people.volunteers.get(id))
      if (kind === 'shift') return copyOf(shifts.get(id))
      return kind === 'user' ? copyOf(users.get(id)) : office.pictureOf(id)
    },
  }
}
export type Replay = ReturnType<typeof createReplay>

const copyOf = (fold: VolunteerFold | UserFold | ShiftFold | undefined) =>
  fold === undefined ? null : { ...fold }

const pictureOfFold = (fold: IncidentFold | undefined) =>
  fold === undefined
    ? null
    : {
        status: fold.status,
        number: fold.number,
        drill: fold.drill,
        severity: fold.severity,
        hazard: fold.hazard,
        place: fold.place,
        descriptionId: fold.descriptionId,
        needs: [...fold.needs].map(([id, need]) => ({ id, ...need })),
        offers: [...fold.offers].map(([id, offer]) => ({ id, ...offer })),
        calls: [...fold.calls].sort(),
        team: [...fold.tasks].map(([id, task]) => ({ id, ...task })),
      }
