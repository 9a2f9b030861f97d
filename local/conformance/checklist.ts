import { refusedChecks } from './checks-refused.ts'
import { takenChecks } from './checks-taken.ts'

/** Everything that an endpoint must do, in this order. */
export const checklist = [...takenChecks, ...refusedChecks]
