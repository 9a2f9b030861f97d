import { expect, test } from 'vitest'
import { createGate } from '#contracts/runtime/gate.ts'

/** Work that goes on until it is told how to end. */
const work = () => {
  const it: { begun: boolean; end: (error: Error | null) => void } = {
    begun: false,
    end: () => {
      throw new Error('has not begun')
    },
  }
  const run = () =>
    new Promise<void>((resolve, reject) => {
      it.begun = true
      it.end = (error) => (error === null ? resolve() : reject(error))
    })
  return { it, run }
}

test('a gate lets in so many at once, in order, and the next when one has left, however it left', async () => {
  const gate = createGate(2)
  const all = [work(), work(), work(), work()]
  const results = all.map(({ run }) => gate(run))
  const begun = async () => {
    await new Promise((resolve) => setImmediate(resolve))
    return all.map(({ it }) => it.begun)
  }
  expect(await begun()).toEqual([true, true, false, false])
  all[1]?.it.end(new Error('broken'))
  await expect(results[1]).rejects.toThrow('broken')
  expect(await begun()).toEqual([true, true, true, false])
  all[0]?.it.end(null)
  expect(await begun()).toEqual([true, true, true, true])
  for (const { it } of all.slice(2)) it.end(null)
  expect(await Promise.all([results[0], ...results.slice(2)])).toEqual([undefined, undefined, undefined])
})
