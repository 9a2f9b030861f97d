import { EventEmitter, once } from 'node:events'
import { expect, it } from 'vitest'
import { chanceOf } from '../../local/faults/chance.ts'
import { hurtTogether } from '../../local/faults/cycle.ts'
import type { Fault } from '../../local/faults/faults/fault.ts'
import type { Ground } from '../../local/faults/ground/ground.ts'

const nowhere: Partial<Ground> = {}
const drawn = (name: string, hurt: Fault['hurt']) => ({
  fault: { name, about: 'none' as const, lastsMs: [0, 0] as const, hurt },
  lastsMs: 0,
})
const together = (...faults: ReturnType<typeof drawn>[]) =>
  hurtTogether(nowhere as Ground, faults, chanceOf(1))

it('the faults of a pair are at work at the same time', async () => {
  const begun = new Set<string>()
  const gate = new EventEmitter()
  const both = once(gate, 'both')
  const waits = (name: string) =>
    drawn(name, async () => {
      begun.add(name)
      if (begun.size === 2) gate.emit('both')
      await both
      return async () => void begun.delete(name)
    })
  const mends = await together(waits('one'), waits('other'))
  for (const mend of mends) await mend()
  expect([mends.length, begun.size]).toEqual([2, 0])
})

it('what was done is made good again when the other cannot be done', async () => {
  const mended: string[] = []
  const done = drawn('done', async () => async () => void mended.push('done'))
  const fails = drawn('fails', async () => {
    throw new Error('cannot be done')
  })
  await expect(together(fails, done)).rejects.toThrow('cannot be done')
  expect(mended).toEqual(['done'])
})
