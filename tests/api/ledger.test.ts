import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AGENCY, startApiWorld, type ApiWorld } from './api-world.ts'
import { given } from './given.ts'

let world: ApiWorld
let dir: string
let anchorFile: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'top-ranger-anchors-'))
  anchorFile = join(dir, 'anchor.log')
  world = await startApiWorld({ anchorFile })
  await given(world).assigned()
  await given(world).reported()
  await world.settled()
})
afterAll(async () => {
  await world.stop()
  await rm(dir, { recursive: true, force: true })
})

const auditor = () => world.as('kalak')

it('is read newest first, page by page, without a gap or a repeat', async () => {
  const { seq: head } = await world.context.store.cursors.head(AGENCY)
  const seqs: number[] = []
  let before: number | null = null
  do {
    const query: Record<string, number> = before === null ? { limit: 7 } : { limit: 7, before }
    const page = await (await auditor()).call('browseLedger', { query })
    seqs.push(...page.facts.map(({ seq }) => seq))
    before = page.next
  } while (before !== null)
  expect(seqs).toEqual(Array.from({ length: head }, (_, index) => head - index))
})

const browse = async (query: Record<string, string>) =>
  (await (await auditor()).call('browseLedger', { query: { ...query, limit: 200 } })).facts

it('is filtered by kind, entity, who and time', async () => {
  const operator = (await (await world.as('operator')).call('me')).userId
  const volunteers = await browse({ kind: 'volunteer' })
  expect(volunteers.length).toBeGreaterThan(0)
  expect(new Set(volunteers.map(({ kind }) => kind))).toEqual(new Set(['volunteer']))
  const mine = await browse({ by: operator })
  expect(mine.every(({ by, byName }) => by.id === operator && byName === 'Contoh operator')).toBe(true)
  const [incident] = await browse({ kind: 'incident' })
  const about = await browse({ entityId: incident?.entityId ?? '' })
  expect(about.every(({ subject }) => subject?.startsWith('KJ-') === true)).toBe(true)
  const number = about[0]?.subject ?? ''
  for (const typed of [number, number.toLowerCase()]) expect(await browse({ entityId: typed })).toEqual(about)
  expect(await browse({ entityId: 'KJ-1999-0001' })).toEqual([])
  expect(await browse({ kind: 'volunteer', entityId: number })).toEqual([])
  expect(await browse({ to: '2020-01-01T00:00:00Z' })).toEqual([])
  expect((await browse({ from: '2020-01-01T00:00:00Z' })).length).toBeGreaterThan(10)
})

const typesOf = async (query: Record<string, string>) => [
  ...new Set((await browse(query)).map(({ type }) => type)),
]

it('is filtered by what happened, one type or several', async () => {
  const two = 'incident.dispatched,volunteer.activated'
  expect((await typesOf({ type: two })).toSorted()).toEqual(['incident.dispatched', 'volunteer.activated'])
  expect(await typesOf({ type: two, kind: 'volunteer' })).toEqual(['volunteer.activated'])
  expect(await typesOf({ type: 'phone.shown' })).toEqual([])
  const wrong = await (await auditor()).try('browseLedger', { query: { type: '$where' } })
  expect(wrong.status).toBe(400)
})

it('is found by what a partner calls a volunteer', async () => {
  const { id, ref } = await given(world).active()
  await world.settled()
  const found = await browse({ entityId: ref })
  expect(found.length).toBeGreaterThan(1)
  expect(new Set(found.map(({ entityId }) => entityId))).toEqual(new Set([id]))
})

it('shows no name, phone or text of anybody but staff', async () => {
  const { facts } = await (await auditor()).call('browseLedger', { query: { limit: 200 } })
  expect(JSON.stringify(facts)).not.toMatch(/\+62|Air setinggi|Ditelepon/)
  expect(facts.filter(({ by }) => by.kind === 'volunteer').every(({ byName }) => byName === null)).toBe(true)
})

const check = async (query: Record<string, number> = {}) => (await auditor()).call('checkChain', { query })

it('a sound chain is said to be sound, in any range, with its end and the anchors outside', async () => {
  const { seq, hash } = await world.context.store.cursors.head(AGENCY)
  const at = '2026-01-17T06:05:00.000Z'
  await writeFile(anchorFile, `${JSON.stringify({ at, agencyId: AGENCY, seq, hash })}\n{"half`)
  expect(await check()).toMatchObject({
    from: 1,
    to: seq,
    checked: seq,
    fault: null,
    last: hash,
    head: { seq, hash },
    anchors: { compared: 1, differing: 0, last: { seq } },
  })
  expect(await check({ from: 3, to: 9 })).toMatchObject({ checked: 7, fault: null, anchors: { compared: 0 } })
})

it('an anchor that names another hash, or more than there is, is told', async () => {
  const { seq } = await world.context.store.cursors.head(AGENCY)
  const at = '2026-01-17T06:05:00.000Z'
  const lines = [
    { at, agencyId: AGENCY, seq: 2, hash: 'another' },
    { at, agencyId: AGENCY, seq: seq + 5, hash: 'gone' },
  ]
  await writeFile(anchorFile, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  expect((await check()).anchors).toMatchObject({ compared: 1, differing: 2 })
})

it('an edited fact is found at its place, a missing one as a gap', async () => {
  const { models } = world.context.store
  const facts = models.facts.collection
  await facts.updateOne({ agencyId: AGENCY, seq: 5 }, { $set: { 'data.edited': true } })
  expect((await check()).fault).toEqual({ seq: 5, what: 'hash' })
  expect((await check({ from: 6 })).fault).toBeNull()
  await facts.deleteOne({ agencyId: AGENCY, seq: 8 })
  expect((await check({ from: 6 })).fault).toEqual({ seq: 8, what: 'gap' })
})
