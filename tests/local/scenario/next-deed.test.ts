import { describe, expect, it } from 'vitest'
import { after, assignment, AT, clockAt, course, deedAt, incident, need } from './given.ts'

const stalled = (remedies: string[]) => ({ considered: 9, reasons: {}, remedies, since: AT })
const searching = (over: Parameters<typeof incident>[0] = {}) =>
  incident({ status: 'dispatching', verifiedAt: AT, dispatchedAt: AT, needs: [need()], ...over })

describe('at the gate', () => {
  it('a report is looked at after a while, by the clock of life', () => {
    expect(deedAt(99, incident())).toBeNull()
    expect(deedAt(100, incident())).toEqual({ kind: 'verify' })
    expect(deedAt(10, incident(), { clock: clockAt(10, 10) })).toEqual({ kind: 'verify' })
  })

  it('a prank is rejected, another’s matter handed over', () => {
    const gates = [{ kind: 'reject', reason: 'palsu' } as const, { kind: 'refer', to: 'damkar' } as const]
    for (const gate of gates) expect(deedAt(100, incident(), { course: course({ gate }) })).toEqual(gate)
  })

  it('a second call is joined to the first, or counts when that one was never filed', () => {
    const second = { course: course({ gate: { kind: 'duplicate', of: 3 } }) }
    expect(deedAt(100, incident(), { ...second, idOf: (call) => `inc-of-${call}` })).toEqual({
      kind: 'duplicate',
      of: 'inc-of-3',
    })
    expect(deedAt(100, incident(), second)).toEqual({ kind: 'verify' })
  })

  it('what is verified gets its needs and is dispatched', () => {
    expect(deedAt(100, incident({ status: 'verified' }))).toEqual({ kind: 'needs', needs: course().needs })
    expect(deedAt(100, incident({ status: 'verified', needs: [need()] }))).toEqual({ kind: 'dispatch' })
  })
})

describe('during the search', () => {
  it('the own team departs, then arrives', () => {
    const view = { course: course({ trc: { departsAfterS: 200, arrivesAfterS: 600 } }) }
    expect(deedAt(199, searching(), view)).toBeNull()
    expect(deedAt(200, searching(), view)).toEqual({ kind: 'trc', step: 'departed' })
    const departed = searching({ trc: { departedAt: after(200), arrivedAt: null } })
    expect(deedAt(700, departed, view)).toBeNull()
    expect(deedAt(800, departed, view)).toEqual({ kind: 'trc', step: 'arrived' })
  })

  it('a stalled need is searched wider, then anew, a few times', () => {
    const state = searching({
      needs: [need({ status: 'stalled', stalled: stalled(['ask_again', 'widen']) })],
    })
    expect(deedAt(100, state)).toBeNull()
    expect(deedAt(200, state)).toEqual({ kind: 'widen' })
    expect(deedAt(200, state, { refused: new Set(['widen']) })).toEqual({ kind: 'ask_again' })
    expect(deedAt(200, { ...state, search: 3 }, { refused: new Set(['widen']) })).toBeNull()
  })

  it('however fast life goes, a watcher sees the alarm before it is dealt with', () => {
    const alarm = { id: 'stalled:1', what: 'stalled', detail: '', subject: '', acknowledgedAt: null } as const
    const state = searching({ alarms: [{ ...alarm, since: AT }] })
    expect(deedAt(19, state, { clock: clockAt(19, 60) })).toBeNull()
    expect(deedAt(20, state, { clock: clockAt(20, 60) })).toEqual({
      kind: 'acknowledge',
      alarm: 'stalled:1',
    })
  })
})

describe('at the end', () => {
  const served = searching({ status: 'responding', needs: [need({ status: 'filled' })] })

  it('is under control a while after the last volunteer is done', () => {
    const working = { ...served, assignments: [assignment('working'), assignment('completed')] }
    const done = { ...served, assignments: [assignment('completed')], changedAt: after(1000) }
    expect(deedAt(9000, working)).toBeNull()
    expect(deedAt(1100, done)).toBeNull()
    expect(deedAt(1200, done)).toMatchObject({ kind: 'control' })
  })

  it('does without those who do not come, but never while somebody is out', () => {
    expect(deedAt(5000, searching())).toBeNull()
    expect(deedAt(5400, searching())).toMatchObject({ kind: 'control' })
    expect(deedAt(5400, searching({ assignments: [assignment('en_route')] }))).toBeNull()
  })

  it('is closed a while later, when everybody is home', () => {
    const controlled = incident({ status: 'controlled' })
    expect(deedAt(200, controlled)).toBeNull()
    expect(deedAt(300, controlled)).toMatchObject({ kind: 'close' })
    expect(deedAt(300, { ...controlled, assignments: [assignment('working')] })).toBeNull()
  })

  it('what was refused is not tried again until something changes', () => {
    expect(deedAt(300, incident({ status: 'controlled' }), { refused: new Set(['close']) })).toBeNull()
  })

  it.each(['closed', 'rejected', 'duplicate', 'referred', 'cancelled'] as const)(
    '%s is left alone',
    (status) => {
      expect(deedAt(9000, incident({ status }))).toBeNull()
    },
  )
})
