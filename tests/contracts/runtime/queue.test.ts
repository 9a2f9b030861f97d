import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSerial } from '#contracts/runtime/queue.ts'

function gate() {
  const resolvers: (() => void)[] = []
  const opened = new Promise<void>((resolve) => void resolvers.push(resolve))
  return { open: () => resolvers.forEach((resolve) => resolve()), opened }
}

describe('createSerial', () => {
  it('runs the calls of one key one after another and other keys beside them', async () => {
    const serial = createSerial()
    const seen: string[] = []
    const first = gate()
    const a1 = serial('a', async () => {
      seen.push('a1 begins')
      await first.opened
      seen.push('a1 ends')
      return 1
    })
    const a2 = serial('a', async () => {
      seen.push('a2')
      return 2
    })
    await serial('b', async () => void seen.push('b'))
    expect(seen).toEqual(['a1 begins', 'b'])
    first.open()
    expect(await Promise.all([a1, a2])).toEqual([1, 2])
    expect(seen).toEqual(['a1 begins', 'b', 'a1 ends', 'a2'])
  })

  it('goes on after a call that failed, in a promise or at once', async () => {
    const serial = createSerial()
    const failed = serial('a', () => Promise.reject(new Error('lost')))
    const thrown = serial('a', () => {
      throw new Error('thrown')
    })
    const fine = serial('a', async () => 'fine')
    await expect(failed).rejects.toThrow('lost')
    await expect(thrown).rejects.toThrow('thrown')
    expect(await fine).toBe('fine')
  })

  it('keeps order, never overlaps and forgets its keys, for any schedule', async () => {
    const calls = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), fails: fc.boolean() }), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(calls, fc.scheduler(), async (planned, scheduler) => {
        const serial = createSerial()
        const inside = new Set<string>()
        const began: Record<string, number[]> = { a: [], b: [], c: [] }
        const results = planned.map(({ key, fails }, index) =>
          serial(key, async () => {
            expect(inside.has(key)).toBe(false)
            inside.add(key)
            began[key]?.push(index)
            await scheduler.schedule(Promise.resolve())
            inside.delete(key)
            if (fails) throw new Error('planned')
            return index
          }),
        )
        const settled = Promise.allSettled(results)
        await scheduler.waitFor(settled)
        expect((await settled).map((one) => one.status)).toEqual(
          planned.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
        )
        for (const order of Object.values(began)) expect(order).toEqual([...order].sort((x, y) => x - y))
        await new Promise(setImmediate)
        expect(serial.keys()).toBe(0)
      }),
    )
  })
})
