import { describe, expect, test } from 'vitest'
import { crowdOf } from '../../../worker/matching/persons.ts'
import type { Candidate, OpenIncident } from '../../../worker/matching/types.ts'
import { at, candidate, incident, need, north, NOW, POLICY } from './given.ts'

const ibu = (volunteerId: string, over: Partial<Candidate> = {}) =>
  candidate(volunteerId, { personKey: 'ibu', ...over })
const crowd = (...candidates: Candidate[]) => crowdOf(candidates, NOW, POLICY)
const chosen = (...candidates: Candidate[]) => crowd(...candidates).persons.map((p) => p.record.volunteerId)
const through = (wanted: OpenIncident[], ...candidates: Candidate[]) =>
  crowdOf(candidates, NOW, POLICY, wanted).persons.map((p) => p.record.volunteerId)

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

describe('one natural person, two records and what is asked for', () => {
  const stale = { position: north(0, { ageS: 60 }) }

  test('the one that fits what is wanted speaks for her, though another is fresher', () => {
    const wanted = [incident('i1', { needs: [need('n1', { vehicle: 'motorcycle' })] })]
    expect(through(wanted, ibu('a', { vehicle: 'car' }), ibu('b', stale))).toEqual(['b'])
    const helper = [incident('i1', { needs: [need('n1', { skill: 'p3k' })] })]
    expect(through(helper, ibu('a'), ibu('b', { ...stale, skills: ['p3k'] }))).toEqual(['b'])
    expect(through([incident('i1')], ibu('a', { vehicle: 'car' }), ibu('b', stale))).toEqual(['a'])
  })

  test('a sandbox record stands for nobody who can serve in earnest, however many drills there are', () => {
    const [toy, real] = [ibu('a', { sandbox: true }), ibu('b', stale)]
    const drills = [incident('d1', { drill: true }), incident('d2', { drill: true })]
    expect(through([incident('i1'), ...drills], toy, real)).toEqual(['b'])
    expect(through(drills, toy, real)).toEqual(['a'])
  })

  test('what she answered and was asked in drills is not counted in earnest; bound she is by either', () => {
    const yes = { accepted: 9, declined: 0, silent: 0 }
    const toy = ibu('a', { sandbox: true, askedToday: 90, answers: yes })
    const { persons, answers } = crowdOf([toy, ibu('b')], NOW, POLICY, [incident('i1')])
    expect(persons[0]?.record).toMatchObject({ volunteerId: 'b', askedToday: 0 })
    expect(answers.get('b')).toBeUndefined()
    expect(through([incident('i1')], { ...toy, claimed: true }, ibu('b'))).toEqual([])
  })
})
