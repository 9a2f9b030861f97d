import type { Changed } from '../changed.ts'
import type { Context } from '../context.ts'
import { incidentDetail } from '../queries/incident-detail.ts'
import { deliveryDetail } from '../queries/partners/deliveries.ts'
import { partnerView } from '../queries/partners/view.ts'
import { policyView } from '../queries/policy.ts'
import { procedureView } from '../queries/procedure.ts'
import { shiftView } from '../queries/shifts.ts'
import { userView } from '../queries/users.ts'
import { volunteerView } from '../queries/volunteers.ts'
import { zoneView } from '../queries/zones.ts'

const views = {
  incident: incidentDetail,
  volunteer: volunteerView,
  partner: partnerView,
  delivery: deliveryDetail,
  user: userView,
  zone: zoneView,
  shift: shiftView,
  policy: policyView,
  procedure: procedureView,
} satisfies Record<Changed['kind'], (context: Context, agencyId: string, id: string) => Promise<object>>

/** The answer to a change: what was changed, as it stands now. */
export const present = (context: Context, agencyId: string, { kind, id }: Changed): Promise<object> =>
  views[kind](context, agencyId, id)
