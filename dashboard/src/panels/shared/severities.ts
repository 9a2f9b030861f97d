import type { Severity } from '#contracts/domain/words.ts'

export const severitiesWorstFirst = [
  'kritis',
  'tinggi',
  'sedang',
  'rendah',
] as const satisfies readonly Severity[]
