import type { Wide } from '../catalogue.ts'
import type { coverage as indonesian } from '../id/coverage.ts'

export const coverage: Wide<typeof indonesian> = {
  title: 'Coverage',
  within: 'On scene within',
  minutes: (minutes) => `${String(minutes)} min`,
  summary: (empty, thin) =>
    empty + thin === 0
      ? 'Every kelurahan is in reach.'
      : `${String(empty)} kelurahan empty, ${String(thin)} thin.`,
  people: (onDuty, unplaced) =>
    unplaced === 0
      ? `${String(onDuty)} volunteers on duty.`
      : `${String(onDuty)} volunteers on duty, ${String(unplaced)} without a position.`,
  asOf: (time) => `As of ${time} WITA.`,
  level: { none: 'Empty', thin: 'Thin', fair: 'Enough' },
  bound: (count) => `${String(count)} not free`,
  nearest: (time) => `nearest ${time}`,
  nobody: 'nobody',
  how: 'Counted as a search counts: travel time, uncertainty of the position, passengers and danger zones. Fewer than three free volunteers are called thin.',
}
