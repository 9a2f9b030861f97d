import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery } from '#contracts/store/documents.ts'
import { correct } from '#contracts/domain/incident/commands/correct.ts'
import { followAgency, relayCursor, unknownCursor } from '../../../worker/relay/follow.ts'
import { runRound, wantedCursor } from '../../../worker/round/round.ts'
import { anIncident, aPartner, aVolunteer, change, incidentOf, PLACE, says, volunteers } from '../given.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
let partnerId: string
beforeEach(async () => {
  bench = await openBench()
  partnerId = (await aPartner(bench.ctx, { url: 'https://mitra.example/hook' })).id
})
afterEach(async () => bench.close())

/** How many facts were relayed again that an older worker may not have known. */
const relay = async (): Promise<number> => {
  await bench.ctx.store.settled()
  let again = 0
  await followAgency(bench.ctx, AGENCY, new AbortController().signal, (many) => (again += many))
  return again
}
const cursor = (name: string) => bench.ctx.store.cursors.read(name)
const deliveries = async (): Promise<Delivery[]> =>
  bench.ctx.store.models.deliveries.find().sort({ _id: 1 }).lean<Delivery[]>().exec()

const isAway = () => Promise.reject(new Error('MongoDB is away'))

describe('the relay', () => {
  it('goes on from its cursor to the end of the ledger', async () => {
    await anIncident(bench.ctx)
    await relay()
    const { seq } = await bench.ctx.store.cursors.head(AGENCY)
    expect(await cursor(relayCursor(AGENCY))).toBe(seq)
    const wanted = await cursor(wantedCursor(AGENCY))
    expect(wanted).toBeGreaterThan(0)

    await anIncident(bench.ctx)
    await relay()
    expect(await cursor(relayCursor(AGENCY))).toBeGreaterThan(seq)
    expect(await cursor(wantedCursor(AGENCY))).toBeGreaterThan(wanted)
  })

  it('writes each message once, however often it reads the same facts', async () => {
    await volunteers(bench.ctx, 2, { partnerId })
    await anIncident(bench.ctx)
    await runRound(bench.ctx, AGENCY)
    await relay()
    const before = await deliveries()
    expect(before.map(({ type }) => type)).toEqual(['offer.created', 'offer.created'])

    await bench.ctx.store.models.cursors.deleteMany({}).exec()
    await relay()
    expect(await deliveries()).toEqual(before)
  })

  it('reads again what it could not write: its cursor moves when all of it is safe', async () => {
    await volunteers(bench.ctx, 1, { partnerId })
    await anIncident(bench.ctx)
    await runRound(bench.ctx, AGENCY)
    await bench.ctx.store.settled()
    const away = { ...bench.ctx, deliveries: { ...bench.ctx.deliveries, add: isAway } }
    const { signal } = new AbortController()
    await expect(followAgency(away, AGENCY, signal)).rejects.toThrow('MongoDB is away')
    await relay()
    expect((await deliveries()).map(({ type }) => type)).toEqual(['offer.created'])
  })

  it('goes past what only a newer release knows, and leaves it to a worker of that release', async () => {
    const { facts } = bench.ctx.store.models
    await volunteers(bench.ctx, 1, { partnerId })
    await anIncident(bench.ctx)
    await runRound(bench.ctx, AGENCY)
    await bench.ctx.store.settled()
    const rename = (from: string, to: string) =>
      facts.collection.updateMany({ type: from }, { $set: { type: to } })
    await rename('need.asking', 'need.of_a_later_release')
    await rename('offer.created', 'offer.of_a_newer_release')
    const first = await facts.findOne({ type: 'need.of_a_later_release' }).lean().exec()
    const second = await facts.findOne({ type: 'offer.of_a_newer_release' }).lean().exec()
    const places = [first?.seq ?? 0, second?.seq ?? 0].toSorted((a, b) => a - b)
    await relay()
    await relay()
    const { seq } = await bench.ctx.store.cursors.head(AGENCY)
    expect(await cursor(relayCursor(AGENCY))).toBe(seq)
    expect(await cursor(unknownCursor(AGENCY))).toBe(places[0])
    expect(await deliveries()).toEqual([])

    await rename('offer.of_a_newer_release', 'offer.created')
    const some = await relay()
    await rename('need.of_a_later_release', 'need.asking')
    expect((await relay()) + some).toBeGreaterThan(0)
    expect(await relay()).toBe(0)
    expect(await cursor(unknownCursor(AGENCY))).toBe(0)
    expect((await deliveries()).map(({ type }) => type)).toEqual(['offer.created'])
  })

  it('tells who accepted, who need not come, and of a corrected place the whole team', async () => {
    await volunteers(bench.ctx, 1, { partnerId, ref: 'near' })
    await aVolunteer(bench.ctx, { partnerId, north: 900, ref: 'far' })
    const { id } = await anIncident(bench.ctx)
    await runRound(bench.ctx, AGENCY)
    const [offer] = (await incidentOf(bench.ctx, id)).offers
    await says.yes(bench.ctx, id, offer!.id)
    await change(bench.ctx, id, (state) =>
      correct(state, { place: { ...state.place, ...PLACE, lat: PLACE.lat - 0.01 } }),
    )
    await relay()
    const told = (await deliveries()).filter(({ type }) => type !== 'offer.created')
    expect(new Set(told.map(({ type, data }) => `${type} ${String(data?.['volunteerRef'])}`))).toEqual(
      new Set(['assignment.confirmed near', 'assignment.updated near', 'offer.withdrawn far']),
    )
  })

  it('tells nobody who is reached by a link', async () => {
    await volunteers(bench.ctx, 2, { partnerId, channel: 'link' })
    const { id } = await anIncident(bench.ctx)
    await runRound(bench.ctx, AGENCY)
    const [offer] = (await incidentOf(bench.ctx, id)).offers
    await says.yes(bench.ctx, id, offer!.id)
    await relay()
    expect(await deliveries()).toEqual([])
  })
})
