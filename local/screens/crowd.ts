import type { Client } from '../scenario/client.ts'
import { planOf } from '../scenario/plan/plan.ts'
import { scenarios } from '../scenario/scenarios/all.ts'
import type { NeedRow } from '../scenario/words.ts'

/** How far an incident is carried before it is left to the platform. */
type Reach = 'reported' | 'verified' | 'planned' | 'asked' | 'controlled'

/** What comes first shows every state once; everything after it is asked for. */
const reaches: readonly Reach[] = ['reported', 'verified', 'planned', 'controlled', 'reported']

/** Nobody can fill this: twelve pickups with a diver each. The search comes to nothing. */
const beyondReach: NeedRow[] = [
  { task: 'evakuasi_ringan', vehicle: 'pickup', skill: 'evakuasi_air', quantity: 12 },
]

/** So many that people without a platform are asked too, by a task link. */
const everybody: NeedRow[] = [{ task: 'pantau', vehicle: 'any', quantity: 16 }]

const special: readonly NeedRow[][] = [beyondReach, everybody]

/** Files `count` incidents of a night like Seroja through the public API, in every state that an operator can bring about. */
export const fileIncidents = async (client: Client, count: number, seed = 7): Promise<string[]> => {
  const { kelurahan } = await client.call('reference', {})
  const calls = planOf(scenarios.seroja, kelurahan, seed).filter(
    ({ course }) => course.gate.kind === 'verify',
  )
  const ids: string[] = []
  for (const [place, { report, course }] of calls.slice(0, count).entries()) {
    const { incident } = await client.call('reportIncident', { body: report })
    const needs = special[place - reaches.length] ?? course.needs
    await carry(client, incident.id, needs, reaches[place] ?? 'asked')
    ids.push(incident.id)
  }
  return ids
}

const carry = async (client: Client, id: string, needs: NeedRow[], reach: Reach): Promise<void> => {
  const params = { id }
  if (reach === 'reported') return
  await client.call('verifyIncident', { params, body: {} })
  if (reach === 'verified') return
  await client.call('setNeeds', { params, body: { needs } })
  if (reach === 'planned') return
  await client.call('dispatchIncident', { params, body: {} })
  if (reach === 'controlled') await client.call('controlIncident', { params, body: {} })
}
