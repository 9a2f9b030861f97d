import { z } from 'zod'

const Value = z.json()

/** One field of settings that somebody changed. */
export const Difference = z.object({ field: z.string(), from: Value.optional(), to: Value })
export type Difference = z.infer<typeof Difference>

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Field by field, in the order of their names. Settings are plain data, so their text says whether they are equal. */
export const differencesBetween = (present: object, wanted: object): Difference[] => {
  const before = new Map<string, unknown>(Object.entries(present))
  return Object.entries(wanted)
    .filter(([field, to]) => to !== undefined && !isSame(before.get(field), to))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, to]) => ({
      field,
      from: before.get(field) as Difference['from'],
      to: to as Difference['to'],
    }))
}
