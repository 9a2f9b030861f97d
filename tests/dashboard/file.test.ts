import { expect, test } from 'vitest'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import type { FactView } from '#contracts/wire/routes/views.ts'
import { checkinOf } from '../../dashboard/src/panels/incident/checkin-state.ts'
import { writersIn } from '../../dashboard/src/panels/incident/writers.ts'
import { groupsOf } from '../../dashboard/src/panels/shared/fact-groups.ts'

const now = Date.parse('2026-01-17T06:30:00.000Z')
const ago = (seconds: number): string => new Date(now - seconds * 1000).toISOString()

const assignment = (checkin: Assignment['checkin'], state: Assignment['state'] = 'working'): Assignment => ({
  id: 'as_1',
  offerId: 'of_1',
  needId: 'nd_1',
  slot: 0,
  volunteerId: 'vol_1',
  partnerId: 'ptn_1',
  channel: 'webhook',
  state,
  acceptedAt: ago(900),
  etaS: null,
  times: {},
  lastPoint: null,
  acks: { confirmed: 'read', stood_down: null },
  sosAt: null,
  ...(checkin ? { checkin } : {}),
})

test('a check-in waits for five minutes, then it is overdue; an answer ends both', () => {
  expect(checkinOf(assignment(undefined), now)).toBeNull()
  expect(checkinOf(assignment({ id: 'c', requestedAt: ago(60), answeredAt: null }), now)).toEqual({
    state: 'waiting',
    seconds: 240,
  })
  expect(checkinOf(assignment({ id: 'c', requestedAt: ago(400), answeredAt: null }), now)).toEqual({
    state: 'overdue',
    seconds: 100,
  })
  expect(checkinOf(assignment({ id: 'c', requestedAt: ago(400), answeredAt: ago(10) }), now)).toEqual({
    state: 'answered',
    answeredAt: ago(10),
  })
})

test('whoever is done is not waited for', () => {
  const asked = { id: 'c', requestedAt: ago(400), answeredAt: null }
  expect(checkinOf(assignment(asked, 'completed'), now)).toBeNull()
})

const fact = (seq: number, type: string, seconds: number): FactView =>
  ({ id: `fct_${String(seq)}`, seq, type, at: ago(seconds), data: {}, byName: null }) as FactView

const wave = (seq: number, offers: number): FactView => ({
  ...fact(seq, 'wave.opened', 100 - seq),
  data: { wave: seq, offers },
})

test('a wave that asked nobody is not told', () => {
  const told = groupsOf([wave(1, 2), wave(2, 0), wave(3, 0)])
  expect(told).toEqual([{ kind: 'one', fact: wave(1, 2) }])
})

test('what the platform does to many at once is said once; the steps of people stay apart', () => {
  const facts = [
    fact(1, 'incident.verified', 100),
    fact(2, 'offer.created', 90),
    fact(3, 'offer.created', 90),
    fact(4, 'offer.created', 89),
    fact(5, 'offer.accepted', 60),
    fact(6, 'offer.withdrawn', 59),
    fact(7, 'offer.withdrawn', 59),
  ]
  const entries = groupsOf(facts)
  expect(entries.map((entry) => (entry.kind === 'one' ? entry.fact.type : entry.facts.length))).toEqual([
    'incident.verified',
    3,
    'offer.accepted',
    'offer.withdrawn',
    'offer.withdrawn',
  ])
})

test('the same doing minutes later is another one', () => {
  const waves = [3, 2, 1].flatMap((wave) =>
    [0, 1, 2].map((n) => fact(wave * 10 + n, 'offer.created', wave * 120)),
  )
  expect(groupsOf(waves).map(({ kind }) => kind)).toEqual(['many', 'many', 'many'])
})

const written = (
  seq: number,
  by: FactView['by'],
  byName: string | null,
  data: FactView['data'],
): FactView => ({
  ...fact(seq, 'incident.noted', 60),
  by,
  byName,
  data,
})

test('a note or a message has the name of whoever of the staff or the volunteers wrote it', () => {
  const writers = writersIn([
    written(1, { kind: 'user', id: 'usr_1' }, 'Operator Contoh', { textId: 'txt_1' }),
    written(2, { kind: 'volunteer', id: 'vol_1' }, 'Contoh Bria', { textId: 'txt_2' }),
    written(3, { kind: 'partner', id: 'ptn_1' }, 'Ojek Contoh', { textId: 'txt_3' }),
    written(4, { kind: 'user', id: 'usr_2' }, null, { textId: 'txt_4' }),
    written(5, { kind: 'user', id: 'usr_1' }, 'Operator Contoh', { step: 'departed' }),
  ])
  expect([...writers]).toEqual([
    ['txt_1', 'Operator Contoh'],
    ['txt_2', 'Contoh Bria'],
  ])
})
