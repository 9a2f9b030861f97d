import type { Platform } from '#contracts/store/open.ts'
import type { Op } from '#contracts/store/ledger.ts'
import { report, type Report } from '#contracts/domain/incident/commands/report.ts'
import { verify } from '#contracts/domain/incident/commands/gate.ts'
import { setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import { dispatch } from '#contracts/domain/incident/commands/search.ts'
import { openWave } from '#contracts/domain/incident/commands/wave.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'

export const AGENCY = '5371'

let serial = 0
/** A fresh operation of the system. */
export const op = (opId = `op-${(serial += 1)}-${Math.random()}`): Op => ({
  opId,
  agencyId: AGENCY,
  by: { kind: 'system', id: 'test' },
})

export const aReport = (number: string): Report => ({
  number,
  hazard: 'banjir',
  severity: 'tinggi',
  place: { lat: -10.17, lng: 123.62, kelurahan: null, doubt: false },
  channel: 'operator',
  description: { textId: 'txt_1', digest: 'd' },
  addressTextId: null,
  reporterId: null,
  drill: false,
  occurredAt: '2026-01-17T06:05:00.000Z',
  follows: null,
})

/** An incident that is asking for `quantity` volunteers. */
export const anAskingIncident = async ({ store, ids }: Platform, quantity = 1) => {
  const id = ids.next('inc')
  const needId = ids.next('nd')
  await store.ledger.change('incident', id, op(), (state) => report(state, aReport(id)))
  await store.incidents.change(id, op(), (state) => verify(state, { note: null }))
  const need = { needId, task: 'pantau', vehicle: 'any', skill: null, quantity } as const
  await store.incidents.change(id, op(), (state) => setNeeds(state, { needs: [need], standDown: [] }))
  await store.incidents.change(id, op(), dispatch)
  return { id, needId }
}

/** Offers the need to these volunteers (person key = `person-<volunteer>` unless given); returns the offers of those who were free. */
export const offerTo = async (
  { store }: Platform,
  incident: { id: string; needId: string },
  people: readonly { volunteerId: string; personKey?: string }[],
  expiresInS = 180,
) => {
  const candidates = people.map(({ volunteerId, personKey = `person-${volunteerId}` }) => ({
    volunteerId,
    personKey,
  }))
  const change = await store.offer(
    incident.id,
    op(),
    () => candidates,
    (state, won, now) =>
      openWave(state, {
        offers: won.map(({ offerId, volunteerId }) => ({
          offerId,
          volunteerId,
          needId: incident.needId,
          partnerId: 'ptn_a',
          channel: 'webhook',
          expiresAt: plusSeconds(now, expiresInS),
          why: null,
          position: null,
        })),
        stalled: [],
        ring: 0,
        nextWaveAt: plusSeconds(now, 45),
        policyVersion: 'test',
      }),
  )
  return change.state.offers
}
