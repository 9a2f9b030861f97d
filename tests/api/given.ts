import { openWave } from '#contracts/domain/incident/commands/wave.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import type { RouteName } from '#contracts/wire/routes/all.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { AGENCY, BY, type ApiWorld } from './api-world.ts'
import { givenVolunteers } from './given-volunteers.ts'

export const OEBUFU = { lat: -10.1689, lng: 123.6235, kelurahan: 'Oebufu' }

/** A report that fits. */
export const aReport = {
  hazard: 'banjir',
  severity: 'tinggi',
  place: OEBUFU,
  description: 'Air setinggi lutut di dua RT.',
}
export const twoMotorcycles = { needs: [{ task: 'evakuasi_ringan', vehicle: 'motorcycle', quantity: 2 }] }

type OrderName = Extract<RouteName, `${string}Incident` | 'setNeeds' | 'markDuplicate' | 'assignByHand'>

/** Incidents as an operator brings them about, and what a worker does to them. */
export const given = (world: ApiWorld) => {
  const volunteers = givenVolunteers(world)
  const { store, ids, clock } = world.context

  const order = async (
    name: OrderName,
    { incident }: IncidentDetail,
    body?: object,
  ): Promise<IncidentDetail> => {
    const operator = await world.as('operator')
    return operator.call<OrderName>(name, { params: { id: incident.id }, body })
  }
  const beside = async (id: string, ...facts: IncidentFactBody[]): Promise<void> => {
    const op = { opId: ids.next('given'), agencyId: AGENCY, by: BY }
    await store.incidents.change(id, op, () => facts)
  }

  const reported = async (more: object = {}): Promise<IncidentDetail> =>
    (await world.as('operator')).call('reportIncident', { body: { ...aReport, ...more } })
  const verified = () => reported({ verified: true })
  const planned = async () => order('setNeeds', await verified(), twoMotorcycles)
  const dispatching = async () => order('dispatchIncident', await planned())
  const controlled = async () => order('controlIncident', await dispatching())
  const cancelled = async () => order('cancelIncident', await reported(), { reason: 'Sudah reda.' })
  const trcOut = async () => order('trcIncident', await reported(), { step: 'departed' })
  const duplicate = async (): Promise<IncidentDetail> => {
    const { incident } = await reported()
    return order('markDuplicate', await reported(), { of: incident.id })
  }

  /** One volunteer of `mandiri` is out, bound by hand. */
  const assigned = async (): Promise<IncidentDetail> => {
    const incident = await dispatching()
    const { id: volunteerId } = await volunteers.onDuty()
    const needId = incident.incident.needs[0]?.id
    return order('assignByHand', incident, { needId, volunteerId, reason: 'Ditelepon.' })
  }

  /** A deadline was missed: what a sweep of the worker writes. */
  const alarmed = async (): Promise<IncidentDetail & { alarm: string }> => {
    const detail = await reported()
    const { id, reportedAt } = detail.incident
    await beside(id, { type: 'deadline.missed', data: { what: 'verify', subject: id, dueAt: reportedAt } })
    return { ...detail, alarm: `deadline:verify:${id}` }
  }

  /** What a match round does: one offer to one volunteer of `mandiri`. */
  const offered = async (): Promise<{ incidentId: string; offerId: string; volunteerId: string }> => {
    const { incident } = await dispatching()
    const { id: volunteerId, partnerId } = await volunteers.onDuty()
    const doc = await store.ledger.load('volunteer', volunteerId)
    const person = doc?.state.personKey ?? ''
    const offer = {
      needId: incident.needs[0]?.id ?? '',
      partnerId,
      channel: 'link',
      expiresAt: plusSeconds(clock.now().toISOString(), 600),
      why: null,
      position: null,
    } as const
    const wave = { stalled: [], ring: 0, nextWaveAt: null, policyVersion: 'test' }
    const change = await store.offer(
      incident.id,
      { opId: ids.next('wave'), agencyId: AGENCY, by: BY },
      () => [{ volunteerId, personKey: person }],
      (state, won) =>
        openWave(state, {
          ...wave,
          offers: won.map(({ offerId, volunteerId }) => ({ ...offer, offerId, volunteerId })),
        }),
    )
    return { incidentId: incident.id, offerId: change.state.offers[0]?.id ?? '', volunteerId }
  }

  /** A photo from the field, filed under an incident. */
  const photo = async (): Promise<string> => {
    const { incident } = await reported()
    const id = ids.next('pho')
    const { photos } = world.context
    await photos.keep({
      id,
      agencyId: AGENCY,
      partnerId: world.partnerId,
      digest: 'd',
      bytes: Buffer.from('a picture'),
    })
    await photos.file(id, world.partnerId, incident.id)
    return id
  }

  return {
    world,
    ...volunteers,
    reported,
    verified,
    planned,
    dispatching,
    controlled,
    cancelled,
    trcOut,
    duplicate,
    assigned,
    alarmed,
    offered,
    photo,
    /** A volunteer whose natural person has an open offer. */
    bound: async () => ({ id: (await offered()).volunteerId }),
    /** A volunteer who is out on a task. */
    out: async () => ({ id: (await assigned()).incident.assignments[0]?.volunteerId ?? '' }),
  }
}
export type Given = ReturnType<typeof given>
