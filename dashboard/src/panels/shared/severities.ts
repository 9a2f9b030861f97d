import type { Severity } from '#contracts/domain/words.ts'

export const severitiesWorstFirst = [
  'kritis',
  'tinggi',
  'sedang',
  'rendah',
] as const satisfies readonly Severity[]

/** One step graver; null: it is the gravest. */
export const graver = (severity: Severity): Severity | null =>
  severitiesWorstFirst[severitiesWorstFirst.indexOf(severity) - 1] ?? null
