import { secondsBetween, type Instant } from '../instant.ts'
import { Refusal } from '../refusal.ts'
import { type Drawn, type Zone, type ZoneFactBody, zoneStateOf } from './zone.ts'

/** A zone that nobody looked at for so long is forgotten, not dangerous. */
const LONGEST_S = 30 * 24 * 3600

const checkTimes = ({ from, until }: Pick<Drawn, 'from' | 'until'>, now: Instant): void => {
  if (until <= from || until <= now || secondsBetween(from, until) > LONGEST_S)
    throw new Refusal('zone_times')
}

/** Draws a zone. @throws Refusal `already_done`; `zone_times` when it would be over, or last longer than 30 days */
export const drawZone = (
  state: Zone | null,
  input: Drawn & { drill: boolean },
  now: Instant,
): ZoneFactBody[] => {
  if (state !== null) throw new Refusal('already_done')
  checkTimes(input, now)
  return [{ type: 'zone.drawn', data: input }]
}

const mustLast = (state: Zone, now: Instant): void => {
  const from = zoneStateOf(state, now)
  if (from === 'ended' || from === 'over') throw new Refusal('illegal_move', { from })
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Changes a zone that is planned or active. @throws Refusal `illegal_move`, `nothing_to_change`, `zone_times` */
export const changeZone = (state: Zone, input: Partial<Drawn>, now: Instant): ZoneFactBody[] => {
  mustLast(state, now)
  const present: Readonly<Record<string, unknown>> = { ...state }
  const news = Object.entries(input).filter(
    ([key, value]) => value !== undefined && !same(present[key], value),
  )
  if (news.length === 0) throw new Refusal('nothing_to_change')
  checkTimes({ ...state, ...Object.fromEntries(news) }, now)
  return [{ type: 'zone.changed', data: Object.fromEntries(news) }]
}

/** The danger is over before its time. @throws Refusal `illegal_move` */
export const endZone = (state: Zone, now: Instant): ZoneFactBody[] => {
  mustLast(state, now)
  return [{ type: 'zone.ended', data: {} }]
}
