import { callRoutes } from './calls.ts'
import { codeRoutes } from './codes.ts'
import { coverageRoutes } from './coverage.ts'
import { deliveryRoutes } from './delivery-orders.ts'
import { explanationRoutes } from './explanation.ts'
import { incidentRoutes } from './incidents.ts'
import { partnerRoutes } from './partners.ts'
import { ledgerRoutes } from './ledger.ts'
import { reportRoutes } from './reports.ts'
import { policyRoutes } from './policy.ts'
import { procedureRoutes } from './procedure.ts'
import { shiftRoutes } from './shifts.ts'
import type { Route } from './route.ts'
import { referenceRoutes, sessionRoutes } from './session.ts'
import { userRoutes } from './users.ts'
import { volunteerRoutes } from './volunteers.ts'
import { zoneRoutes } from './zones.ts'

/** Every route of `/api/v1`. A handler, a policy and an OpenAPI entry must exist for each (checked by type and test). */
export const routes = {
  ...sessionRoutes,
  ...referenceRoutes,
  ...incidentRoutes,
  ...explanationRoutes,
  ...reportRoutes,
  ...ledgerRoutes,
  ...shiftRoutes,
  ...volunteerRoutes,
  ...partnerRoutes,
  ...userRoutes,
  ...policyRoutes,
  ...procedureRoutes,
  ...deliveryRoutes,
  ...codeRoutes,
  ...callRoutes,
  ...zoneRoutes,
  ...coverageRoutes,
} as const satisfies Record<string, Route>
export type RouteName = keyof typeof routes
export type Routes = typeof routes
