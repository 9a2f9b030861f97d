import type { Fact } from '#contracts/domain/fact.ts'
import { fail, progress, release, type Bearer } from '#contracts/domain/incident/commands/assignment.ts'
import { messageBeside } from '#contracts/domain/incident/commands/messages.ts'
import type { AssignmentStep } from '#contracts/domain/incident/words.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Point } from '#contracts/domain/place.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'
import { changeWith } from './with-text.ts'

/** What a volunteer tells of his task; `at` by his own clock. */
export interface Progress {
  state: Exclude<AssignmentStep, 'accepted'> | 'released' | 'failed'
  at: Instant
  point: Point | null
  note: string | null
}

/**
 * A step forward on a task, or its giving back. `already_past`: the task is further on; a note is kept all the same, as long as the task may bring messages.
 * @throws Refusal `not_found`, `not_yours`, `terminal` after an exit; NotSaved
 */
export const progressAssignment = async (
  store: Store,
  incidentId: string,
  op: Op,
  who: Bearer,
  step: Progress,
): Promise<{ outcome: 'applied' | 'already_past' }> => {
  const facts = await changeWith(store, incidentId, op, step.note, (state, text, now) => {
    if (step.state === 'released') return release(state, who, text?.textId ?? null)
    if (step.state === 'failed') return fail(state, who, text?.textId ?? null)
    // A clock that runs ahead must not put an arrival into the future.
    const at = step.at > now ? now : step.at
    return [
      ...progress(state, who, { state: step.state, at, point: step.point }),
      ...messageBeside(state, who, text),
    ]
  })
  return { outcome: facts.some(isStep) ? 'applied' : 'already_past' }
}

const isStep = ({ type }: Fact): boolean =>
  type === 'assignment.progressed' || type === 'assignment.released' || type === 'assignment.failed'
