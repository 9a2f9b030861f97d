import { describe, expect, test } from 'vitest'
import { Refusal } from '#contracts/domain/refusal.ts'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import {
  activate,
  reinstate,
  standingMoves,
  suspend,
  withdrawVolunteer,
} from '#contracts/domain/volunteer/commands.ts'
import { Standing } from '#contracts/domain/volunteer/facts.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { minutes } from '../scenario.ts'
import {
  activated,
  after,
  agreed,
  fold,
  given,
  onDuty,
  registered,
  reinstated,
  suspended,
  wayTo,
  withdrawn,
} from './given.ts'

const commands = {
  activate: (state: Volunteer) => activate(state, wholeAgreement),
  suspend: (state: Volunteer) => suspend(state, { reason: 'txt_1' }),
  reinstate,
  withdraw: (state: Volunteer) => withdrawVolunteer(state, false),
}
type Result = Volunteer['standing'] | 'illegal_move'
const no = 'illegal_move'
// prettier-ignore
const columns = ['pending',   'active',    'suspended', 'withdrawn'] as const
// prettier-ignore
const matrix: Record<keyof typeof commands, readonly Result[]> = {
  activate:  ['active',    no,          no,          no],
  suspend:   ['suspended', 'suspended', no,          no],
  reinstate: [no,          no,          'active',    no],
  withdraw:  ['withdrawn', 'withdrawn', 'withdrawn', no],
}

const resultOf = (from: Volunteer['standing'], name: keyof typeof commands): string => {
  const before = after(...wayTo[from])
  try {
    return fold(commands[name](before), before)?.standing ?? 'nobody'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('standing', () => {
  const names = ['activate', 'suspend', 'reinstate', 'withdraw'] as const
  test('the columns are the standings', () => expect(columns).toEqual(Standing.options))
  test.each(
    names.flatMap((name) => columns.map((from, column) => [name, from, matrix[name][column]] as const)),
  )('%s when %s: %s', (name, from, expected) => expect(resultOf(from, name)).toBe(expected))

  test('the matrix makes exactly the moves of the table', () => {
    const made = names.flatMap((name) =>
      columns.flatMap((from, column) =>
        matrix[name][column] === no ? [] : [`${from} → ${matrix[name][column]}`],
      ),
    )
    const table = columns.flatMap((from) => standingMoves[from].map((to) => `${from} → ${to}`))
    expect(made.sort()).toEqual(table.sort())
  })
})

test('the facts', () => {
  given(registered, ...agreed)
    .when((state) => activate(state))
    .thenFacts(activated)
  given(registered, activated)
    .when((state) => suspend(state, { reason: 'txt_1' }))
    .thenFacts({ type: 'volunteer.suspended', data: { reason: 'txt_1' } })
  given(...wayTo.suspended)
    .when(reinstate)
    .thenFacts(reinstated)
  given(registered)
    .when((state) => withdrawVolunteer(state, false))
    .thenFacts(withdrawn)
})

test('suspending ends duty but keeps where he declared to be; withdrawing forgets it', () => {
  given(registered, activated, onDuty('on', '5371011001'))
    .when((state) => suspend(state, { reason: 'txt_1' }), minutes(30))
    .thenState({ duty: 'off', dutySince: null, declaredArea: '5371011001' })
  given(registered, activated, onDuty('on', '5371011001'))
    .when((state) => withdrawVolunteer(state, false), minutes(30))
    .thenState({ duty: 'off', declaredArea: null, ref: 'left:vol_1', formerRef: 'drv-17' })
})

test('reinstated he is active, but not on duty', () => {
  given(registered, activated, onDuty('on'), suspended)
    .when(reinstate)
    .thenState({ standing: 'active', duty: 'off' })
})

test('who is bound to an offer or a task cannot withdraw', () => {
  given(...wayTo.active)
    .when((state) => withdrawVolunteer(state, true))
    .thenRefused('person_busy')
  given(...wayTo.withdrawn)
    .when((state) => withdrawVolunteer(state, true))
    .thenRefused('illegal_move')
})
