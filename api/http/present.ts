import type { Changed } from '../changed.ts'
import type { Context } from '../context.ts'
import { incidentDetail } from '../queries/incident-detail.ts'
import { volunteerView } from '../queries/volunteers.ts'

const views = {
  incident: incidentDetail,
  volunteer: volunteerView,
} satisfies Record<Changed['kind'], (context: Context, agencyId: string, id: string) => Promise<unknown>>

/** The answer to a change: what was changed, as it stands now. */
export const present = (context: Context, agencyId: string, { kind, id }: Changed): Promise<unknown> =>
  views[kind](context, agencyId, id)
