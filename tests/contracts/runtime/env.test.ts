import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ConfigError, readEnv } from '#contracts/runtime/env.ts'

const schema = z.object({
  MONGODB_URI: z.url(),
  API_PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  PERSON_KEY: z.string().min(32),
  LOG_LEVEL: z.enum(['debug', 'info']).default('info'),
  TRUST_PROXY: z.stringbool().optional(),
})
const good = { MONGODB_URI: 'mongodb://localhost/tr', PERSON_KEY: 'k'.repeat(32) }

function mistakesOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readEnv(schema, env)
  } catch (err) {
    if (err instanceof ConfigError) return err.mistakes
    throw err
  }
  return []
}

describe('readEnv', () => {
  it('gives typed values and defaults, and ignores foreign variables', () => {
    const config = readEnv(schema, { ...good, API_PORT: '8080', TRUST_PROXY: 'false', HOME: '/root' })
    expect(config).toEqual({ ...good, API_PORT: 8080, LOG_LEVEL: 'info', TRUST_PROXY: false })
  })

  it('takes an empty variable for a missing one', () => {
    expect(readEnv(schema, { ...good, API_PORT: '', LOG_LEVEL: '  ' })).toMatchObject({ API_PORT: 3000 })
    expect(mistakesOf({ ...good, MONGODB_URI: '' })).toEqual(['MONGODB_URI: missing'])
  })

  it('lists every mistake at once, one line each', () => {
    const mistakes = mistakesOf({ API_PORT: '99999', PERSON_KEY: 'short', LOG_LEVEL: 'loud' })
    expect(mistakes.map((line) => line.split(':')[0])).toEqual([
      'MONGODB_URI',
      'API_PORT',
      'PERSON_KEY',
      'LOG_LEVEL',
    ])
    expect(mistakes.every((line) => !line.includes('\n'))).toBe(true)
    expect(() => readEnv(schema, {})).toThrow('The configuration has mistakes:\n  MONGODB_URI: missing\n')
  })

  it('never repeats a value', () => {
    expect(mistakesOf({ ...good, PERSON_KEY: 'hunter2', MONGODB_URI: 'hunter2' }).join()).not.toContain(
      'hunter2',
    )
  })

  it('reports rules over several variables by their own message', () => {
    const paired = z
      .object({ CERT: z.string().optional(), KEY: z.string().optional() })
      .refine((env) => (env.CERT === undefined) === (env.KEY === undefined), 'CERT and KEY go together')
    expect(() => readEnv(paired, { CERT: 'c' })).toThrow('  CERT and KEY go together')
  })
})
