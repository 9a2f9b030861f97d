import { describe, expect, it } from 'vitest'
import { createClosers } from '#contracts/runtime/closers.ts'
import { DeadlineError, withDeadline } from '#contracts/runtime/deadline.ts'
import { captureLog } from './capture-log.ts'

describe('createClosers', () => {
  it('closes in reverse order, one after the other, once', async () => {
    const { log } = captureLog()
    const closers = createClosers({ log })
    const closed: string[] = []
    closers.add('mongo', async () => {
      await new Promise(setImmediate)
      closed.push('mongo')
    })
    closers.add('http', async () => {
      await new Promise(setImmediate)
      closed.push('http')
    })
    expect(await Promise.all([closers.closeAll(), closers.closeAll()])).toEqual([true, true])
    expect(closed).toEqual(['http', 'mongo'])
  })

  it('goes on past closers that fail or hang, and says so', async () => {
    const { log, messages } = captureLog()
    const closers = createClosers({ log, deadlineMs: 20 })
    const closed: string[] = []
    closers.add('last', () => void closed.push('last'))
    closers.add('hangs', () => new Promise(() => {}))
    closers.add('rejects', () => Promise.reject(new Error('no')))
    closers.add('throws', () => {
      throw new Error('no')
    })
    expect(await closers.closeAll()).toBe(false)
    expect(closed).toEqual(['last'])
    expect(messages('error')).toHaveLength(3)
  })

  it('also closes what is added while closing, or after', async () => {
    const { log } = captureLog()
    const closers = createClosers({ log })
    const closed: string[] = []
    closers.add('first', () => closers.add('during', () => void closed.push('during')))
    await closers.closeAll()
    closers.add('after', () => void closed.push('after'))
    await closers.closeAll()
    expect(closed).toEqual(['during', 'after'])
  })
})

describe('withDeadline', () => {
  it('passes on the outcome of work that ends', async () => {
    expect(await withDeadline(Promise.resolve(7), 1000, 'work')).toBe(7)
    await expect(withDeadline(Promise.reject(new Error('no')), 1000, 'work')).rejects.toThrow('no')
  })

  it('gives up on work that hangs', async () => {
    const hanging = withDeadline(new Promise(() => {}), 5, 'queue.add')
    await expect(hanging).rejects.toThrow(new DeadlineError('queue.add', 5))
  })
})
