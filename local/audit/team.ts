import type { IncidentFold } from './incident.ts'
import type { People } from './people.ts'
import type { Accuse, FactRow } from './shapes.ts'

const steps = ['accepted', 'en_route', 'on_scene', 'working', 'completed']
const exits = new Set([
  'assignment.released',
  'assignment.failed',
  'assignment.stood_down',
  'assignment.reassigned',
])
const holdsSlot = (state: string): boolean => steps.includes(state)
const isOver = (state: string): boolean => state === 'completed' || !steps.includes(state)

/** Offers and tasks of one incident, in the order of the ledger: who was bound, and whether he might be. */
export const changeTeam = (
  incident: IncidentFold,
  fact: FactRow,
  people: People,
  accuse: Accuse,
): boolean => {
  const { type, data } = fact
  const offerId = String(data['offerId'])
  const volunteerId = String(data['volunteerId'])
  const needId = String(data['needId'])
  const open = incident.offers.get(offerId)

  if (type === 'offer.created') {
    people.bind(volunteerId, offerId, fact)
    incident.offers.set(offerId, { needId, volunteerId, slot: data['slot'], expiresAt: data['expiresAt'] })
    return true
  }
  if (type === 'offer.declined' || type === 'offer.expired' || type === 'offer.withdrawn') {
    if (open === undefined)
      accuse({ law: 'I6', subject: fact._id, what: `${offerId} ended and was not open` })
    incident.offers.delete(offerId)
    people.release(volunteerId, offerId, fact)
    return true
  }
  if (type === 'offer.accepted') {
    if (open?.volunteerId !== volunteerId)
      accuse({ law: 'I6', subject: fact._id, what: `${offerId} was accepted and was not open for him` })
    incident.offers.delete(offerId)
    const slot = Number(data['slot'])
    for (const [id, task] of incident.tasks)
      if (task.needId === needId && task.slot === slot && holdsSlot(task.state))
        accuse({ law: 'I2', subject: fact._id, what: `slot ${needId}/${slot} is held by ${id} already` })
    incident.tasks.set(String(data['assignmentId']), {
      needId,
      slot,
      volunteerId,
      offerId,
      state: 'accepted',
    })
    return true
  }
  return changeTask(incident, fact, people, accuse)
}

const changeTask = ({ tasks }: IncidentFold, fact: FactRow, people: People, accuse: Accuse): boolean => {
  const { type, data } = fact
  const isExit = exits.has(type)
  if (!isExit && type !== 'assignment.progressed') return false
  const id = String(data['assignmentId'])
  const task = tasks.get(id)
  if (task === undefined) {
    accuse({ law: 'I4', subject: fact._id, what: `${id} is a task that nobody accepted` })
    return true
  }
  const to = isExit ? type.slice('assignment.'.length) : String(data['state'])
  if (isOver(task.state))
    accuse({ law: 'I4', subject: fact._id, what: `${id} was ${task.state} and became ${to}` })
  else if (!isExit && steps.indexOf(to) <= steps.indexOf(task.state))
    accuse({ law: 'I4', subject: fact._id, what: `${id} went back from ${task.state} to ${to}` })
  task.state = to
  if (isOver(to)) people.release(task.volunteerId, task.offerId, fact)
  return true
}
