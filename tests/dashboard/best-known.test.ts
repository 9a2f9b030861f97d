import { expect, test } from 'vitest'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { bestKnown } from '../../dashboard/src/panels/incident/best-known.ts'
import { reportedAt } from './an-incident.ts'

const at = '2026-01-17T06:30:00.000Z'
const reported = reportedAt(at)
const offered: Incident = {
  ...reported,
  asked: [
    {
      offerId: 'of_1',
      needId: 'nd_1',
      volunteerId: 'vol_1',
      partnerId: 'ptn_1',
      channel: 'webhook',
      search: 1,
      ended: null,
      endReason: null,
      endedAt: null,
    },
  ],
}
const read: IncidentDetail = {
  version: 4,
  nextDueAt: null,
  incident: reported,
  texts: { txt_1: 'Air naik.' },
  people: {},
  staff: {},
  reporter: null,
}
const person = (id: string, displayName: string) =>
  ({ id, displayName, phoneMasked: '', vehicle: 'motorcycle', partnerId: 'ptn_1' }) as const

test('nothing read and nothing heard is nothing known', () => {
  expect(bestKnown(undefined, undefined, [])).toBeUndefined()
})

test('what was heard stands before it is read, without words', () => {
  const known = bestKnown(undefined, { version: 5, index: 0, state: offered }, [])
  expect(known).toMatchObject({ version: 5, incident: offered, texts: {}, people: {} })
})

test('an answer that is older than what was heard meanwhile gives its words and not its state', () => {
  const known = bestKnown(read, { version: 5, index: 0, state: offered }, [])
  expect(known).toMatchObject({ version: 5, incident: offered, texts: read.texts })
  expect(bestKnown({ ...read, version: 6 }, { version: 5, index: 0, state: offered }, [])).toMatchObject({
    version: 6,
    incident: reported,
  })
})

test('who was asked a moment ago has his name at once, and nobody else is taken along', () => {
  const everybody = [person('vol_1', 'Contoh Bria'), person('vol_2', 'Contoh Seran')]
  const folded = { version: 5, index: 0, state: offered }
  expect(Object.keys(bestKnown(read, folded, everybody)?.people ?? {})).toEqual(['vol_1'])
  const { vol_1: told } = { vol_1: person('vol_1', 'Contoh Bria Baru') }
  expect(bestKnown({ ...read, people: { vol_1: told } }, folded, everybody)?.people['vol_1']).toBe(told)
})
