import mongoose from 'mongoose'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Person } from './documents.ts'
import type { Store } from './store.ts'

const { trusted } = mongoose
type Models = Store['models']
type Reporter = Pick<Person, '_id' | 'incidentId'>

const isReporter = () => trusted({ $regex: '^rep_' })

/** Those of them whom no incident names. */
const unnamed = async (models: Models, reporters: readonly Reporter[]): Promise<Reporter[]> => {
  const ids = trusted({ $in: reporters.map(({ _id }) => _id) })
  const named = await models.incident.distinct('state.reporterId', { 'state.reporterId': ids }).exec()
  return reporters.filter(({ _id }) => !named.includes(_id))
}

/** What was written down for incidents that never came to be, before a moment. */
const forgetWritten = async (models: Models, incidentIds: string[], before: Instant): Promise<void> => {
  const saved: string[] = await models.incident.distinct('_id', { _id: trusted({ $in: incidentIds }) }).exec()
  const never = incidentIds.filter((id) => !saved.includes(id))
  await models.texts.deleteMany({ entityId: trusted({ $in: never }), at: trusted({ $lt: before }) }).exec()
}

/**
 * Erases who reported, and what was told with it, where the report was not saved: who was kept last before a moment and is
 * named by no incident. Whoever reports again under the same key is kept anew, and so is not among them. Of a release that
 * did not note when it kept somebody the time begins `now`. Returns how many.
 */
export const forgetUnreported = async (
  { models }: Pick<Store, 'models'>,
  { before, now }: { before: Instant; now: Instant },
): Promise<number> => {
  await models.persons.updateMany({ _id: isReporter(), keptAt: null }, { $set: { keptAt: now } }).exec()
  const old = await models.persons
    .find({ _id: isReporter(), keptAt: trusted({ $lt: before }) })
    .select({ incidentId: 1 })
    .lean<Reporter[]>()
    .exec()
  const gone = await unnamed(models, old)
  if (gone.length === 0) return 0
  await forgetWritten(
    models,
    gone.flatMap(({ incidentId }) => incidentId ?? []),
    before,
  )
  // Once more by the time: he may have been kept anew in between.
  const { deletedCount } = await models.persons
    .deleteMany({ _id: trusted({ $in: gone.map(({ _id }) => _id) }), keptAt: trusted({ $lt: before }) })
    .exec()
  return deletedCount
}
