import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Context } from '../../api/context.ts'
import { keepPositions } from '../../api/usecases/keep-positions.ts'
import { testLog } from '../world/platform.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('whoever tells where he is does not wait for a Redis that is silent', async () => {
  const presence: Partial<Context['presence']> = { keep: () => new Promise(() => undefined) }
  const background: Partial<Context['store']['background']> = {
    run: () => {
      throw new Error('nothing was kept')
    },
  }
  const store: Partial<Context['store']> = { background: background as Context['store']['background'] }
  const context = {
    presence: presence as Context['presence'],
    store: store as Context['store'],
    log: testLog('keep-positions'),
  }
  const fix = { lat: -10.17, lng: 123.6, accuracyM: 10, at: new Date(0).toISOString() }
  const kept = keepPositions(context, '5371', new Map([['vol_1', fix]]), new Date(0))
  const said = expect(kept).rejects.toMatchObject({ code: 'not_saved' })
  await vi.advanceTimersByTimeAsync(3000)
  await said
})
