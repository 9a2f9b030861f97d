import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { simulatorConfig } from '../../../local/simulator/config.ts'
import { readRoster } from '../../../local/simulator/roster.ts'
import { defaultSettings } from '../../../local/simulator/settings.ts'
import { driver, OURS, THEIRS } from './given.ts'

const least = {
  SIM_API_URL: 'http://127.0.0.1:8080',
  SIM_PARTNER_REF: 'ojek-contoh',
  SIM_SECRET_OUT: THEIRS,
  SIM_SECRET_IN: OURS,
  SIM_ROSTER: 'roster.json',
}

describe('the environment', () => {
  it('has defaults for everything but addresses, secrets and drivers', () => {
    const { settings, port } = simulatorConfig({ ...least, SIM_SEED: '', OTHER: 'x' })
    expect(settings).toEqual(defaultSettings)
    expect(port).toBe(0)
  })

  it('sets speed, shares and a script', () => {
    const { settings } = simulatorConfig({
      ...least,
      SIM_SPEED: '60',
      SIM_LATE_PCT: '0',
      SIM_SCRIPT: 'decline, late',
    })
    expect(settings).toMatchObject({
      speed: 60,
      shares: { decline: 30, silent: 14, late: 0 },
      script: ['decline', 'late'],
    })
  })

  it('names every mistake at once', () => {
    const mistaken = {
      ...least,
      SIM_SECRET_IN: 'secret',
      SIM_SPEED: 'fast',
      SIM_SCRIPT: 'dance',
      SIM_ROSTER: '',
    }
    expect(() => simulatorConfig(mistaken)).toThrow(
      /SIM_SECRET_IN[\s\S]*SIM_ROSTER[\s\S]*SIM_SPEED[\s\S]*SIM_SCRIPT/,
    )
  })

  it('refuses shares of more than everybody', () => {
    expect(() => simulatorConfig({ ...least, SIM_DECLINE_PCT: '90', SIM_LATE_PCT: '20' })).toThrow(
      /more than 100/,
    )
  })
})

describe('the roster', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roster-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is read from a file', async () => {
    const file = join(folder, 'roster.json')
    await writeFile(
      file,
      JSON.stringify([driver('d1'), driver('d2', { declaredArea: null, positions: false })]),
    )
    expect(await readRoster(file)).toHaveLength(2)
  })

  it('is refused with the entry and the field', async () => {
    const file = join(folder, 'roster.json')
    await writeFile(file, JSON.stringify([driver('d1'), { ...driver('d2'), phone: '0812' }]))
    await expect(readRoster(file)).rejects.toThrow(/\[1\]\.phone/)
  })
})
