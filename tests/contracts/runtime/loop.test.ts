import { describe, expect, it, vi } from 'vitest'
import { fixedClock } from '#contracts/runtime/clock.ts'
import { startLoop } from '#contracts/runtime/loop.ts'
import { captureLog } from './capture-log.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const HOUR = 3_600_000

describe('startLoop', () => {
  it('runs at once, then again and again, never two passes at a time', async () => {
    let inside = 0
    let most = 0
    let passes = 0
    const loop = startLoop({
      name: 'sweeper',
      everyMs: 1,
      log: captureLog().log,
      run: async () => {
        inside += 1
        most = Math.max(most, inside)
        await new Promise(setImmediate)
        loop.wake()
        inside -= 1
        passes += 1
      },
    })
    await vi.waitFor(() => expect(passes).toBeGreaterThan(20))
    await loop.stop()
    expect(most).toBe(1)
  })

  it('goes on after a failing pass, which can be seen', async () => {
    const { log, messages } = captureLog()
    const errors: unknown[] = []
    let passes = 0
    const loop = startLoop({
      name: 'relay',
      everyMs: 1,
      log,
      clock: fixedClock(noon),
      onError: (error) => errors.push(error),
      run: async () => {
        passes += 1
        if (passes === 1) throw new Error('no database')
        if (passes === 2) throw new Error('still none')
      },
    })
    expect([loop.failures, loop.failuresInARow, loop.lastOkAt]).toEqual([0, 0, undefined])
    await vi.waitFor(() => expect(loop.lastOkAt).toEqual(noon))
    await loop.stop()
    expect([loop.failures, loop.failuresInARow]).toEqual([2, 0])
    expect(errors).toHaveLength(2)
    expect(messages('error')).toHaveLength(2)
    expect(messages('info')).toEqual(['loop recovered'])
  })

  it('can be woken from its rest, and during a pass for another one', async () => {
    let passes = 0
    const loop = startLoop({
      name: 'follower',
      everyMs: HOUR,
      log: captureLog().log,
      run: async () => {
        passes += 1
        if (passes === 2) loop.wake()
      },
    })
    await vi.waitFor(() => expect(passes).toBe(1))
    await new Promise(setImmediate)
    loop.wake()
    await vi.waitFor(() => expect(passes).toBe(3))
    await loop.stop()
    loop.wake()
    await new Promise(setImmediate)
    expect(passes).toBe(3)
  })

  it('waits for the running pass when it is stopped, and does not call its end a failure', async () => {
    const { log, messages } = captureLog()
    let running = false
    let ended = false
    const loop = startLoop({
      name: 'flusher',
      everyMs: 1,
      log,
      run: async (signal) => {
        running = true
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        await new Promise(setImmediate)
        ended = true
        signal.throwIfAborted()
      },
    })
    await vi.waitFor(() => expect(running).toBe(true))
    await loop.stop()
    expect(ended).toBe(true)
    expect([loop.failures, messages('error')]).toEqual([0, []])
  })
})
