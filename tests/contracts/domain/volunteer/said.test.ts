import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { update } from '#contracts/domain/volunteer/commands.ts'
import type { Duty, Told, VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import { isDutyPast, type Said } from '#contracts/domain/volunteer/said.ts'
import { sayDuty, sayProfile, standing, type Profile } from '#contracts/domain/volunteer/say.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { at, minutes, T0 } from '../scenario.ts'
import { activated, after, given, onDuty, registered, registration, suspended } from './given.ts'

/** Said so many minutes after T0 and here after so many more; the sender's clock is an hour behind ours. */
const said = (atMinute: number, ageMinutes = 0): Said => ({
  at: minutes(atMinute - 60),
  ours: minutes(atMinute),
  ageS: ageMinutes * 60,
})
const born: VolunteerFactBody = {
  type: 'volunteer.registered',
  data: { ...registration, saidAt: said(0).at },
}
const active = [born, activated]
const says =
  (duty: Duty, when: Said, declaredArea?: string) =>
  (state: Volunteer): VolunteerFactBody[] =>
    sayDuty(state, { duty, declaredArea }, when)
const changed = (duty: Duty, when: Said): VolunteerFactBody => ({
  type: 'volunteer.duty_changed',
  data: { duty, declaredArea: null, saidAt: when.at },
})
const again = (when: Said, ...told: Told[]): VolunteerFactBody => ({
  type: 'volunteer.said_again',
  data: { told, saidAt: when.at },
})

describe('what a platform says of a duty', () => {
  test('changes it, and is remembered by the clock of the platform', () => {
    given(...active)
      .when(says('on', said(10)))
      .thenFacts(changed('on', said(10)))
      .thenState({ duty: 'on', said: { ...after(born).said, duty: said(10).at } })
  })

  test('said before the last word it changes nothing; said at the same moment it does', () => {
    const on = [...active, changed('on', said(10))]
    given(...on)
      .when(says('off', said(9)))
      .thenFacts()
    given(...on)
      .when(says('off', said(10)))
      .thenFacts(changed('off', said(10)))
    expect(isDutyPast(after(...on), 'off', said(9))).toBe(true)
    expect(isDutyPast(after(...on), 'off', said(10))).toBe(false)
  })

  test('said again it is the last word, and said again at once it is nothing', () => {
    const twice = [...active, changed('on', said(10)), again(said(12), 'duty')]
    given(...active, changed('on', said(10)))
      .when(says('on', said(12)))
      .thenFacts(again(said(12), 'duty'))
      .thenState({ duty: 'on' })
    given(...twice)
      .when(says('on', said(12)))
      .thenFacts()
    given(...twice)
      .when(says('off', said(11)))
      .thenFacts()
  })

  test('before the first word that told when, it is measured by what we know of him', () => {
    const old = [registered, activated, at(minutes(30), onDuty('on'))]
    given(...old)
      .when(says('off', said(24)))
      .thenFacts()
    given(...old)
      .when(says('off', said(25)))
      .thenFacts(changed('off', said(25)))
  })

  test.each<[string, VolunteerFactBody[]]>([
    ['an operator or the end of his duty', [onDuty('on'), onDuty('off')]],
    ['a suspension', [onDuty('on'), suspended, { type: 'volunteer.reinstated', data: {} }]],
  ])('is past when %s came more than five minutes after it', (_, since) => {
    const facts = [...active, ...since.map((fact) => at(minutes(30), fact))]
    given(...facts)
      .when(says('on', said(24, 10)))
      .thenFacts()
    given(...facts)
      .when(says('on', said(25, 10)))
      .thenFacts(changed('on', said(25, 10)))
  })

  test('a slow line is not somebody else: what came late itself does not make the next word past', () => {
    given(...active, at(minutes(40), changed('on', said(10))))
      .when(says('off', said(11, 35)))
      .thenFacts(changed('off', said(11, 35)))
  })

  test('nobody comes on duty by a word of more than an hour ago, but goes off or rests', () => {
    const [young, old] = [said(90, 60), said(90, 60.1)]
    given(...active)
      .when(says('on', young))
      .thenFacts(changed('on', young))
    given(...active)
      .when(says('on', old))
      .thenFacts()
    const on = [...active, changed('on', said(1))]
    for (const duty of ['off', 'paused'] as const)
      given(...on)
        .when(says(duty, old))
        .thenFacts(changed(duty, old))
    given(...on, changed('paused', said(2)))
      .when(says('on', old))
      .thenFacts()
    // He is on duty already: nobody is brought there.
    given(...on)
      .when(says('on', old))
      .thenFacts(again(old, 'duty'))
  })

  test('a past word is past for somebody suspended too', () => {
    given(...active, changed('on', said(10)), suspended)
      .when(says('on', said(9)))
      .thenFacts()
    given(...active, suspended)
      .when(says('on', said(10)))
      .thenRefused('suspended')
  })
})

const tells =
  (profile: Profile, when: Said, bound = false) =>
  (state: Volunteer) =>
    sayProfile(state, profile, when, bound)

describe('what a platform says of a volunteer', () => {
  const wagon: Profile = new Map([['vehicle', { vehicle: 'car', personChanged: true }]])

  test('changes what is told, and is remembered for that alone', () => {
    given(...active)
      .when(tells(wagon, said(10)))
      .thenFacts({
        type: 'volunteer.updated',
        data: { vehicle: 'car', personChanged: true, told: ['vehicle'], saidAt: said(10).at },
      })
      .thenState({ vehicle: 'car', said: { ...after(born).said, vehicle: said(10).at } })
  })

  test('of each thing the last word counts: the rest of a late message still does', () => {
    const newer = sayProfile(after(...active), wagon, said(10), false)
    const late: Profile = new Map([
      ['vehicle', { vehicle: 'pickup' as const }],
      ['skills', { skills: ['radio' as const] }],
    ])
    given(...active, ...newer)
      .when(tells(late, said(9)))
      .thenFacts({
        type: 'volunteer.updated',
        data: { skills: ['radio'], told: ['skills'], saidAt: said(9).at },
      })
      .thenState({ vehicle: 'car', skills: ['radio'] })
    expect(standing(after(...active, ...newer), late, said(9))).toEqual(['skills'])
    given(...active, ...newer)
      .when(tells(new Map([['vehicle', { vehicle: 'pickup' as const }]]), said(9)))
      .thenFacts()
  })

  test('what we know already is the last word too', () => {
    const same: Profile = new Map([['skills', { skills: registration.skills }]])
    given(...active)
      .when(tells(same, said(10)))
      .thenFacts(again(said(10), 'skills'))
    given(...active, again(said(10), 'skills'))
      .when(tells(same, said(10)))
      .thenFacts()
    given(...active)
      .when(tells(new Map(), said(10)))
      .thenFacts()
  })

  test('an old phone is past before anybody asks whether he is bound', () => {
    const phone: Profile = new Map([['phone', { personKey: 'key-18' }]])
    given(...active)
      .when(tells(phone, said(10), true))
      .thenRefused('person_busy')
    given(...active, again(said(11), 'phone'))
      .when(tells(phone, said(10), true))
      .thenFacts()
  })

  test('others correct him without a word of his platform', () => {
    given(...active)
      .when((state) => update(state, { vehicle: 'car' }, false))
      .thenFacts({ type: 'volunteer.updated', data: { vehicle: 'car' } })
      .thenState({ said: after(born).said ?? {} })
  })
})

test('facts of older releases fold as they always did', () => {
  const state = after(registered, activated, onDuty('on'), onDuty('paused'), suspended)
  expect(state).not.toHaveProperty('said')
  expect(state).not.toHaveProperty('dutySetAt')
})

test('in whatever order and however often they come, the last word stands', () => {
  const word = fc.record({
    second: fc.integer({ min: 1, max: 900 }),
    duty: fc.constantFrom<Duty>('on', 'off'),
    vehicle: fc.option(fc.constantFrom('car' as const, 'pickup' as const, 'motorcycle' as const)),
  })
  const words = fc.uniqueArray(word, { selector: ({ second }) => second, minLength: 1, maxLength: 8 })
  const comings = words.chain((said) =>
    fc.tuple(fc.constant(said), fc.shuffledSubarray([...said, ...said], { minLength: said.length * 2 })),
  )
  fc.assert(
    fc.property(comings, ([spoken, coming]) => {
      const came = coming.reduce<VolunteerFactBody[]>((facts, { second, duty, vehicle }) => {
        const when: Said = {
          at: plusSeconds(said(0).at, second),
          ours: plusSeconds(T0, second),
          ageS: 900 - second,
        }
        const saidDuty = [...facts, ...sayDuty(after(...facts), { duty, declaredArea: undefined }, when)]
        if (vehicle === null) return saidDuty
        const profile: Profile = new Map([['vehicle', { vehicle }]])
        return [...saidDuty, ...sayProfile(after(...saidDuty), profile, when, false)]
      }, active)
      const inOrder = [...spoken].sort((a, b) => a.second - b.second)
      const { duty, vehicle } = after(...came)
      expect(duty).toBe(inOrder.at(-1)?.duty)
      expect(vehicle).toBe(inOrder.findLast((one) => one.vehicle !== null)?.vehicle ?? registration.vehicle)
    }),
  )
})
