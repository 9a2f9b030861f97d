import type { Fix } from '../marks/people.ts'
import { STALE_S, type MapVolunteer } from '../model.ts'

/** Within the first of these seconds a dot is full; at the second it is as faint as it gets. */
const FADE_S = [60, 1800] as const
const FAINTEST = 0.35
/** A declared place has no age; it is never as sure as a position. */
const DECLARED = 0.85

type Dated = Pick<MapVolunteer, 'source' | 'at'>

const ageS = (at: string | null, now: number): number =>
  at === null ? Number.POSITIVE_INFINITY : Math.max(0, (now - Date.parse(at)) / 1000)

export const fixOf = ({ source, at }: Dated, now: number): Fix => {
  if (source === 'declared') return 'declared'
  return ageS(at, now) > STALE_S ? 'stale' : 'fresh'
}

/** From 1 for now to `FAINTEST` for half an hour ago. */
export const opacityOf = ({ source, at }: Dated, now: number): number => {
  if (source === 'declared') return DECLARED
  const faded = (ageS(at, now) - FADE_S[0]) / (FADE_S[1] - FADE_S[0])
  return 1 - (1 - FAINTEST) * Math.sqrt(Math.min(1, Math.max(0, faded)))
}
