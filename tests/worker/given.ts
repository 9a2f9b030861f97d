import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { verify } from '#contracts/domain/incident/commands/gate.ts'
import { accept, decline } from '#contracts/domain/incident/commands/answer.ts'
import { type NeedInput, setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import { report, type Report } from '#contracts/domain/incident/commands/report.ts'
import { dispatch } from '#contracts/domain/incident/commands/search.ts'
import { addSecret, createPartner, setEndpoint } from '#contracts/domain/partner/partner.ts'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { activate, register, setDuty } from '#contracts/domain/volunteer/commands.ts'
import type { VolunteerFactOf } from '#contracts/domain/volunteer/facts.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import { newSecret } from '#contracts/runtime/secret.ts'
import type { Op } from '#contracts/store/ledger.ts'
import { randomBytes } from 'node:crypto'
import type { WorkerContext } from '../../worker/context.ts'
import { AGENCY } from './world.ts'

/** Oebufu. */
export const PLACE = { lat: -10.1735, lng: 123.6205 }

let count = 0
export const op = (): Op => ({
  opId: `given-${(count += 1)}`,
  agencyId: AGENCY,
  by: { kind: 'user', id: 'usr_operator' },
})

export interface GivenPartner {
  url?: string | null
  sandbox?: boolean
}

/** A partner with one secret for what we send him. */
export const aPartner = async (
  { store, ids, secrets, clock }: WorkerContext,
  { url = null, sandbox = false }: GivenPartner = {},
): Promise<{ id: string; secret: string }> => {
  const id = ids.next('ptn')
  const secret = newSecret(randomBytes)
  const secretId = ids.next('sec')
  const createdAt = clock.now().toISOString()
  await secrets.keep({ _id: secretId, partnerId: id, direction: 'out', createdAt, plain: secret })
  await store.ledger.change('partner', id, op(), (state) =>
    createPartner(state, { ref: id, name: 'Mitra', sandbox }),
  )
  await store.ledger.change('partner', id, op(), (state) =>
    state === null ? [] : addSecret(state, { secretId, direction: 'out' }),
  )
  if (url !== null)
    await store.ledger.change('partner', id, op(), (state) => (state === null ? [] : setEndpoint(state, url)))
  return { id, secret }
}

type Registered = VolunteerFactOf<'volunteer.registered'>['data']
export interface GivenVolunteer extends Partial<Registered> {
  partnerId: string
  duty?: 'on' | 'off'
  declaredArea?: string
  /** Metres north of Oebufu; null: no fix. */
  north?: number | null
}

/** An active volunteer on duty, at a live position near Oebufu. */
export const aVolunteer = async (ctx: WorkerContext, given: GivenVolunteer): Promise<string> => {
  const { store, presence, clock } = ctx
  const { duty = 'on', declaredArea = null, north = 500, ...over } = given
  const ref = over.ref ?? `drv-${(count += 1)}`
  const id = derivedId('vol', given.partnerId, ref)
  const data: Registered = {
    ref,
    personKey: `person-${ref}`,
    vehicle: 'motorcycle',
    skills: [],
    channel: 'webhook',
    ...over,
  }
  await store.ledger.change('volunteer', id, op(), (state) => register(state, data))
  await store.ledger.change('volunteer', id, op(), (state) =>
    state === null ? [] : activate(state, wholeAgreement),
  )
  if (duty === 'on')
    await store.ledger.change('volunteer', id, op(), (state) =>
      state === null ? [] : setDuty(state, { duty, declaredArea }),
    )
  const fix = { lat: PLACE.lat + (north ?? 0) / 111_195, lng: PLACE.lng, accuracyM: 20 }
  if (north !== null) await presence.keep(AGENCY, new Map([[id, { ...fix, at: clock.now().toISOString() }]]))
  return id
}

export const volunteers = async (
  ctx: WorkerContext,
  many: number,
  given: GivenVolunteer,
): Promise<string[]> =>
  Promise.all(Array.from({ length: many }, (_, i) => aVolunteer(ctx, { north: 300 + 100 * i, ...given })))

export interface GivenIncident extends Partial<Report> {
  needs?: (Partial<NeedInput> & { quantity: number })[]
}

/** An incident at Oebufu that asks for volunteers. */
export const anIncident = async (
  { store, ids }: WorkerContext,
  { needs = [{ quantity: 1 }], ...over }: GivenIncident = {},
): Promise<{ id: string; needIds: string[] }> => {
  const id = ids.next('inc')
  const data: Report = {
    number: id,
    hazard: 'banjir',
    severity: 'tinggi',
    place: { ...PLACE, kelurahan: null, doubt: false },
    channel: 'operator',
    description: { textId: 'txt_1', digest: 'd' },
    addressTextId: null,
    reporterId: 'per_reporter',
    drill: false,
    occurredAt: '2026-01-17T06:05:00.000Z',
    follows: null,
    ...over,
  }
  const all: NeedInput[] = needs.map((need) => ({
    needId: ids.next('nd'),
    task: 'antar_bantuan',
    vehicle: 'any',
    skill: null,
    ...need,
  }))
  await store.ledger.change('incident', id, op(), (state) => report(state, data))
  await change({ store }, id, (state) => verify(state, { note: null }))
  await change({ store }, id, (state) => setNeeds(state, { needs: all, standDown: [] }))
  await change({ store }, id, dispatch)
  return { id, needIds: all.map(({ needId }) => needId) }
}

type Stored = Pick<WorkerContext, 'store'>
export const change = async (
  { store }: Stored,
  id: string,
  decide: (state: Incident, now: string) => IncidentFactBody[],
): Promise<Incident> => {
  const { state } = await store.incidents.change(id, op(), decide)
  await store.settled()
  return state
}

export const incidentOf = async ({ store }: Stored, id: string): Promise<Incident> => {
  const doc = await store.ledger.load('incident', id)
  if (doc === null) throw new Error(`no incident ${id}`)
  return doc.state
}

const offer = (state: Incident, offerId: string) => {
  const asked = state.asked.find((entry) => entry.offerId === offerId)
  if (asked === undefined) throw new Error(`no offer ${offerId}`)
  return asked
}

/** The volunteer says yes. */
export const says = {
  yes: (ctx: Stored, id: string, offerId: string): Promise<Incident> =>
    change(ctx, id, (state, now) =>
      accept(state, offer(state, offerId), { assignmentId: derivedId('as', offerId), etaS: null }, now),
    ),
  no: (ctx: Stored, id: string, offerId: string): Promise<Incident> =>
    change(ctx, id, (state) => decline(state, offer(state, offerId), 'too_far')),
}
