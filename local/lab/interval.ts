import { mean } from './measure.ts'

/** A mean over seeds and half the width of its 95 % interval; null half: one seed says nothing about the spread. */
export interface Interval {
  mean: number
  half: number | null
}

/** Student's t for 95 %, two-sided, by degrees of freedom 1 to 30; beyond, the normal 1.96 is close enough. */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

/** Null when no seed knew the value. */
export const intervalOf = (values: readonly (number | null)[]): Interval | null => {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value))
  if (known.length === 0) return null
  const middle = mean(known)
  if (known.length < 2) return { mean: middle, half: null }
  const variance = known.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (known.length - 1)
  return { mean: middle, half: (T[known.length - 2] ?? 1.96) * Math.sqrt(variance / known.length) }
}
