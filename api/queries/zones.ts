import { z } from 'zod'
import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { zoneStateOf } from '#contracts/domain/zone/zone.ts'
import type { Filed } from '#contracts/store/documents.ts'
import { createZones } from '#contracts/store/zones.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { ZoneView } from '#contracts/wire/routes/zones.ts'
import type { Context } from '../context.ts'
import type { Answer } from '../route-types.ts'
import { factsOf } from './facts.ts'

/** A fact that says why. */
const Reasoned = z.object({ reason: z.object({ textId: z.string() }) })

const RECENT_S = 30 * 24 * 3600

const viewsOf = async (
  { store, credentials }: Context,
  agencyId: string,
  now: Instant,
  docs: readonly Filed<'zone'>[],
): Promise<ZoneView[]> => {
  const [texts, known] = await Promise.all([
    store.texts.read(docs.map(({ state }) => state.reason.textId)),
    credentials.ofAgency(agencyId),
  ])
  const person = (id: string) => ({ id, displayName: known.get(id)?.displayName ?? '' })
  return docs.map(({ _id: id, version, state }) => ({
    id,
    version,
    state: zoneStateOf(state, now),
    kind: state.kind,
    polygon: { type: 'Polygon', coordinates: [state.ring] },
    bars: state.bars,
    from: state.from,
    until: state.until,
    drill: state.drill,
    reason: texts[state.reason.textId] ?? '',
    drawnAt: state.drawnAt,
    drawnBy: person(state.drawnBy.id),
    endedAt: state.endedAt,
    endedBy: state.endedBy === null ? null : person(state.endedBy.id),
  }))
}

/** @throws Refusal `not_found` also for another agency's */
export const zoneView = async (context: Context, agencyId: string, id: string): Promise<ZoneView> => {
  const doc = await context.store.ledger.load('zone', id)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  const [view] = await viewsOf(context, agencyId, context.clock.now().toISOString(), [doc])
  if (view === undefined) throw new Refusal('not_found')
  return view
}

export const listZones = async (
  context: Context,
  agencyId: string,
  all: boolean,
): Promise<Answer<Routes['listZones']>> => {
  const now = context.clock.now().toISOString()
  const zones = createZones(context.store.models)
  const docs = all
    ? await zones.since(agencyId, plusSeconds(now, -RECENT_S))
    : await zones.open(agencyId, now)
  return { zones: await viewsOf(context, agencyId, now, docs) }
}

/** What became of it, with the words of every reason. @throws Refusal `not_found` */
export const zoneFactsOf = async (
  context: Context,
  agencyId: string,
  id: string,
): Promise<Answer<Routes['zoneFacts']>> => {
  const { facts } = await factsOf(context, 'zone', agencyId, id)
  const texts = await context.store.texts.read(
    facts.flatMap(({ data }) => Reasoned.safeParse(data).data?.reason.textId ?? []),
  )
  return { facts, texts }
}
