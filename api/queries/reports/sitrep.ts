import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Context } from '../../context.ts'
import type { Answer } from '../../route-types.ts'
import { Trouble } from '../../trouble.ts'
import { incidentAsOf } from './as-of.ts'
import { recapText } from './recap-text.ts'
import { reportedIn } from './reported.ts'
import { sitrepText } from './sitrep-text.ts'

const LONGEST_MS = 31 * 86_400_000

/** @throws Refusal `not_found` also when it had not been reported by `at` (ISO 8601; absent: now) */
export const incidentSitrep = async (
  context: Context,
  agencyId: string,
  id: string,
  at: string | undefined,
): Promise<Answer<Routes['incidentSitrep']>> => {
  const moment = (at === undefined ? context.clock.now() : new Date(at)).toISOString()
  const [agency, { incident }, texts] = await Promise.all([
    context.agencies.of(agencyId),
    incidentAsOf(context, agencyId, id, moment),
    context.incidentQueries.texts(id),
  ])
  return { text: sitrepText({ agency, incident, texts, at: moment }), at: moment }
}

/** @throws Trouble `invalid` when the period is upside down or too long */
export const periodSitrep = async (
  context: Context,
  agencyId: string,
  period: { from: string; to: string },
): Promise<Answer<Routes['periodSitrep']>> => {
  const from = new Date(period.from).toISOString()
  const to = new Date(period.to).toISOString()
  const length = Date.parse(to) - Date.parse(from)
  if (length <= 0 || length > LONGEST_MS)
    throw new Trouble('invalid', { fields: [{ path: 'query.to', message: '1 to 31 days after from' }] })
  const [agency, told] = await Promise.all([
    context.agencies.of(agencyId),
    reportedIn(context, agencyId, from, to, to),
  ])
  const incidents = told.map(({ incident }) => incident)
  return { text: recapText({ agency, from, to, incidents }), at: to, incidents: incidents.length }
}
