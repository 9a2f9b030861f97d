import type { RouteName } from '#contracts/wire/routes/all.ts'
import { deliveryRows } from './deliveries.ts'
import { intakeRows } from './intake.ts'
import { partnerRows } from './partners.ts'
import { responseRows } from './response.ts'
import type { Row } from './row.ts'
import { sessionRows } from './session.ts'
import { userRows } from './users.ts'
import { volunteerRows } from './volunteers.ts'

/** One row for each route of the catalogue; the compiler counts them. */
export const rows = {
  ...sessionRows,
  ...intakeRows,
  ...responseRows,
  ...volunteerRows,
  ...partnerRows,
  ...userRows,
  ...deliveryRows,
} satisfies Record<RouteName, Row>
