import type { Routes } from '#contracts/wire/routes/all.ts'
import { callHandlers } from './call-handlers.ts'
import { codeHandlers } from './code-handlers.ts'
import { coverageHandlers } from './coverage-handlers.ts'
import { deliveryHandlers } from './delivery-handlers.ts'
import type { Handlers } from './handler.ts'
import { explanationHandlers } from './explanation-handlers.ts'
import { incidentHandlers } from './incident-handlers.ts'
import { partnerHandlers } from './partner-handlers.ts'
import { ledgerHandlers } from './ledger-handlers.ts'
import { reportHandlers } from './report-handlers.ts'
import { policyHandlers } from './policy-handlers.ts'
import { procedureHandlers } from './procedure-handlers.ts'
import { shiftHandlers } from './shift-handlers.ts'
import { referenceHandlers, sessionHandlers } from './session-handlers.ts'
import { userHandlers } from './user-handlers.ts'
import { volunteerHandlers } from './volunteer-handlers.ts'
import { zoneHandlers } from './zone-handlers.ts'

/** One handler for each route of the catalogue; the compiler counts them. */
export const handlers = {
  ...sessionHandlers,
  ...referenceHandlers,
  ...incidentHandlers,
  ...explanationHandlers,
  ...reportHandlers,
  ...ledgerHandlers,
  ...shiftHandlers,
  ...volunteerHandlers,
  ...partnerHandlers,
  ...userHandlers,
  ...policyHandlers,
  ...procedureHandlers,
  ...deliveryHandlers,
  ...codeHandlers,
  ...callHandlers,
  ...zoneHandlers,
  ...coverageHandlers,
} satisfies Handlers<Routes>
