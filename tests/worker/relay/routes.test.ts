import { describe, expect, it } from 'vitest'
import { workOf } from '../../../worker/relay/routes.ts'

const work = (type: string, data: Record<string, unknown> = {}) => workOf({ type, data })
const MATCH = { do: 'match' }
const AT = '2026-01-17T05:00:00.000Z'

describe('what follows from a fact', () => {
  it.each([
    'incident.dispatched',
    'incident.resumed',
    'incident.cancelled',
    'incident.controlled',
    'incident.duplicate_undone',
    'need.added',
    'need.changed',
    'need.dropped',
    'search.repeated',
    'search.widened',
    'offer.declined',
    'acceptance.refused',
    'assignment.released',
    'assignment.failed',
    'volunteer.activated',
    'volunteer.reinstated',
    'volunteer.updated',
    'partner.enabled',
    'zone.drawn',
    'zone.changed',
    'zone.ended',
  ])('%s: a round', (type) => {
    expect(work(type)).toEqual([MATCH])
  })

  it('a volunteer who comes on duty brings a round, one who leaves does not', () => {
    expect(work('volunteer.duty_changed', { duty: 'on' })).toEqual([MATCH])
    expect(work('volunteer.duty_changed', { duty: 'off' })).toEqual([])
    expect(work('volunteer.duty_changed', { duty: 'paused' })).toEqual([])
  })

  it('a wave looks at the incident again at its moment', () => {
    expect(work('wave.opened', { nextWaveAt: AT })).toEqual([{ do: 'due', at: AT }])
    expect(work('wave.opened', { nextWaveAt: null })).toEqual([])
  })

  it('an offer expires and is told, by webhook or as the volunteer without a platform is', () => {
    const offer = { offerId: 'of_1', expiresAt: AT, channel: 'webhook', chosenBy: 'match' }
    const due = { do: 'due', at: AT }
    expect(work('offer.created', offer)).toEqual([
      due,
      { do: 'tell', type: 'offer.created', subject: 'of_1' },
    ])
    expect(work('offer.created', { ...offer, channel: 'link' })).toEqual(work('offer.created', offer))
    expect(work('offer.created', { ...offer, chosenBy: 'hand' })).toEqual([])
    expect(work('offer.created', { ...offer, chosenBy: 'late_answer' })).toEqual([])
  })

  it.each([
    ['offer.withdrawn', { offerId: 'x' }, 'offer.withdrawn', false],
    ['offer.withdrawn', { offerId: 'x', reason: 'replanned' }, 'offer.withdrawn', true],
    ['offer.withdrawn', { offerId: 'x', reason: 'stand_down' }, 'offer.withdrawn', true],
    ['offer.withdrawn', { offerId: 'x', reason: 'filled' }, 'offer.withdrawn', false],
    ['offer.expired', { offerId: 'x' }, 'offer.withdrawn', true],
    ['offer.accepted', { assignmentId: 'x' }, 'assignment.confirmed', true],
    ['assignment.stood_down', { assignmentId: 'x' }, 'assignment.stood_down', true],
    ['assignment.reassigned', { assignmentId: 'x' }, 'assignment.stood_down', true],
  ] as const)('%s %j: the partner is told %s (round: %s)', (type, data, told, round) => {
    expect(work(type, data)).toEqual([...(round ? [MATCH] : []), { do: 'tell', type: told, subject: 'x' }])
  })

  it('a message goes to each of those it is for, a check-in to the one who is asked', () => {
    expect(work('message.sent', { assignmentIds: ['as_1', 'as_2'] })).toEqual([
      { do: 'tell', type: 'message.sent', subject: 'as_1' },
      { do: 'tell', type: 'message.sent', subject: 'as_2' },
    ])
    expect(work('checkin.requested', { assignmentId: 'as_1' })).toEqual([
      { do: 'tell', type: 'checkin.requested', subject: 'as_1' },
    ])
  })

  it('a correction of the place is told to the whole team, one of the text to nobody', () => {
    const tellTeam = { do: 'tell', type: 'assignment.updated', subject: 'team' }
    expect(work('incident.corrected', { place: {} })).toEqual([MATCH, tellTeam])
    expect(work('incident.corrected', { severity: 'kritis' })).toEqual([MATCH, tellTeam])
    expect(work('incident.corrected', { hazard: 'banjir' })).toEqual([tellTeam])
    expect(work('incident.corrected', { addressTextId: null })).toEqual([tellTeam])
    expect(work('incident.corrected', { description: {} })).toEqual([])
  })

  it.each([
    'incident.reported',
    'incident.verified',
    'incident.closed',
    'need.stalled',
    'assignment.progressed',
    'assignment.acknowledged',
    'delivery.failed',
    'deadline.missed',
    'sos.raised',
    'checkin.answered',
    'evidence.added',
    'photo.added',
    'partner.created',
    'user.created',
    'something.of_a_newer_release',
    'constructor',
  ])('%s: nothing', (type) => {
    expect(work(type)).toEqual([])
  })
})
