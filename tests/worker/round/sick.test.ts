import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { nextProbe } from '../../../worker/delivery/circuit.ts'
import { readRound } from '../../../worker/round/read.ts'
import { anIncident, aPartner, aVolunteer } from '../given.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench({ policy: defaultMatchPolicy })
})
afterAll(async () => bench.close())

const urls = ['https://satu.example/hook', 'https://dua.example/hook'] as const
const partners: string[] = []
const people: string[] = []
beforeAll(async () => {
  for (const url of urls) {
    const { id } = await aPartner(bench.ctx, { url })
    partners.push(id)
    people.push(await aVolunteer(bench.ctx, { partnerId: id }))
  }
  await anIncident(bench.ctx)
})
beforeEach(async () => {
  for (const [n, url] of urls.entries()) await bench.ctx.endpoints.recovered(partners[n]!, url)
})

/** So many attempts failed just now, or so many seconds ago, for as long as that. */
const fail = async (n: 0 | 1, { times = 5, agoS = 0, sinceS = 0 } = {}) => {
  const { endpoints, clock } = bench.ctx
  const now = clock.now().toISOString()
  const name = { _id: partners[n]!, agencyId: AGENCY, url: urls[n] }
  for (let nth = 0; nth < times; nth += 1) {
    const at = plusSeconds(now, -(nth === 0 ? Math.max(sinceS, agoS) : agoS))
    const probeAt = nextProbe(await endpoints.failed(name, 'timeout', at), at)
    if (probeAt !== null) await endpoints.open(name._id, name.url, probeAt)
  }
}
const reachable = async () => {
  const candidates = (await readRound(bench.ctx, AGENCY))?.input.candidates ?? []
  return people.map((id) => candidates.find(({ volunteerId }) => volunteerId === id)?.channelHealthy)
}

it('asks nobody by way of an endpoint that failed five times in a row, until it takes a message', async () => {
  await fail(0, { times: 4 })
  expect(await reachable()).toEqual([true, true])
  await fail(0, { times: 1 })
  expect(await reachable()).toEqual([false, true])
  await bench.ctx.endpoints.recovered(partners[0]!, urls[0])
  expect(await reachable()).toEqual([true, true])
})

it('asks by way of it again a minute after the last failure at the latest', async () => {
  await fail(0, { agoS: 59, sinceS: 3600 })
  expect(await reachable()).toEqual([false, true])
  await bench.ctx.endpoints.recovered(partners[0]!, urls[0])
  await fail(0, { agoS: 61, sinceS: 3600 })
  expect(await reachable()).toEqual([true, true])
})

it('where no other endpoint is well, asks again ten seconds after the last failure', async () => {
  await fail(0, { agoS: 9, sinceS: 3600 })
  await fail(1, { agoS: 11, sinceS: 3600 })
  expect(await reachable()).toEqual([false, true])
})

it('pings it from ten seconds after the last failure, and nobody else', async () => {
  const pinged = async () => (await readRound(bench.ctx, AGENCY))?.toPing
  expect(await pinged()).toEqual([])
  await fail(0, { times: 4, agoS: 11 })
  expect(await pinged()).toEqual([])
  await fail(0, { times: 1, agoS: 9 })
  expect(await pinged()).toEqual([])
  await bench.ctx.endpoints.recovered(partners[0]!, urls[0])
  await fail(0, { agoS: 11 })
  expect(await pinged()).toEqual([partners[0]])
})
