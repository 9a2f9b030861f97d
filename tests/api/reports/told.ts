import type { PlacedFact } from '#contracts/domain/fact.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { noDamage, noWords } from '../../world/no-damage.ts'
import { foldUpTo, type AsOf } from '../../../api/queries/reports/as-of.ts'

/** Saturday, 17 January 2026, 12.40 WITA. */
export const T0 = '2026-01-17T04:40:00.000Z'
export const after = (minutes: number): string => plusSeconds(T0, minutes * 60)

export const NAMOSAIN = { lat: -10.1757, lng: 123.5534, kelurahan: '53.71.01.1001', doubt: false }

type Moment = [minute: number, ...bodies: IncidentFactBody[]]

/** Facts of one incident at these minutes after T0, as the ledger holds them. */
export const ledgerOf = (id: string, ...moments: Moment[]): PlacedFact[] =>
  moments.flatMap(([minute, ...bodies], version) =>
    bodies.map((body, index) => ({
      id: `fct_${id}.${version + 1}.${index}`,
      agencyId: '5371',
      kind: 'incident',
      entityId: id,
      version: version + 1,
      index,
      type: body.type,
      at: after(minute),
      by: { kind: 'user', id: 'usr_1' },
      opId: `op${version}`,
      data: body.data as Record<string, unknown>,
      seq: version + 1,
      hash: '',
    })),
  )

export const asOf = (facts: readonly PlacedFact[], minute: number): AsOf => {
  const found = foldUpTo(facts, after(minute))
  if (found === null) throw new Error('not reported by then')
  return found
}

export const reported: IncidentFactBody = {
  type: 'incident.reported',
  data: {
    number: 'KJ-2026-0421',
    hazard: 'angin_kencang',
    severity: 'tinggi',
    place: NAMOSAIN,
    channel: 'telepon',
    description: { textId: 'txt_1', digest: 'd' },
    addressTextId: null,
    reporterId: null,
    drill: false,
    occurredAt: T0,
    follows: null,
  },
}
export const need = (quantity: number): IncidentFactBody => ({
  type: 'need.added',
  data: { needId: 'n1', task: 'evakuasi_ringan', vehicle: 'any', skill: null, quantity },
})
const who = (n: number) => ({ volunteerId: `vol_${n}`, partnerId: 'ptn_1' })
export const offered = (n: number): IncidentFactBody => ({
  type: 'offer.created',
  data: {
    offerId: `off_${n}`,
    needId: 'n1',
    slot: n - 1,
    ...who(n),
    channel: 'webhook',
    expiresAt: after(60),
    wave: 1,
    search: 1,
    why: null,
    position: { lat: -10.16 - n / 100, lng: 123.6, source: 'live', ageS: 4 },
    chosenBy: 'match',
    reason: null,
  },
})
export const accepted = (n: number): IncidentFactBody => ({
  type: 'offer.accepted',
  data: { offerId: `off_${n}`, assignmentId: `asg_${n}`, needId: 'n1', slot: n - 1, ...who(n), etaS: 600 },
})
export const reached = (n: number, state: 'on_scene' | 'completed', minute: number): IncidentFactBody => ({
  type: 'assignment.progressed',
  data: { assignmentId: `asg_${n}`, ...who(n), state, at: after(minute), point: null },
})
export const fact = <T extends IncidentFactBody['type']>(
  type: T,
  data: Extract<IncidentFactBody, { type: T }>['data'],
): IncidentFactBody => ({ type, data }) as IncidentFactBody

/** Four volunteers and the agency's own team at a storm; what the situation report of the guide tells. */
export const storm = (): PlacedFact[] =>
  ledgerOf(
    'inc_1',
    [2, reported],
    [4, fact('incident.verified', { note: null })],
    [5, need(4), fact('incident.dispatched', {}), fact('trc.departed', { at: after(5) })],
    [6, offered(1), offered(2), offered(3), offered(4), offered(5)],
    [7, accepted(1), fact('incident.responding', {})],
    [8, accepted(2), accepted(3)],
    [9, accepted(4)],
    [10, fact('offer.withdrawn', { offerId: 'off_5', ...who(5), reason: 'filled' })],
    [18, reached(1, 'on_scene', 18)],
    [20, reached(2, 'on_scene', 20), reached(3, 'on_scene', 20)],
    [30, fact('trc.arrived', { at: after(30) }), reached(4, 'on_scene', 30)],
    [
      60,
      fact('impact.recorded', {
        ...noDamage,
        ...noWords,
        injured: 1,
        households: 2,
        persons: 9,
        housesModerate: 2,
        condition: 'txt_2',
        urgentNeeds: 'txt_3',
      }),
    ],
    [90, fact('incident.controlled', { note: null })],
  )
