import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chanceOf } from '../../local/faults/chance.ts'
import { createDesk } from '../../local/faults/crowd/desk.ts'
import { openLedger } from '../../local/faults/crowd/ledger.ts'
import { createPace } from '../../local/faults/crowd/pace.ts'
import { createSay } from '../../local/faults/crowd/say.ts'
import { signInAll } from '../../local/faults/crowd/sign-in.ts'
import { createCounts } from '../../local/faults/crowd/tally.ts'
import { createWatch } from '../../local/faults/crowd/watch.ts'
import { seed } from '../../local/faults/ground/seed.ts'
import { readLedger } from '../../local/faults/oracle/read.ts'
import { driversFor } from '../../local/faults/storm/world.ts'
import { aSecret, serve, type Served } from '../api/partner/served.ts'
import { SERVER_KEY } from '../world/platform.ts'

const partner = { ref: 'cepat', port: 1, url: 'http://127.0.0.1:1/hook', secretIn: aSecret(), secretOut: aSecret() } // prettier-ignore
let api: Served
let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'crowd-'))
  api = await serve()
})
afterAll(async () => {
  await api.close()
  await rm(dir, { recursive: true, force: true })
})

it('what the crowd says of itself is understood: a play that is refused proves nothing', async () => {
  const drivers = driversFor(1)
  const given = { serverKey: SERVER_KEY, partners: [partner], drivers }
  const logins = await seed(api.home, given, { expiresS: { webhook: 5, link: 600 } })
  const place = { ...given, logins, apis: [api.url] }
  const people = await signInAll(place)
  const ledgerFile = join(dir, 'ledger.jsonl')
  const ledger = await openLedger(ledgerFile)
  const speech = createSay({ apis: place.apis, ledger, counts: createCounts(), renew: people.renew })
  let counted = 0
  const luck = chanceOf(1)
  // Nobody plays: every pause is over at once.
  const shared = { place, speech, chance: () => luck, pace: createPace(), nextId: (what: string) => `${what}-${(counted += 1)}` } // prettier-ignore
  const token = () => people.of('operator')
  const watch = createWatch({ ...shared, token })
  const desk = createDesk({
    ...shared,
    token,
    drivers: { known: () => ({ id: null, confirmed: new Map() }) },
  })

  await watch.dutyUntil()
  await watch.callForHelp()
  await desk.hopeless()
  await desk.overslept()
  await speech.close()
  await ledger.close()
  const { told } = await readLedger(ledgerFile)
  const said = [...told.values()].map(({ kind, about, answers }) => ({ what: about['what'] ?? kind, answers: answers.map(({ status }) => status) })) // prettier-ignore
  expect(said.filter(({ answers }) => answers.length === 0 || answers.some((status) => status >= 400))).toEqual([]) // prettier-ignore
  expect(said.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['duty', 'sos', 'sos/acknowledge', 'report', 'needs', 'dispatch', 'cancel']),
  )
  const { facts } = api.context.store.models
  await api.context.store.settled()
  const types = new Set((await facts.find({}).lean().exec()).map(({ type }) => type))
  expect([...types]).toEqual(
    expect.arrayContaining(['volunteer.sos', 'volunteer.sos_acknowledged', 'need.added']),
  )
})
