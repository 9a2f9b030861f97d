import type { FactView } from '#contracts/wire/routes/views.ts'

/** What the platform does to many people at once: said once, with how many. */
export const groupedTypes = [
  'offer.created',
  'offer.expired',
  'offer.withdrawn',
  'assignment.stood_down',
  'checkin.requested',
] as const
type GroupedType = (typeof groupedTypes)[number]

const typeOf = ({ type }: FactView): GroupedType | undefined => groupedTypes.find((one) => one === type)

/** Fewer than this are told one by one. */
const MANY = 3
/** Of one doing, if they lie this near to each other. */
const NEAR_MS = 30_000

export type FactEntry =
  | { kind: 'one'; fact: FactView }
  | { kind: 'many'; type: GroupedType; first: FactView; facts: readonly FactView[] }

const belongs = (run: readonly FactView[], fact: FactView): boolean => {
  const [first] = run
  if (first === undefined) return true
  const type = typeOf(first)
  const apart = Math.abs(Date.parse(first.at) - Date.parse(fact.at))
  return type !== undefined && type === fact.type && apart <= NEAR_MS
}

/** A wave that found nobody to ask says nothing to a person; a search that came to nothing is an alarm, and tells its present reasons. */
const isEmptyLook = ({ type, data }: FactView): boolean =>
  type === 'need.stall_explained' || (type === 'wave.opened' && data['offers'] === 0)

/** Facts in their order, with runs of the same doing put together, so that the steps of people stand out. */
export const groupsOf = (facts: readonly FactView[]): FactEntry[] => {
  const runs: FactView[][] = []
  for (const fact of facts.filter((one) => !isEmptyLook(one))) {
    const run = runs.at(-1)
    if (run !== undefined && belongs(run, fact)) run.push(fact)
    else runs.push([fact])
  }
  return runs.flatMap((run): FactEntry[] => {
    const [first] = run
    const type = first && typeOf(first)
    if (first === undefined || type === undefined || run.length < MANY)
      return run.map((fact) => ({ kind: 'one', fact }))
    return [{ kind: 'many', type, first, facts: run }]
  })
}
