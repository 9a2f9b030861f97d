const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Paths in `given` that a schema left out of what it `understood`: fields that the contract does not know. */
export const unknownKeys = (given: unknown, understood: unknown, path = ''): string[] => {
  if (!isRecord(given) || !isRecord(understood)) return []
  return Object.entries(given).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`
    return Object.hasOwn(understood, key) ? unknownKeys(value, understood[key], here) : [here]
  })
}
