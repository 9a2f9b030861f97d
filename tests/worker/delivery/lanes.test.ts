import { describe, expect, it } from 'vitest'
import { createLanes } from '../../../worker/delivery/lanes.ts'
import { testLog } from '../../world/platform.ts'

const open = (longest = 1000) => createLanes({ most: 4, longest, log: testLog('lanes') })
const never = () => new Promise<never>(() => undefined)

/** Who began, in order; whoever is slow never ends. */
const play = async (slow: number) => {
  const lanes = open()
  const begun: string[] = []
  const enter = (key: string, n: number, work: () => Promise<unknown>) =>
    lanes.enter(key, {
      id: `${key}-${n}`,
      rank: 1,
      work: () => {
        begun.push(`${key}-${n}`)
        return work()
      },
    })
  for (let n = 0; n < Math.max(slow, 30); n += 1) {
    if (n < slow) enter('slow', n, never)
    if (n < 30) for (const key of ['a', 'b']) enter(key, n, async () => undefined)
  }
  while (lanes.lengths('a').running + lanes.lengths('b').running > 0) await Promise.resolve()
  return { begun: begun.filter((id) => !id.startsWith('slow')), slow: lanes.lengths('slow') }
}

describe('lanes', () => {
  it('of others go on as if the slow one were not there, turn by turn', async () => {
    const alone = await play(0)
    const beside = await play(500)
    expect(alone.begun).toHaveLength(60)
    expect(beside.begun).toEqual(alone.begun)
    expect(beside.slow).toEqual({ running: 4, waiting: 496 })
  })

  it('begin with whoever is most urgent, then in the order in which they came', async () => {
    const lanes = open()
    const begun: string[] = []
    const enter = (id: string, rank: number, work: () => Promise<unknown> = async () => undefined) =>
      lanes.enter('a', { id, rank, work: () => (begun.push(id), work()) })
    const ends: (() => void)[] = []
    for (const n of [1, 2, 3, 4]) enter(`busy-${n}`, 2, () => new Promise<void>((end) => ends.push(end)))
    for (const [id, rank] of [
      ['c', 2],
      ['a', 1],
      ['d', 2],
      ['urgent', 0],
      ['b', 1],
    ] as const)
      enter(id, rank)
    for (const end of ends) end()
    await lanes.settled()
    expect(begun.slice(4)).toEqual(['urgent', 'a', 'b', 'c', 'd'])
  })

  it('hold the same piece once, and no more than their length; what is urgent takes the last place', () => {
    const lanes = open(2)
    const enter = (id: string, rank = 1) => lanes.enter('a', { id, rank, work: never })
    for (const id of ['1', '2', '3', '4', '5', '6', '1', '5']) expect(enter(id)).toBe(true)
    expect(lanes.lengths('a')).toEqual({ running: 4, waiting: 2 })
    expect(enter('7')).toBe(false)
    expect(enter('8', 0)).toBe(true)
    expect(lanes.lengths('a')).toEqual({ running: 4, waiting: 2 })
  })

  it('go on after a piece that failed, and end when told to', async () => {
    const lanes = open()
    let done = 0
    for (let n = 0; n < 9; n += 1)
      lanes.enter('a', {
        id: String(n),
        rank: 1,
        work: async () => {
          done += 1
          throw new Error('no')
        },
      })
    await lanes.settled()
    expect(done).toBe(9)
    await lanes.close()
    expect(lanes.enter('a', { id: 'late', rank: 0, work: never })).toBe(false)
  })
})
