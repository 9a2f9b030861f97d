import { afterAll, beforeAll, expect, it } from 'vitest'
import { groundIn, inboundChecks, runInbound } from '../../../local/conformance/inbound/run.ts'
import { partnerEvents } from '#contracts/wire/partner/events.ts'
import { answerBytes, eventBytes } from '../../../local/conformance/inbound/bytes.ts'
import { PartnerEvent } from '#contracts/wire/partner/events.ts'
import { openCity, type TestCity } from '../../recovery/city.ts'

let city: TestCity
beforeAll(async () => {
  city = await openCity({ volunteers: 5 })
})
afterAll(async () => city?.end())

const names = {
  newcomer: 'n',
  driver: 'd',
  offerId: 'of_1',
  assignmentId: 'as_1',
  uploadId: 'pho_1',
  saidAt: '2026-01-17T14:05:01+08:00',
}

it('has bytes written by hand for every event, which the contract reads', () => {
  const bytes = eventBytes(names)
  expect(Object.keys(bytes)).toEqual(Object.keys(partnerEvents))
  expect(Object.keys(answerBytes(names))).toEqual(Object.keys(partnerEvents))
  for (const [type, text] of Object.entries(bytes))
    expect(PartnerEvent.parse(JSON.parse(text)).type).toBe(type)
})

it('is all green against the platform, whose messages the public library believes', async () => {
  const ground = await groundIn(city, city.dataDir)
  try {
    const results = await runInbound(ground, () => undefined)
    expect(results.filter(({ finding }) => finding !== null)).toEqual([])
    expect(results).toHaveLength(inboundChecks.length)
    expect(ground.heard.length).toBeGreaterThanOrEqual(4)
  } finally {
    await ground.close()
  }
})
