import type { Span } from './evidence.ts'

/** How long that lasted, in ms, which was wrong at some time between these two; what overlaps counts once. */
export const disturbedMs = (disturbed: readonly Span[], from: number, until: number): number => {
  const touching = disturbed.filter((span) => span.until >= from && span.from <= until)
  let [total, past] = [0, 0]
  for (const span of touching.toSorted((a, b) => a.from - b.from)) {
    total += Math.max(0, span.until - Math.max(span.from, past))
    past = Math.max(past, span.until)
  }
  return total
}
