/**
 * Does all the work, at most `atOnce` pieces at a time; one that fails keeps no other from being done. Throws the first
 * error at the end, or an `AggregateError` of several.
 */
export const each = async <T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> => {
  const left = items.values()
  const errors: unknown[] = []
  const lane = async (): Promise<void> => {
    for (const item of left) {
      try {
        await work(item)
      } catch (error) {
        errors.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane))
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new AggregateError(errors, `${errors.length} of ${items.length} failed`)
}
