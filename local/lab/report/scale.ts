/** Where a value lies along an axis, and the values that are marked on it. */
export interface Scale {
  at: (value: number) => number
  ticks: readonly number[]
  isLog: boolean
}

const MARGIN = 0.04
/** Values that lie further apart than this, as a ratio, are told apart by powers only. */
const WIDE = 8

/**
 * An axis for these values between two places. It begins at 0 when that is asked for, else a little below the least; where
 * the values lie far apart it is logarithmic, unless it is to be even.
 */
export const scaleOf = (
  values: readonly number[],
  [from, to]: readonly [number, number],
  { zero = false, even = zero }: { zero?: boolean; even?: boolean } = {},
): Scale => {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const isLog = !even && least > 0 && most / least > WIDE
  const seen = isLog ? Math.log : (value: number) => value
  const span = seen(most) - seen(zero ? Math.min(0, least) : least) || Math.abs(seen(most)) || 1
  const low = zero ? Math.min(0, least) : seen(least) - MARGIN * span
  const high = seen(most) + MARGIN * span
  const at = (value: number): number => from + ((seen(value) - low) / (high - low)) * (to - from)
  const ticks = isLog ? logTicks(Math.exp(low), Math.exp(high)) : linearTicks(low, high)
  return { at, ticks, isLog }
}

const STEPS = [1, 2, 5, 10] as const
/** Three to six marks at round values. */
const linearTicks = (low: number, high: number): number[] => {
  const rough = (high - low) / 6
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * (STEPS.find((one) => one * power >= rough) ?? 10)
  const first = Math.ceil(low / step)
  const count = Math.max(0, Math.floor(high / step + 1e-9) - first + 1)
  return Array.from({ length: count }, (_, n) => (first + n) * step)
}

const logTicks = (low: number, high: number): number[] => {
  const powers = Array.from({ length: 16 }, (_, n) => 10 ** (n - 6))
  const all = powers.flatMap((power) => [power, 2 * power, 5 * power])
  const inside = all.filter((value) => value >= low && value <= high)
  return inside.length > 4 ? inside.filter((value) => Math.abs(Math.log10(value) % 1) < 1e-9) : inside
}

/** A mark of an axis in as few digits as tell it. */
export const marked = (value: number): string => String(Number(value.toPrecision(3)))
