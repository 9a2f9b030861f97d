import { dispatch } from '#contracts/domain/incident/commands/search.ts'
import { openWave } from '#contracts/domain/incident/commands/wave.ts'
import { report } from '#contracts/domain/incident/commands/report.ts'
import { setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import { verify } from '#contracts/domain/incident/commands/gate.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { derivedId, personKey } from '#contracts/runtime/ids.ts'
import type { Platform } from '#contracts/store/open.ts'
import { partnerIdOf } from '../../../api/usecases/setup/create-partner.ts'
import { AGENCY, type Driver } from '../crowd/place.ts'

/** One slot, and everybody who was asked for it. */
export interface Race {
  incidentId: string
  needId: string
  contenders: { offerId: string; ref: string }[]
}

export interface RacesOptions {
  slots: number
  rivals: number
  /** `slots × rivals` people on duty who are asked for nothing else. */
  people: readonly Driver[]
  serverKey: string
}

const EXPIRES_S = 3600
const by = { kind: 'system', id: 'storm' } as const

/** An incident with so many needs for one person each, and for each so many offers: all of them written, none answered. */
export const giveRaces = async (
  { store, ids }: Pick<Platform, 'store' | 'ids'>,
  { slots, rivals, people, serverKey }: RacesOptions,
): Promise<Race[]> => {
  const id = ids.next('inc')
  const op = (what: string) => ({ opId: `storm:${id}:${what}`, agencyId: AGENCY, by })
  await store.ledger.change('incident', id, op('report'), (state) =>
    report(state, {
      number: id,
      hazard: 'banjir',
      severity: 'kritis',
      place: { lat: -10.17, lng: 123.62, kelurahan: null, doubt: false },
      channel: 'operator',
      description: { textId: 'txt_storm', digest: 'd' },
      addressTextId: null,
      reporterId: null,
      drill: false,
      occurredAt: '2026-01-17T06:05:00.000Z',
      follows: null,
    }),
  )
  const needs = Array.from({ length: slots }, () => ({
    needId: ids.next('nd'),
    task: 'pantau' as const,
    vehicle: 'any' as const,
    skill: null,
    quantity: 1,
  }))
  await store.incidents.change(id, op('verify'), (state) => verify(state, { note: null }))
  await store.incidents.change(id, op('needs'), (state) => setNeeds(state, { needs, standDown: [] }))
  await store.incidents.change(id, op('dispatch'), dispatch)

  const asked = new Map(
    people.map((driver, n) => {
      const partnerId = partnerIdOf(AGENCY, driver.partner)
      const needId = needs[Math.floor(n / rivals)]?.needId ?? ''
      return [derivedId('vol', partnerId, driver.ref), { ...driver, partnerId, needId }] as const
    }),
  )
  const { state } = await store.offer(
    id,
    op('wave'),
    () =>
      [...asked].map(([volunteerId, { phone }]) => ({ volunteerId, personKey: personKey(serverKey, phone) })),
    (present, won, now) =>
      openWave(present, {
        offers: won.flatMap(({ offerId, volunteerId }) => {
          const one = asked.get(volunteerId)
          if (one === undefined) return []
          const { needId, partnerId } = one
          const expiresAt = plusSeconds(now, EXPIRES_S)
          return [{ offerId, volunteerId, needId, partnerId, channel: 'webhook' as const, expiresAt, why: null, position: null }] // prettier-ignore
        }),
        stalled: [],
        ring: 0,
        nextWaveAt: plusSeconds(now, EXPIRES_S),
        policyVersion: 'storm',
      }),
  )
  return needs.map(({ needId }) => ({
    incidentId: id,
    needId,
    contenders: state.offers
      .filter((offer) => offer.needId === needId)
      .map((offer) => ({ offerId: offer.id, ref: asked.get(offer.volunteerId)?.ref ?? '' })),
  }))
}
