import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { referenceQuery } from '../../dashboard/src/api/queries.ts'
import { loadAgain } from '../../dashboard/src/live/load.ts'
import { linkSaying } from '../../dashboard/src/panels/frame/link-saying.ts'
import { id as words } from '../../dashboard/src/text/id.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const clock = (moment: number): string => `pukul ${String(moment)}`

test('a screen that never got its live line says so, as one that lost it does', () => {
  expect(linkSaying('cut', null, words.frame, clock)).toBe(words.frame.neverBar)
  expect(linkSaying('cut', 5, words.frame, clock)).toBe(words.frame.cutBar('pukul 5'))
  expect(linkSaying('behind', null, words.frame, clock)).toBe(words.frame.behindBar)
  expect([
    linkSaying('live', 5, words.frame, clock),
    linkSaying('connecting', null, words.frame, clock),
  ]).toEqual([null, null])
})

test('code that could not be loaded is loaded again, later and later, until it comes', async () => {
  const tries: number[] = []
  const failures = vi.fn<() => void>()
  const loaded = vi.fn<(value: string) => void>()
  const began = Date.now()
  loadAgain(
    () => {
      tries.push(Math.round((Date.now() - began) / 1000))
      return tries.length < 8 ? Promise.reject(new Error('chunk')) : Promise.resolve('code')
    },
    loaded,
    failures,
  )
  await vi.advanceTimersByTimeAsync(600_000)
  expect(tries).toEqual([0, 1, 3, 7, 15, 31, 61, 91])
  expect(failures).toHaveBeenCalledTimes(7)
  expect(loaded.mock.calls).toEqual([['code']])
})

test('whoever leaves stops it', async () => {
  const load = vi.fn<() => Promise<string>>(() => Promise.reject(new Error('chunk')))
  const stop = loadAgain(load, vi.fn<() => void>(), vi.fn<() => void>())
  await vi.advanceTimersByTimeAsync(0)
  stop()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(load).toHaveBeenCalledTimes(1)
})

test('without the list of kelurahan nothing is live: it is asked for until it comes, and then no more', () => {
  const { refetchInterval } = referenceQuery({ call: () => Promise.reject(new Error('not here')) })
  const everyMs = (status: 'error' | 'pending' | 'success'): unknown =>
    typeof refetchInterval === 'function' ? refetchInterval({ state: { status } } as never) : refetchInterval
  expect([everyMs('error'), everyMs('pending'), everyMs('success')]).toEqual([5000, false, false])
})
