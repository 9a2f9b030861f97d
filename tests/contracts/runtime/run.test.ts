import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'

const fixture = new URL('run-fixture.ts', import.meta.url).pathname
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function begin(how: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', fixture, how], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  children.push(child)
  const ready = once(child, 'message')
  const ended = (async () => {
    if (child.stdout === null) throw new Error('the child has no output')
    const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
    const said = output
      .trim()
      .split('\n')
      .map((line): { level: string; msg: string; closer?: string } => JSON.parse(line))
    return {
      code,
      output,
      said: said.map((line) => line.msg),
      closed: said.flatMap((line) => line.closer ?? []),
    }
  })()
  return { child, ready, ended }
}

describe('runProcess', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says when it is ready, and on %s closes in reverse order',
    async (signal) => {
      const { child, ready, ended } = begin('well')
      expect((await ready)[0]).toEqual({ ready: true })
      child.kill(signal)
      const { code, said, closed } = await ended
      expect(code).toBe(0)
      expect(closed).toEqual(['third', 'second', 'first'])
      expect([said[0], said.at(-1)]).toEqual(['fixture is ready', 'fixture has stopped'])
    },
  )

  it.each(['hangs-once', 'fails-to-close'])('closes the rest and exits 1 when a closer %s', async (how) => {
    const { child, ready, ended } = begin(how)
    await ready
    child.kill('SIGTERM')
    const { code, closed } = await ended
    expect(code).toBe(1)
    expect(closed).toEqual(['third', 'second', 'first'])
  })

  it('exits 1 when the whole stop takes too long, or when it is told twice', async () => {
    const slow = begin('hangs-for-ever')
    await slow.ready
    slow.child.kill('SIGTERM')
    const late = await slow.ended
    expect([late.code, late.said.at(-1)]).toEqual([1, 'did not stop in time'])

    const twice = begin('hangs-for-ever')
    await twice.ready
    twice.child.kill('SIGTERM')
    twice.child.kill('SIGINT')
    expect((await twice.ended).code).toBe(1)
  })

  it('closes what was opened and exits 1 when the start fails', async () => {
    const { code, said, closed } = await begin('fails-to-start').ended
    expect(code).toBe(1)
    expect(closed).toEqual(['third', 'second', 'first'])
    expect(said).toContain('fixture did not start')
  })

  it.each([
    ['rejects', 'unhandled rejection'],
    ['throws', 'uncaught exception'],
  ])('logs and exits 1 at once when something %s unseen', async (how, message) => {
    const { code, said, closed, output } = await begin(how).ended
    expect([code, said.at(-1), closed]).toEqual([1, message, []])
    expect(output).not.toContain('1234567890')
  })
})
