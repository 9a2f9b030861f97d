import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { openWave } from '#contracts/domain/incident/commands/wave.ts'
import { setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import { dispatch } from '#contracts/domain/incident/commands/search.ts'
import { tick } from '#contracts/domain/incident/commands/tick.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { activate, register, setDuty } from '#contracts/domain/volunteer/commands.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { derivedId, personKey } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { NeedVehicle } from '#contracts/domain/words.ts'
import type { Context } from '../../../api/context.ts'
import { reportIncident } from '../../../api/usecases/incident/report-incident.ts'
import { createAgency } from '../../../api/usecases/setup/create-agency.ts'
import { createPartner } from '../../../api/usecases/setup/create-partner.ts'
import { aSecret } from './served.ts'

export const AGENCY = '5371'
const by = { kind: 'system', id: 'test' } as const
export const op = (): Op => ({ opId: `test:${randomUUID()}`, agencyId: AGENCY, by })

export interface PartnerSide {
  id: string
  ref: string
  secret: string
}

/** Kota Kupang with its kelurahan. */
export const aCity = async (context: Context): Promise<void> => {
  const file = new URL('../../../local/data/kupang.json', import.meta.url)
  const reference: unknown = JSON.parse(await readFile(file, 'utf8'))
  const city = { id: AGENCY, name: 'BPBD Kota Kupang', poskoPhone: '+62380123456', reference }
  await createAgency(context, city, by)
}

export const aPartner = async (context: Context, ref: string): Promise<PartnerSide> => {
  const secret = aSecret()
  const input = { agencyId: AGENCY, ref, name: ref, sandbox: false, url: null, secretIn: secret }
  const { partnerId } = await createPartner(context, input, by)
  return { id: partnerId, ref, secret }
}

let people = 0
/** A fresh phone number of nobody. */
export const aPhone = (): string => `+62812${String(70_000_000 + (people += 1))}`

/** A volunteer who is active and on duty. */
export const aVolunteer = async (
  { store, serverKey }: Context,
  partner: { id: string },
  { phone = aPhone(), ref = `driver-${randomUUID()}`, duty = true } = {},
): Promise<Volunteer> => {
  const id = derivedId('vol', partner.id, ref)
  const person = { displayName: 'Yohana Tefa', phone, plate: 'DH 1234 XX' }
  await store.texts.keepPerson({ _id: id, agencyId: AGENCY, ...person })
  const { state } = await store.ledger.change('volunteer', id, op(), () =>
    register(null, {
      partnerId: partner.id,
      ref,
      personKey: personKey(serverKey, phone),
      vehicle: 'motorcycle',
      skills: [],
      channel: 'webhook',
    }),
  )
  await store.ledger.change('volunteer', id, op(), (now) => activate(now ?? state, wholeAgreement))
  if (!duty) return state
  const on = { duty: 'on', declaredArea: null } as const
  return (await store.ledger.change('volunteer', id, op(), (now) => setDuty(now ?? state, on))).state
}

export interface Asking {
  id: string
  needId: string
}

/** A verified incident at Oebufu that is asking for volunteers. */
export const anIncident = async (
  context: Context,
  { quantity = 1, vehicle = 'any' }: { quantity?: number; vehicle?: NeedVehicle } = {},
): Promise<Asking> => {
  const { store, ids } = context
  const { id } = await reportIncident(context, op(), {
    hazard: 'banjir',
    severity: 'tinggi',
    place: { lat: -10.1637, lng: 123.6291, kelurahan: 'Oebufu' },
    description: 'Air setinggi lutut di dua RT <b>cepat</b>',
    address: 'Jalan Frans Seda nomor 12',
    channel: 'telepon',
    reporter: { name: 'Maria Bria', phone: '+6281399990000' },
    drill: false,
    verified: true,
  })
  const needId = ids.next('nd')
  const need = { needId, task: 'antar_bantuan', vehicle, skill: null, quantity } as const
  await store.incidents.change(id, op(), (state) => setNeeds(state, { needs: [need], standDown: [] }))
  await store.incidents.change(id, op(), dispatch)
  return { id, needId }
}

/** Asks these people; who is bound elsewhere is not asked. Returns offer ids by volunteer. */
export const ask = async (
  { store }: Context,
  { id, needId }: Asking,
  volunteers: readonly Volunteer[],
  expiresInS = 180,
): Promise<Map<string, string>> => {
  const change = await store.offer(
    id,
    op(),
    () => volunteers.map(({ id: volunteerId, personKey }) => ({ volunteerId, personKey })),
    (state, won, now) =>
      openWave(state, {
        offers: won.map(({ offerId, volunteerId }) => ({
          offerId,
          volunteerId,
          needId,
          partnerId: volunteers.find((one) => one.id === volunteerId)?.partnerId ?? '',
          channel: 'webhook',
          expiresAt: plusSeconds(now, expiresInS),
          why: { etaS: 240, uncertaintyS: 30, distanceM: 1200, parts: {} },
          position: { lat: -10.16, lng: 123.62, source: 'live', ageS: 20 },
        })),
        stalled: [],
        ring: 0,
        nextWaveAt: plusSeconds(now, 45),
        policyVersion: 'test',
      }),
  )
  return new Map(change.state.offers.map((offer) => [offer.volunteerId, offer.id]))
}

/** Time passes: what is overdue ends. */
export const sweep = async ({ store }: Context, incidentId: string): Promise<void> => {
  await store.incidents.change(incidentId, op(), (state, now) => tick(state, store.sla, now))
  await store.settled()
}

export const fileOf = async ({ store }: Context, incidentId: string) => {
  const doc = await store.ledger.load('incident', incidentId)
  if (doc === null) throw new Error('no such incident')
  return doc.state
}
