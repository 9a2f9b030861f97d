import { describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { untouched } from '#contracts/store/deliveries.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import type { DeliveryType } from '#contracts/wire/partner/deliveries.ts'
import type { Answer } from '../../../worker/delivery/post.ts'
import { defaultSchedules } from '../../../worker/delivery/schedule.ts'
import { type Verdict, verdictOf } from '../../../worker/delivery/verdict.ts'

const T0 = '2026-01-17T05:00:00.000Z'
const middle = () => 0.5

const delivery = (type: DeliveryType, attempts: string[] = []): Delivery => ({
  _id: 'fct_1:ptn_1:of_1',
  agencyId: '5371',
  partnerId: 'ptn_1',
  webhookId: 'msg_1',
  type,
  entityId: 'inc_1',
  subject: 'of_1',
  volunteerId: 'vol_1',
  data: {},
  state: 'pending',
  createdAt: T0,
  nextAt: T0,
  attempts: attempts.map((at) => ({ at, status: 500, error: 'http_500', tookMs: 1, answer: '' })),
  ...untouched,
})
const failed: Answer = { status: 500, error: 'http_500', retryAfterS: 0, answer: '' }

/** Fails each attempt after `tookS`, and tells when each began and when it was given up. */
const ordeal = (type: DeliveryType, tookS: number, random = middle): { begun: number[]; endS: number } => {
  const begun: number[] = []
  let at = T0
  for (;;) {
    const past = begun.map((s) => plusSeconds(T0, s))
    begun.push((Date.parse(at) - Date.parse(T0)) / 1000)
    const now = plusSeconds(at, tookS)
    const verdict = verdictOf(delivery(type, past), failed, defaultSchedules[type], { at, now }, random)
    if (verdict.outcome !== 'again') return { begun, endS: (Date.parse(now) - Date.parse(T0)) / 1000 }
    at = verdict.at
  }
}

describe('the schedule', () => {
  it.each(['offer.created', 'offer.withdrawn', 'assignment.stood_down'] as const)(
    'of %s: at 1, 2, 4, 8, 15 s, then undelivered',
    (type) => {
      expect(ordeal(type, 0)).toEqual({ begun: [0, 1, 2, 4, 8, 15], endS: 15 })
    },
  )

  it('of what is urgent ends within 30 s, also when each attempt hangs for its five seconds', () => {
    expect(ordeal('assignment.stood_down', 5)).toEqual({ begun: [0, 5, 10, 15, 20, 25], endS: 30 })
  })

  it('of everything else: 5 s, 30 s, 2 min, 10 min, 1 h, 3 h, 12 h', () => {
    expect(ordeal('assignment.confirmed', 0).begun).toEqual([0, 5, 30, 120, 600, 3600, 10_800, 43_200])
  })

  it('has a jitter of a tenth where there is time', () => {
    expect(ordeal('assignment.updated', 0, () => 0).begun[3]).toBeCloseTo(108)
    expect(ordeal('assignment.updated', 0, () => 1).begun[3]).toBeCloseTo(132)
  })
})

const judge = (type: DeliveryType, answer: Parameters<typeof verdictOf>[1]): Verdict =>
  verdictOf(delivery(type), answer, defaultSchedules[type], { at: T0, now: T0 }, middle)
const answer = (status: number, retryAfterS = 0): Answer => ({
  status,
  error: null,
  retryAfterS,
  answer: '',
})

describe('the verdict', () => {
  it.each([200, 201, 204, 299])('%i is delivered', (status) => {
    expect(judge('offer.created', answer(status))).toEqual({ outcome: 'delivered' })
  })

  it.each([199, 301, 302, 307, 400, 401, 404, 500, 503])('%i is not', (status) => {
    expect(judge('offer.created', answer(status)).outcome).toBe('again')
  })

  it('410 ends it and the endpoint', () => {
    expect(judge('assignment.confirmed', answer(410))).toEqual({ outcome: 'given_up', gone: true })
  })

  it('429 puts it off as asked, unless there is no time for that', () => {
    const at = plusSeconds(T0, 90)
    expect(judge('assignment.confirmed', answer(429, 90))).toEqual({ outcome: 'again', at })
    expect(judge('offer.created', answer(429, 20))).toEqual({ outcome: 'again', at: plusSeconds(T0, 20) })
    expect(judge('offer.created', answer(429, 90)).outcome).toBe('given_up')
  })

  it.each(['no_endpoint', 'partner_disabled', 'no_secret'] as const)(
    '%s: an offer cannot wait',
    (obstacle) => {
      expect(judge('offer.created', obstacle)).toEqual({ outcome: 'given_up', gone: false })
      expect(judge('assignment.confirmed', obstacle).outcome).toBe('again')
    },
  )

  it('a drill for real people is never tried again', () => {
    expect(judge('assignment.confirmed', 'drill').outcome).toBe('given_up')
  })

  it('an offer that has ended is dropped without an alarm', () => {
    expect(judge('offer.created', 'no_longer_true')).toEqual({ outcome: 'dropped' })
  })
})
