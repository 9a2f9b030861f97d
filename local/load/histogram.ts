/** Buckets grow by this much: a figure is true to 2 %. */
const STEP = 1.02
const LEAST_MS = 0.1

export interface Quantiles {
  count: number
  p50: number
  p95: number
  p99: number
  max: number
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10

const bucketOf = (ms: number): number =>
  ms <= LEAST_MS ? 0 : Math.ceil(Math.log(ms / LEAST_MS) / Math.log(STEP))

/** Times in ms, however many, in buckets of equal proportion. */
export const createHistogram = () => {
  const buckets: number[] = []
  let count = 0
  let max = 0

  /** The time that this share of all took at most; 0 when there was nothing. */
  const quantile = (share: number): number => {
    let left = Math.ceil(count * share)
    if (left === 0) return 0
    for (const [at, many] of buckets.entries()) {
      left -= many ?? 0
      if (left <= 0) return Math.min(max, LEAST_MS * STEP ** at)
    }
    return max
  }
  return {
    record: (ms: number): void => {
      const at = bucketOf(ms)
      while (buckets.length <= at) buckets.push(0)
      buckets[at] = (buckets[at] ?? 0) + 1
      count += 1
      max = Math.max(max, ms)
    },
    quantiles: (): Quantiles => ({
      count,
      p50: rounded(quantile(0.5)),
      p95: rounded(quantile(0.95)),
      p99: rounded(quantile(0.99)),
      max: rounded(max),
    }),
  }
}
export type Histogram = ReturnType<typeof createHistogram>
