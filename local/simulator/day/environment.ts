import { z } from 'zod'
import { calmDay, type Day } from './day.ts'

const percent = z.coerce.number().min(0).max(100)
const perHour = z.coerce.number().min(0).max(60)

/** The variables of a day; without them it is calm. */
export const dayEnvironment = {
  SIM_SHIFTS: z.stringbool().default(calmDay.shifts),
  SIM_TRIPS_PER_HOUR: perHour.default(calmDay.tripsPerHour),
  SIM_LOST_PER_HOUR: perHour.default(calmDay.lostPerHour),
  SIM_UNREACHABLE_PCT: percent.default(calmDay.unreachablePct),
  SIM_DECLARED_PCT: percent.optional(),
  SIM_RELEASE_PCT: percent.default(calmDay.releasePct),
  SIM_FAIL_PCT: percent.default(calmDay.failPct),
  SIM_SOS_PCT: percent.default(calmDay.sosPct),
  SIM_MESSAGE_PCT: percent.default(calmDay.messagePct),
  SIM_OBSERVED_PER_HOUR: perHour.default(calmDay.observedPerHour),
}
const Environment = z.object(dayEnvironment)

export const dayOf = (data: z.infer<typeof Environment>): Day => ({
  shifts: data.SIM_SHIFTS,
  tripsPerHour: data.SIM_TRIPS_PER_HOUR,
  lostPerHour: data.SIM_LOST_PER_HOUR,
  unreachablePct: data.SIM_UNREACHABLE_PCT,
  declaredPct: data.SIM_DECLARED_PCT ?? calmDay.declaredPct,
  releasePct: data.SIM_RELEASE_PCT,
  failPct: data.SIM_FAIL_PCT,
  sosPct: data.SIM_SOS_PCT,
  messagePct: data.SIM_MESSAGE_PCT,
  observedPerHour: data.SIM_OBSERVED_PER_HOUR,
})
