import { report, type Report } from '#contracts/domain/incident/commands/report.ts'
import { verify } from '#contracts/domain/incident/commands/gate.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Place } from '#contracts/domain/place.ts'
import { procedureIdOf, procedureOf } from '#contracts/domain/procedure/procedure.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { promisedMoment } from '../calls/callback.ts'
import { toE164 } from '../phone.ts'
import { toldMoment } from './moment.ts'
import { placeIn } from './place.ts'

type Input = Given<Routes['reportIncident']>['body']

/** `reporterId`: a volunteer has reported it; who he is stands with him alone, so that it goes when he leaves. */
interface Told extends Input {
  reporterId?: string
}

/** The agency's year: the city lives in WITA. */
const yearOf = (now: Instant): string =>
  new Intl.DateTimeFormat('en', { timeZone: 'Asia/Makassar', year: 'numeric' }).format(new Date(now))

/** `KJ-2026-0421`. Holes are allowed: a report that was not saved keeps its number for ever. */
const nextNumber = async (context: Context, agencyId: string, now: Instant): Promise<string> => {
  const year = yearOf(now)
  const count = await context.store.cursors.nextNumber(`KJ:${agencyId}:${year}`)
  return `KJ-${year}-${String(count).padStart(4, '0')}`
}

/** Keeps who reported beside the facts. A phone that cannot be parsed is kept as it was said. */
const keepReporter = async (
  context: Context,
  op: Op,
  incidentId: string,
  reporter: Input['reporter'],
): Promise<string | null> => {
  if (reporter?.name === undefined && reporter?.phone === undefined) return null
  const _id = derivedId('rep', incidentId)
  const phone = reporter.phone === undefined ? null : (toE164(reporter.phone) ?? reporter.phone)
  const { agencyId } = op
  await context.store.texts.keepPerson({
    _id,
    agencyId,
    displayName: reporter.name ?? null,
    phone,
    plate: null,
    keptAt: context.clock.now().toISOString(),
    incidentId,
  })
  return _id
}

const mustExist = async (context: Context, agencyId: string, incidentId: string): Promise<void> => {
  const doc = await context.store.ledger.load('incident', incidentId)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found', { incidentId })
}

interface Checked {
  place: Place
  occurredAt: Instant
  now: Instant
  callBackAt: Instant | null
}

/** Everything that can be wrong with a report is found before anything of it is kept. */
const checked = async (context: Context, { agencyId }: Op, input: Input): Promise<Checked> => {
  const { place, occurredAt, follows, callBackAt } = input
  const now = context.clock.now().toISOString()
  const agency = await context.agencies.of(agencyId)
  if (follows !== undefined) await mustExist(context, agencyId, follows)
  return {
    place: placeIn(agency, { ...place, kelurahan: place.kelurahan ?? null }),
    occurredAt: toldMoment('body.occurredAt', occurredAt, now),
    now,
    callBackAt: callBackAt === undefined ? null : promisedMoment('body.callBackAt', callBackAt, now),
  }
}

/** The deadlines of an agency that has some of its own. */
const ownSla = async ({ store }: Context, agencyId: string): Promise<Pick<Report, 'sla'>> => {
  const own = await store.ledger.load('procedure', procedureIdOf(agencyId))
  return own === null ? {} : { sla: procedureOf(own.state).sla }
}

const reported = async (
  context: Context,
  op: Op,
  id: string,
  input: Told,
  { place, occurredAt, now }: Checked,
): Promise<Report> => {
  const { hazard, severity, channel, drill, follows = null } = input
  const { texts } = context.store
  const address = input.address === undefined ? null : await texts.keep(op.agencyId, id, input.address)
  return {
    number: await nextNumber(context, op.agencyId, now),
    hazard,
    severity,
    place,
    channel,
    description: await texts.keep(op.agencyId, id, input.description),
    addressTextId: address?.textId ?? null,
    reporterId: input.reporterId ?? (await keepReporter(context, op, id, input.reporter)),
    drill,
    occurredAt,
    follows,
    ...(await ownSla(context, op.agencyId)),
  }
}

/**
 * Opens an incident; with `verified` its own reporter has looked twice and verifies it too, as a second fact.
 * @throws Refusal `outside_area`, `not_found` (follows), `no_reporter` (to be called back); Trouble `invalid`; NotSaved
 */
export const reportIncident = async (context: Context, op: Op, input: Told): Promise<Changed> => {
  const id = derivedId('inc', op.agencyId, op.opId)
  const { ledger, incidents } = context.store
  if ((await ledger.done('incident', id, op.opId)) === null) {
    const told = await checked(context, op, input)
    const data = await reported(context, op, id, input, told)
    await ledger.change('incident', id, op, (state) => report(state, data, told.callBackAt))
  }
  if (input.verified)
    await incidents.change(id, { ...op, opId: `${op.opId}.verify` }, (state) =>
      // A repeat that was interrupted between the two facts finds it verified by somebody else, perhaps.
      state.status === 'reported' ? verify(state, { note: null }) : [],
    )
  return { kind: 'incident', id }
}
