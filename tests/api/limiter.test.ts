import type { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import { createSignInLimits, SIGN_IN_LIMITS } from '../../api/usecases/session/limits.ts'

const never = () => new Promise<never>(() => undefined)
/** Takes every command and answers none, as behind a line that is half-open. */
const silent: Partial<Redis> = Object.assign(
  { status: 'ready' as const, defineCommand: () => undefined, del: never },
  { rlflxIncr: never },
)

it('who signs in does not wait for a Redis that is silent, and is counted all the same', async () => {
  const limits = createSignInLimits(silent as Redis, 'silent')
  const attempts = (address: string, many: number) =>
    Promise.allSettled(Array.from({ length: many }, () => limits.spend({ login: 'ina', address })))
  const tried = await attempts('10.0.0.1', SIGN_IN_LIMITS.account + 1)
  expect(tried.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'too_many' } },
  ])
  await limits.forgive({ login: 'ina', address: '10.0.0.1' })
  await limits.spend({ login: 'ina', address: '10.0.0.1' })
})
