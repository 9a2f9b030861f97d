import { needOf } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { TaskType } from '#contracts/domain/words.ts'
import { indonesian } from '#contracts/wire/labels/id.ts'
import type { Labels } from '#contracts/wire/labels/labels.ts'

/** "Banjir (tinggi)" */
export const titleOf = (
  { hazard, severity }: Incident,
  labels: Pick<Labels, 'hazard' | 'severity'> = indonesian,
): string => `${labels.hazard[hazard]} (${labels.severity[severity].toLowerCase()})`

/** What the need asks for; null when it was dropped since. */
export const askedFor = (incident: Incident, needId: string): TaskType | null =>
  needOf(incident, needId)?.task ?? null
