import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLedger } from '../../local/faults/crowd/ledger.ts'
import { createSay } from '../../local/faults/crowd/say.ts'
import { createCounts } from '../../local/faults/crowd/tally.ts'
import { seed } from '../../local/faults/ground/seed.ts'
import { apiLaws, judge } from '../../local/faults/oracle/judge.ts'
import { evidenceOf } from '../../local/faults/storm/run.ts'
import { giveRaces } from '../../local/faults/storm/given.ts'
import { playStorm } from '../../local/faults/storm/storm.ts'
import { acceptedByNeed, verdict } from '../../local/faults/storm/verdict.ts'
import { driversFor } from '../../local/faults/storm/world.ts'
import { aSecret, serve, type Served } from '../api/partner/served.ts'
import { SERVER_KEY } from '../world/platform.ts'

const [INCIDENTS, SLOTS, RIVALS] = [2, 3, 5]
const partner = { ref: 'cepat', port: 1, url: 'http://127.0.0.1:1/hook', secretIn: aSecret(), secretOut: aSecret() } // prettier-ignore
const apis: Served[] = []
let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'storm-'))
  apis.push(await serve())
  while (apis.length < 4) apis.push(await serve(apis[0]?.home))
})
afterAll(async () => {
  for (const api of apis.toReversed()) await api.close()
  await rm(dir, { recursive: true, force: true })
})

/** What everybody was told and what was written when all say yes at the same time. */
const aStorm = async () => {
  const [first] = apis
  if (first === undefined) throw new Error('nobody serves')
  const { context, home } = first
  const drivers = driversFor(INCIDENTS * SLOTS * RIVALS)
  await seed(home, { serverKey: SERVER_KEY, partners: [partner], drivers })
  const each = SLOTS * RIVALS
  const given = (n: number) => ({ slots: SLOTS, rivals: RIVALS, people: drivers.slice(n * each, (n + 1) * each), serverKey: SERVER_KEY }) // prettier-ignore
  const races = [...(await giveRaces(context, given(0))), ...(await giveRaces(context, given(1)))]
  const ledgerFile = join(dir, 'ledger.jsonl')
  const ledger = await openLedger(ledgerFile)
  const urls = apis.map(({ url }) => url)
  const speech = createSay({ apis: urls, ledger, counts: createCounts(), renew: async () => undefined })
  const runs = await playStorm({ races, speech, partner, atOnce: races.length, apis: urls.length })
  await speech.close()
  await ledger.close()
  for (const api of apis) await api.context.store.settled()
  const evidence = await evidenceOf(ledgerFile, home.mongoUri)
  return { runs, evidence }
}

it('when everybody says yes at once over four processes, each slot has one winner and every loser is told', async () => {
  const { runs, evidence } = await aStorm()
  const accepted = acceptedByNeed(evidence)
  expect(runs.flatMap(({ told }) => told)).toHaveLength(INCIDENTS * SLOTS * RIVALS)
  expect(verdict(runs, accepted)).toEqual([])
  expect(await judge(evidence, apiLaws)).toEqual([])

  // The verdict sees what it is for: a second winner, a slot that nobody got, and silence.
  const laws = (change: (run: (typeof runs)[number], i: number) => (typeof runs)[number]) =>
    verdict(runs.map(change), accepted).map(({ law }) => law)
  const says = (word: string) => (run: (typeof runs)[number], i: number) =>
    i === 0 ? { ...run, told: run.told.map((one) => ({ ...one, word })) } : run
  expect(laws(says('confirmed'))).toEqual(['I2'])
  expect(laws(says('already_filled'))).toEqual(['I2'])
  expect(laws(says(''))).toEqual(['I2', 'I5'])
  expect(verdict(runs.slice(0, 1), new Map()).map(({ law }) => law)).toEqual(['I2'])
}, 120_000)
