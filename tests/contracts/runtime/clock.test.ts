import { describe, expect, it } from 'vitest'
import { fixedClock } from '#contracts/runtime/clock.ts'
import { createDatabaseClock } from '#contracts/runtime/database-clock.ts'
import { captureLog } from './capture-log.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')

describe('fixedClock', () => {
  it('stands still until it is advanced, and hands out dates nobody can turn back', () => {
    const clock = fixedClock(noon)
    clock.now().setFullYear(1999)
    expect(clock.now()).toEqual(noon)
    clock.advance(1.5)
    expect(clock.now().toISOString()).toBe('2026-11-22T12:00:01.500Z')
  })
})

/** A database and a machine whose clocks, delays and elapsed time are set by hand. */
function machine({
  localAheadMs = 0,
  roundTripsMs = [10],
}: {
  localAheadMs?: number
  roundTripsMs?: number[]
}) {
  const state = {
    databaseMs: noon.getTime(),
    aheadMs: localAheadMs,
    elapsedMs: 0,
    trips: [...roundTripsMs],
    asked: 0,
  }
  const pass = (ms: number) => {
    state.elapsedMs += ms
    state.databaseMs += ms
  }
  const options = {
    readDatabaseTime: () => {
      const tripMs = state.trips[Math.min(state.asked, state.trips.length - 1)] ?? 0
      state.asked += 1
      pass(tripMs / 2)
      const time = new Date(state.databaseMs)
      pass(tripMs / 2)
      return Number.isNaN(tripMs) ? Promise.reject(new Error('no database')) : Promise.resolve(time)
    },
    local: { now: () => new Date(state.databaseMs + state.aheadMs) },
    elapsedMs: () => state.elapsedMs,
    log: captureLog().log,
  }
  return { state, pass, options }
}

describe('createDatabaseClock', () => {
  it('tells database time, carried on between two measurements', async () => {
    const { state, pass, options } = machine({ localAheadMs: 1500 })
    const clock = await createDatabaseClock(options)
    expect(clock.now().getTime()).toBe(state.databaseMs)
    pass(20_000)
    expect(clock.now().getTime()).toBe(state.databaseMs)
    expect(clock.skewMs()).toBe(1500)
    await clock.stop()
  })

  it('measures at the middle of the shortest round trip', async () => {
    const { state, options } = machine({ roundTripsMs: [900, 20, 700] })
    const clock = await createDatabaseClock(options)
    expect(clock.now().getTime()).toBe(state.databaseMs)
    await clock.stop()
  })

  it.each([
    [2000, true],
    [-2000, true],
    [2001, false],
    [-2001, false],
  ])('with the local clock %i ms ahead it is in service: %s', async (localAheadMs, inService) => {
    const clock = await createDatabaseClock(machine({ localAheadMs }).options)
    expect([clock.skewMs(), clock.inService()]).toEqual([localAheadMs, inService])
    await clock.stop()
  })

  it('is not moved by a jump of the local clock, and leaves service at once', async () => {
    const { state, options } = machine({})
    const clock = await createDatabaseClock(options)
    state.aheadMs = -600_000
    expect(clock.now().getTime()).toBe(state.databaseMs)
    expect([clock.skewMs(), clock.inService()]).toEqual([-600_000, false])
    await clock.stop()
  })

  it('follows the database after a refresh', async () => {
    const { state, options } = machine({})
    const clock = await createDatabaseClock(options)
    state.databaseMs += 5000
    state.aheadMs = -5000
    expect(clock.skewMs()).toBe(0)
    await clock.refresh()
    expect(clock.now().getTime()).toBe(state.databaseMs)
    expect([clock.skewMs(), clock.inService()]).toEqual([-5000, false])
    await clock.stop()
  })

  it('does not start on a slow or absent answer, and keeps the old measurement when a refresh fails', async () => {
    await expect(createDatabaseClock(machine({ roundTripsMs: [1001] }).options)).rejects.toThrow(
      'within a second',
    )
    await expect(createDatabaseClock(machine({ roundTripsMs: [Number.NaN] }).options)).rejects.toThrow(
      'no database',
    )

    const { state, pass, options } = machine({})
    const clock = await createDatabaseClock(options)
    state.trips = [6000]
    await expect(clock.refresh()).rejects.toThrow('within a second')
    pass(1000)
    expect(clock.now().getTime()).toBe(state.databaseMs)
    await clock.stop()
  })
})
