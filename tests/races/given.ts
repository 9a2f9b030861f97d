import { randomUUID } from 'node:crypto'
import { verify } from '#contracts/domain/incident/commands/gate.ts'
import { setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import { report } from '#contracts/domain/incident/commands/report.ts'
import { dispatch } from '#contracts/domain/incident/commands/search.ts'
import { evolveIncident } from '#contracts/domain/incident/evolve.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Platform } from '#contracts/store/open.ts'
import { type Asking, op } from '../api/partner/city.ts'
import { AGENCY, aReport } from '../contracts/store/given.ts'

type Step = (state: Incident) => IncidentFactBody[]

/** The facts of several commands, one upon the other, to be written at once. */
const inOneWrite = (id: string, first: IncidentFactBody[], steps: readonly Step[], at: string) => {
  const birth = { id, agencyId: AGENCY }
  const fold = (state: Incident | null, facts: readonly IncidentFactBody[]) =>
    facts.reduce((before, fact) => evolveIncident(before, { ...fact, at, by: op().by }, birth), state)
  const facts = [...first]
  let state = fold(null, first)
  for (const step of steps) {
    if (state === null) throw new Error('the first fact gives no incident')
    const more = step(state)
    facts.push(...more)
    state = fold(state, more)
  }
  return facts
}

/** An incident that is asking for volunteers, born in one write: a race needs many of them. */
export const anIncident = async (
  { store, ids }: Pick<Platform, 'store' | 'ids'>,
  quantity = 1,
): Promise<Asking> => {
  const id = ids.next('inc')
  const needId = ids.next('nd')
  const need = { needId, task: 'pantau', vehicle: 'any', skill: null, quantity } as const
  const steps: Step[] = [
    (state) => verify(state, { note: null }),
    (state) => setNeeds(state, { needs: [need], standDown: [] }),
    dispatch,
  ]
  await store.ledger.change('incident', id, op(), (state, now) =>
    inOneWrite(id, report(state, aReport(id)), steps, now),
  )
  return { id, needId }
}

/** A volunteer who is active and on duty, in one write. Volunteers with one `person` are one natural person. */
export const aVolunteer = async (
  { store }: Pick<Platform, 'store'>,
  partnerId: string,
  { person = `person-${randomUUID()}`, ref = `driver-${randomUUID()}` } = {},
): Promise<Volunteer> => {
  const id = derivedId('vol', partnerId, ref)
  const { state } = await store.ledger.change('volunteer', id, op(), (): VolunteerFactBody[] => [
    {
      type: 'volunteer.registered',
      data: { partnerId, ref, personKey: person, vehicle: 'motorcycle', skills: [], channel: 'webhook' },
    },
    { type: 'volunteer.activated', data: {} },
    { type: 'volunteer.duty_changed', data: { duty: 'on', declaredArea: null } },
  ])
  return state
}
