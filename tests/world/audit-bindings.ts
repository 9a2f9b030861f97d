import { groupBy } from './group-by.ts'
import type { Connection } from 'mongoose'
import type { Incident } from '#contracts/domain/incident/state.ts'

const active = new Set(['accepted', 'en_route', 'on_scene', 'working'])

/** I2 and I3: one volunteer per slot, one thing per natural person, and every live thing is claimed. */
export const bindingFaults = async (connection: Connection): Promise<string[]> => {
  const volunteers = await connection.collection('volunteers').find({}).toArray()
  const personOf = new Map(volunteers.map((doc) => [String(doc._id), String(doc['state'].personKey)]))
  const claims = await connection.collection('claims').find({}).toArray()
  const claimed = new Map(claims.map((claim) => [String(claim._id), String(claim['offerId'])]))
  const faults: string[] = []
  const bound = new Map<string, string>()
  for (const doc of await connection.collection('incidents').find({}).toArray()) {
    const state = doc['state'] as Incident
    const team = state.assignments.filter((a) => active.has(a.state))
    const holders = state.assignments.filter((a) => active.has(a.state) || a.state === 'completed')
    for (const [slot, there] of groupBy(holders, (a) => `${a.needId}/${a.slot}`))
      if (there.length > 1) faults.push(`${state.number}: slot ${slot} is held by ${there.length}`)
    const live = [
      ...state.offers.map(({ id, volunteerId }) => ({ offerId: id, volunteerId })),
      ...team.map(({ offerId, volunteerId }) => ({ offerId, volunteerId })),
    ]
    for (const { offerId, volunteerId } of live) {
      const person = personOf.get(volunteerId) ?? volunteerId
      if (bound.has(person)) faults.push(`${volunteerId} is bound to ${offerId} and to ${bound.get(person)}`)
      bound.set(person, offerId)
      if (claimed.get(person) !== offerId) faults.push(`${offerId} is live without a claim`)
    }
  }
  const live = new Set(bound.values())
  for (const claim of claims)
    if (!live.has(String(claim['offerId'])))
      faults.push(`claim for ${String(claim['offerId'])}, which is not live`)
  return faults
}
