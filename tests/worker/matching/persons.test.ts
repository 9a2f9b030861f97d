import { describe, expect, test } from 'vitest'
import { crowdOf } from '../../../worker/matching/persons.ts'
import type { Candidate } from '../../../worker/matching/types.ts'
import { at, candidate, north, NOW, POLICY } from './given.ts'

const ibu = (volunteerId: string, over: Partial<Candidate> = {}) =>
  candidate(volunteerId, { personKey: 'ibu', ...over })
const crowd = (...candidates: Candidate[]) => crowdOf(candidates, NOW, POLICY)
const chosen = (...candidates: Candidate[]) => crowd(...candidates).persons.map((p) => p.record.volunteerId)

describe('one natural person, two records', () => {
  test('the one with the freshest position speaks for her', () => {
    const stale = ibu('a', { position: north(0, { ageS: 90 }) })
    const fresh = ibu('b', { position: north(0, { ageS: 5 }) })
    expect(chosen(stale, fresh)).toEqual(['b'])
    expect(crowd(stale, fresh).excluded).toEqual({ other_channel: 1 })
  })

  test('a fix is fresher than a declaration made later', () => {
    const declared = ibu('a', { position: north(0, { source: 'declared', ageS: 1 }) })
    expect(chosen(declared, ibu('b', { position: north(0, { source: 'recent', ageS: 900 }) }))).toEqual(['b'])
  })

  test('a record that may not be asked does not stand in the way of the other', () => {
    expect(chosen(ibu('a', { duty: 'off', position: north(0, { ageS: 0 }) }), ibu('b'))).toEqual(['b'])
  })

  test('claimed or resting on one is so on both', () => {
    expect(crowd(ibu('a', { claimed: true }), ibu('b')).excluded).toEqual({ claimed: 2 })
    expect(crowd(ibu('a', { restUntil: at(60) }), ibu('b')).excluded).toEqual({ resting: 2 })
  })

  test('his own duty limit, known to one partner, holds with both; papers are those of each record', () => {
    expect(crowd(ibu('a', { unfit: 'duty_limit' }), ibu('b', { unfit: null })).excluded).toEqual({
      duty_limit: 2,
    })
    expect(chosen(ibu('a', { unfit: 'insurance_expired' }), ibu('b'))).toEqual(['b'])
  })

  test('alerts and tasks of both count, and a trip on one is a trip', () => {
    const [person] = crowd(ibu('a', { askedToday: 2, onTrip: true }), ibu('b', { askedToday: 3 })).persons
    expect(person?.record).toMatchObject({ volunteerId: 'a', askedToday: 5, onTrip: true })
  })

  test('different persons stay two, by volunteer id', () => {
    expect(chosen(candidate('b'), candidate('a'))).toEqual(['a', 'b'])
  })

  test('equally fresh, the lower volunteer id speaks, whatever the order', () => {
    expect(chosen(ibu('a'), ibu('b'))).toEqual(['a'])
    expect(chosen(ibu('b'), ibu('a'))).toEqual(['a'])
  })
})
