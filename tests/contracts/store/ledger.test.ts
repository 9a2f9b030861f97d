import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { note } from '#contracts/domain/incident/commands/notes.ts'
import { report } from '#contracts/domain/incident/commands/report.ts'
import { verify } from '#contracts/domain/incident/commands/gate.ts'
import { evolveIncident } from '#contracts/domain/incident/evolve.ts'
import type { IncidentFact } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { chainHash, GENESIS } from '#contracts/store/flush.ts'
import { openTestPlatform } from '../../world/platform.ts'
import { AGENCY, aReport, anAskingIncident, op } from './given.ts'

type World = Awaited<ReturnType<typeof openTestPlatform>>
let world: World
beforeAll(async () => {
  world = await openTestPlatform()
})
afterAll(() => world.close())

const noted = (textId: string) => note({} as Incident, { textId, digest: 'd', about: 'note' })

describe('ledger.change', () => {
  it('gives the same answer to the same operation, however often it comes', async () => {
    const id = world.ids.next('inc')
    const once = op()
    const first = await world.store.ledger.change('incident', id, once, (s) => report(s, aReport(id)))
    await world.store.settled()
    const again = await world.store.ledger.change('incident', id, once, (s) => report(s, aReport(id)))
    expect(again.repeated).toBe(true)
    expect(again.version).toBe(1)
    expect(again.facts).toEqual(first.facts)
  })

  it('lets twenty writers of one document each win once, and counts the races', async () => {
    const { id } = await anAskingIncident(world)
    const other = await openTestPlatform(world.home)
    const before = (await world.store.ledger.load('incident', id))?.version ?? 0
    const writers = Array.from({ length: 20 }, (_, i) =>
      (i % 2 ? world : other).store.incidents.change(id, op(), () => noted(`txt_${i}`)),
    )
    const versions = (await Promise.all(writers)).map((change) => change.version)
    expect(new Set(versions).size).toBe(20)
    expect(Math.max(...versions)).toBe(before + 20)
    const doc = await world.store.ledger.load('incident', id)
    expect(doc?.state.notes).toHaveLength(20)
    const lost = (world.store.counts()['lost_race'] ?? 0) + (other.store.counts()['lost_race'] ?? 0)
    expect(lost).toBeGreaterThan(0)
    await other.close()
  })

  it('refuses for another agency as if the incident were not there', async () => {
    const { id } = await anAskingIncident(world)
    const foreign = { ...op(), agencyId: '9999' }
    await expect(
      world.store.incidents.change(id, foreign, (s) => verify(s, { note: null })),
    ).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('flush', () => {
  it('numbers the facts of an agency without a gap, in a chain, while many processes flush at once', async () => {
    const others = await Promise.all([openTestPlatform(world.home), openTestPlatform(world.home)])
    const all = [world, ...others]
    await Promise.all(Array.from({ length: 30 }, (_, i) => anAskingIncident(all[i % 3] ?? world)))
    await Promise.all(all.map((w) => w.store.settled()))
    const facts = await world.store.cursors.after(AGENCY, 0, 10_000)
    expect(facts.length).toBeGreaterThanOrEqual(120)
    expect(facts.map((fact) => fact.seq)).toEqual(facts.map((_, i) => i + 1))
    let previous = GENESIS
    for (const { id, hash, ...rest } of facts) {
      expect(hash).toBe(chainHash(previous, { _id: id, ...rest }))
      previous = hash
    }
    const collisions = all.reduce((sum, w) => sum + (w.store.counts()['seq_collision'] ?? 0), 0)
    expect(collisions).toBeGreaterThan(0)
    await Promise.all(others.map((w) => w.close()))
  })

  it('keeps the order of each document, and folding its facts gives the stored state', async () => {
    const { id } = await anAskingIncident(world, 3)
    await world.store.settled()
    const facts = await world.store.cursors.of(id)
    const folded = facts.reduce<Incident | null>(
      (state, fact) => evolveIncident(state, fact as unknown as IncidentFact, { id, agencyId: AGENCY }),
      null,
    )
    expect(folded).toEqual((await world.store.ledger.load('incident', id))?.state)
  })

  it('places a fact once when its document is flushed twice', async () => {
    const { id } = await anAskingIncident(world)
    await Promise.all([world.store.flush('incident', id), world.store.flush('incident', id)])
    await world.store.settled()
    const facts = await world.store.cursors.of(id)
    expect(new Set(facts.map((fact) => fact.id)).size).toBe(facts.length)
    expect((await world.store.ledger.load('incident', id))?.pending).toEqual([])
  })
})
