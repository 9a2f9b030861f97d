import type { RouteName } from '#contracts/wire/routes/all.ts'
import { callRows } from './calls.ts'
import { codeRows } from './codes.ts'
import { coverageRows } from './coverage.ts'
import { deliveryRows } from './deliveries.ts'
import { intakeRows } from './intake.ts'
import { partnerRows } from './partners.ts'
import { policyRows } from './policy.ts'
import { reportRows } from './reports.ts'
import { shiftRows } from './shifts.ts'
import { responseRows } from './response.ts'
import type { Row } from './row.ts'
import { sessionRows } from './session.ts'
import { userRows } from './users.ts'
import { volunteerRows } from './volunteers.ts'
import { zoneRows } from './zones.ts'

/** One row for each route of the catalogue; the compiler counts them. */
export const rows = {
  ...sessionRows,
  ...intakeRows,
  ...responseRows,
  ...reportRows,
  ...shiftRows,
  ...volunteerRows,
  ...partnerRows,
  ...userRows,
  ...deliveryRows,
  ...codeRows,
  ...callRows,
  ...zoneRows,
  ...coverageRows,
  ...policyRows,
} satisfies Record<RouteName, Row>
