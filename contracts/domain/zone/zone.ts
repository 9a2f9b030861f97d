import { z } from 'zod'
import type { Actor, Birth, BodiesOf, Happened } from '../fact.ts'
import { Instant } from '../instant.ts'
import { Vehicle } from '../words.ts'
import { Ring } from './ring.ts'

/** What makes a zone dangerous. Codes are stored for ever: add, never rename. */
export const zoneKinds = [
  'banjir',
  'tanah_longsor',
  'kebakaran',
  'angin_kencang',
  'jalan_tertutup',
  'lainnya',
] as const
export const ZoneKind = z.enum(zoneKinds)
export type ZoneKind = z.infer<typeof ZoneKind>

const TextRef = z.object({ textId: z.string(), digest: z.string() })

/** What a person says of a zone; `bars`: the vehicles that are not sent into it or across it. */
const drawn = z.object({
  kind: ZoneKind,
  ring: Ring,
  bars: z.array(Vehicle).min(1),
  from: Instant,
  until: Instant,
  reason: TextRef,
})
export type Drawn = z.infer<typeof drawn>

/** Every fact of a danger zone. Why it was drawn is a text beside. */
export const zoneFacts = {
  /** `drill`: it holds for drills only. */
  'zone.drawn': drawn.extend({ drill: z.boolean() }),
  'zone.changed': drawn.partial(),
  'zone.ended': z.object({}),
} as const
export type ZoneFactBody = BodiesOf<typeof zoneFacts>
export type ZoneFact = Happened<ZoneFactBody>
export type ZoneFactOf<T extends ZoneFactBody['type']> = Extract<ZoneFactBody, { type: T }>

/** An area closed to some vehicles for a time (zona bahaya). Its end is a moment, not an event: nobody has to lift it. */
export interface Zone extends Drawn {
  id: string
  agencyId: string
  drill: boolean
  drawnAt: Instant
  drawnBy: Actor
  /** When a person ended it before its time. */
  endedAt: Instant | null
  endedBy: Actor | null
  changedAt: Instant
}

const isKnown = (type: string): type is ZoneFact['type'] => Object.hasOwn(zoneFacts, type)

/** Folds one fact into a zone. Total: unknown facts change nothing. */
export const evolveZone = (state: Zone | null, fact: ZoneFact, birth: Birth): Zone | null => {
  if (!isKnown(fact.type)) return state
  const { at, by } = fact
  if (fact.type === 'zone.drawn')
    return {
      ...birth,
      ...fact.data,
      drawnAt: at,
      drawnBy: by,
      endedAt: null,
      endedBy: null,
      changedAt: at,
    }
  return state === null ? null : { ...step(state, fact), changedAt: at }
}

const step = (state: Zone, fact: Exclude<ZoneFact, { type: 'zone.drawn' }>): Zone => {
  switch (fact.type) {
    case 'zone.changed': {
      const told = Object.entries(fact.data).filter(([, value]) => value !== undefined)
      return { ...state, ...Object.fromEntries(told) }
    }
    case 'zone.ended':
      return { ...state, endedAt: fact.at, endedBy: fact.by }
    default:
      fact satisfies never
      return state
  }
}

export const zoneStates = ['planned', 'active', 'over', 'ended'] as const
export type ZoneState = (typeof zoneStates)[number]

/** Where it stands at a moment: a zone begins and is over by the clock alone. */
export const zoneStateOf = ({ from, until, endedAt }: Zone, now: Instant): ZoneState => {
  if (endedAt !== null) return 'ended'
  if (until <= now) return 'over'
  return from <= now ? 'active' : 'planned'
}

/** Is it in force for real incidents, or for drills? Danger is danger in a drill too; a drilled one is none for the others. */
export const isInForce = (zone: Zone, drill: boolean, now: Instant): boolean =>
  zoneStateOf(zone, now) === 'active' && (drill || !zone.drill)
