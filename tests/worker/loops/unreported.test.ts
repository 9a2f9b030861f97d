import { afterEach, beforeEach, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { eraserLoop } from '../../../worker/loops/eraser.ts'
import { anIncident } from '../given.ts'
import { onePass, type TakenUp } from '../pass.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const pass = async (): Promise<TakenUp> => {
  const takenUp: TakenUp = {}
  await onePass(eraserLoop(bench.ctx), takenUp)
  return takenUp
}
const hoursAgo = (hours: number): string => plusSeconds(bench.ctx.clock.now().toISOString(), -hours * 3600)

/** A caller, and what he told, kept so many hours ago for an incident; null: nobody noted when. */
const kept = async (_id: string, incidentId: string, hours: number | null): Promise<void> => {
  const { texts, models } = bench.ctx.store
  const when = hours === null ? {} : { keptAt: hoursAgo(hours), incidentId }
  await texts.keepPerson({
    _id,
    agencyId: AGENCY,
    displayName: 'Warga',
    phone: '+62811',
    plate: null,
    ...when,
  })
  const { textId } = await texts.keep(AGENCY, incidentId, 'Rumah di belakang gereja')
  await models.texts.updateOne({ _id: textId }, { $set: { at: hoursAgo(hours ?? 0) } }).exec()
}
const left = async (): Promise<string[]> => (await bench.ctx.store.models.persons.distinct('_id')).sort()
const textsOf = (incidentId: string) => bench.ctx.store.models.texts.countDocuments({ entityId: incidentId })

it('forgets who reported what was never saved, a day after he was kept last, with his words', async () => {
  const { models } = bench.ctx.store
  const { id } = await anIncident(bench.ctx)
  const asFolded = await models.incident.collection.findOne({})
  await models.incident.collection.updateOne({}, { $set: { 'state.reporterId': 'rep_named' } })
  await kept('rep_named', id, 48)
  await kept('rep_lost', 'inc_lost', 25)
  await kept('rep_young', 'inc_young', 23)
  await kept('vol_old', 'inc_vol', 48)
  // Reported again under the same key just now: kept anew, and about to be saved.
  await kept('rep_again', 'inc_again', 48)
  await kept('rep_again', 'inc_again', 0)
  const before = await textsOf(id)
  expect(await pass()).toMatchObject({ unreported: 1 })
  expect(await left()).toEqual(['rep_again', 'rep_named', 'rep_young', 'vol_old'])
  expect(await Promise.all(['inc_lost', 'inc_young', 'inc_vol', id].map(textsOf))).toEqual([0, 1, 1, before])
  // What was only set up here has no facts.
  await models.incident.collection.updateOne({}, { $set: { state: asFolded?.['state'] } })
})

it('gives a day to whom a release before kept without noting when', async () => {
  await kept('rep_older', 'inc_older', null)
  expect(await pass()).toMatchObject({ unreported: 0 })
  expect(await left()).toEqual(['rep_older'])
  await bench.ctx.store.models.persons.updateOne({}, { $set: { keptAt: hoursAgo(25) } }).exec()
  expect(await pass()).toMatchObject({ unreported: 1 })
  expect(await left()).toEqual([])
})
