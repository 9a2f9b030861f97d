import type { Fact } from '../fact.ts'

/** What became of somebody's yeses: he was there, or he gave the task back before. Called home or replaced is neither. */
export interface Comings {
  came: number
  missed: number
}

export const NO_COMINGS: Comings = { came: 0, missed: 0 }

export const addComings = (a: Comings, b: Comings): Comings => ({
  came: a.came + b.came,
  missed: a.missed + b.missed,
})

/** As it is folded from the ledger. */
export interface Coming extends Comings {
  /** The task that he is on his way to. */
  out: string | null
}

/** The facts that `foldComing` understands beside `offer.accepted`. */
export const comingFacts = [
  'assignment.progressed',
  'assignment.released',
  'assignment.failed',
  'assignment.stood_down',
  'assignment.reassigned',
] as const

/** The steps that only somebody takes who is there. */
const there = new Set<unknown>(['on_scene', 'working', 'completed'])

/** Adds one fact, in the order of the ledger. However he was chosen: a yes is a yes. */
export const foldComing = (
  coming: Coming | undefined,
  { type, data }: Pick<Fact, 'type' | 'data'>,
): Coming | undefined => {
  const assignmentId = String(data['assignmentId'])
  if (type === 'offer.accepted') return { ...(coming ?? NO_COMINGS), out: assignmentId }
  if (coming === undefined || coming.out !== assignmentId) return coming
  if (type === 'assignment.progressed')
    return there.has(data['state']) ? { ...coming, came: coming.came + 1, out: null } : coming
  const isMissed = type === 'assignment.released' || type === 'assignment.failed'
  return { ...coming, missed: coming.missed + (isMissed ? 1 : 0), out: null }
}
