import { describe, expect, test } from 'vitest'
import { foldAnswers, NO_RECORD } from '#contracts/domain/volunteer/answers.ts'

type Told = Parameters<typeof foldAnswers>[1]
const at = '2026-04-05T01:00:00.000Z'
const yes = (assignmentId: string): Told => ({
  type: 'offer.accepted',
  at,
  data: { offerId: 'o', assignmentId },
})
const told = (type: string, assignmentId: string, state?: string): Told => ({
  type,
  at,
  data: { assignmentId, state },
})
const after = (...facts: readonly Told[]) => facts.reduce(foldAnswers, NO_RECORD).coming

describe('whether somebody came who had said yes', () => {
  test('nothing is known of who never said yes', () => {
    expect(after(told('assignment.progressed', 'a', 'on_scene'))).toBeUndefined()
  })

  test('he came when he was there, once, however many steps he told', () => {
    const steps = ['en_route', 'on_scene', 'working', 'completed']
    const facts = steps.map((step) => told('assignment.progressed', 'a', step))
    expect(after(yes('a'), ...facts)).toEqual({ came: 1, missed: 0, out: null })
    expect(after(yes('a'), told('assignment.progressed', 'a', 'completed'))).toMatchObject({ came: 1 })
  })

  test.each(['assignment.released', 'assignment.failed'])('%s before he was there is a miss', (type) => {
    expect(after(yes('a'), told(type, 'a'))).toEqual({ came: 0, missed: 1, out: null })
    expect(after(yes('a'), told('assignment.progressed', 'a', 'en_route'), told(type, 'a'))).toMatchObject({
      missed: 1,
    })
  })

  test('giving up at the place is no miss: he was there', () => {
    const facts = [yes('a'), told('assignment.progressed', 'a', 'on_scene'), told('assignment.failed', 'a')]
    expect(after(...facts)).toEqual({ came: 1, missed: 0, out: null })
  })

  test.each(['assignment.stood_down', 'assignment.reassigned'])('%s says nothing of him', (type) => {
    expect(after(yes('a'), told(type, 'a'))).toEqual({ came: 0, missed: 0, out: null })
  })

  test('what is told of another task is not his', () => {
    expect(after(yes('a'), told('assignment.released', 'b'))).toEqual({ came: 0, missed: 0, out: 'a' })
  })
})
