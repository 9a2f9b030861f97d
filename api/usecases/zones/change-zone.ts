import { Refusal } from '#contracts/domain/refusal.ts'
import { changeZone, endZone } from '#contracts/domain/zone/commands.ts'
import type { Drawn, Zone } from '#contracts/domain/zone/zone.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { mustLieIn } from './bounds.ts'
import { sorted } from './draw-zone.ts'

const readZone = async ({ store }: Context, { agencyId }: Op, id: string): Promise<Zone> => {
  const doc = await store.ledger.load('zone', id)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  return doc.state
}

/** A reason that says what the present one says is no change. */
const newReason = async (
  { store }: Context,
  { agencyId }: Op,
  zone: Zone,
  reason: string | undefined,
): Promise<Pick<Drawn, 'reason'> | undefined> => {
  const present = zone.reason.textId
  if (reason === undefined || (await store.texts.read([present]))[present] === reason) return undefined
  return { reason: await store.texts.keep(agencyId, zone.id, reason) }
}

/** Another outline, time, reason, or other vehicles. @throws Refusal `not_found`, `outside_area`, `illegal_move`, `nothing_to_change`, `zone_times`; NotSaved */
export const change = async (
  context: Context,
  op: Op,
  id: string,
  { kind, polygon, bars, from, until, reason }: Given<Routes['changeZone']>['body'],
): Promise<Changed> => {
  const zone = await readZone(context, op, id)
  const ring = polygon?.coordinates[0]
  if (ring !== undefined) mustLieIn(await context.agencies.of(op.agencyId), ring)
  const kept = await newReason(context, op, zone, reason)
  await context.store.ledger.change('zone', id, op, (state, now) =>
    changeZone(state ?? zone, { kind, ring, bars: bars && sorted(bars), from, until, ...kept }, now),
  )
  return { kind: 'zone', id }
}

/** The danger is over before its time. @throws Refusal `not_found`, `illegal_move`; NotSaved */
export const end = async (context: Context, op: Op, id: string): Promise<Changed> => {
  const zone = await readZone(context, op, id)
  await context.store.ledger.change('zone', id, op, (state, now) => endZone(state ?? zone, now))
  return { kind: 'zone', id }
}
