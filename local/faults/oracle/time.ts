/** What is due is done within this, from the end of whatever hindered it. */
export const LATE_MS = 15_000

/** Ms since the epoch. */
export const timeOf = (value: unknown): number => Date.parse(String(value))
