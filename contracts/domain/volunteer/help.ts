import type { Instant } from '../instant.ts'
import type { Point } from '../place.ts'
import type { VolunteerFactOf } from './facts.ts'

/** The last call for help outside a task: what he wrote, and where he said he was. */
export interface CallForHelp {
  at: Instant
  /** `at`: when he said so. */
  point: (Point & { at: Instant }) | null
  textId: string | null
}

/** A call for help; null when it tells nothing more than that. Who calls again says nothing new by saying less: words and place of the call that still stands stay. */
export const calledAt = (
  standing: CallForHelp | null,
  { point, textId }: VolunteerFactOf<'volunteer.sos'>['data'],
  at: Instant,
): CallForHelp | null => {
  const said = {
    at,
    point: point === null ? (standing?.point ?? null) : { ...point, at },
    textId: textId ?? standing?.textId ?? null,
  }
  return said.point === null && said.textId === null ? null : said
}
