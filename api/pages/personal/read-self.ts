import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { mayServe, type Unfitness } from '#contracts/domain/volunteer/fitness.ts'
import type { Agency, Person } from '#contracts/store/documents.ts'
import { isHold } from '#contracts/store/holds.ts'
import type { Context } from '../../context.ts'
import { readTask, stageKey, type Task } from '../read-task.ts'

/** A volunteer as he sees himself. */
export interface Self {
  volunteer: Volunteer
  person: Person | null
  agency: Agency
  /** What he is asked for or out for now. */
  task: Task | null
  /** He is, but as a volunteer of another partner. */
  elsewhere: boolean
  unfit: Unfitness | null
}

/** Reads what the personal page shows; changes nothing. @throws Refusal `not_found` */
export const readSelf = async (context: Context, volunteer: Volunteer): Promise<Self> => {
  const { store, agencies, clock } = context
  const { id, agencyId, personKey } = volunteer
  const [persons, agency, claim] = await Promise.all([
    store.texts.persons([id]),
    agencies.of(agencyId),
    store.claims.boundOf(personKey),
  ])
  const isMine = claim !== null && !isHold(claim) && claim.volunteerId === id
  return {
    volunteer,
    person: persons.get(id) ?? null,
    agency,
    task: isMine ? await readTask(context, claim.offerId) : null,
    elsewhere: claim !== null && !isHold(claim) && claim.volunteerId !== id,
    unfit: mayServe(volunteer, null, clock.now().toISOString()),
  }
}

/** Changes when there is something new to see. */
export const selfKey = ({ volunteer, task, elsewhere }: Self): string => {
  const { duty, dutyUntil = null, standing, declaredArea } = volunteer
  const bound = task === null ? '' : `${task.offerId}|${stageKey(task)}`
  return [standing, duty, dutyUntil, declaredArea, elsewhere, bound].join('|')
}
