import { z } from 'zod'
import type { Sla } from '../sla.ts'
import { Hazard, NeedVehicle, Severity, Skill, TaskType } from '../words.ts'

/** Nobody answers within half a minute, and what may take longer than a week is no deadline. */
const span = z.int().min(30).max(604_800)

export const SlaSettings = z.strictObject({
  verifyS: span,
  firstOffersS: span,
  acceptS: span,
  arriveS: z.record(Severity, span),
  checkinS: span,
  trcS: span,
  reviewS: span,
}) satisfies z.ZodType<Sla>

/** One row of needs that a hazard begins with. */
export const NeedRow = z.strictObject({
  task: TaskType,
  vehicle: NeedVehicle,
  skill: Skill.nullable(),
  quantity: z.int().min(1).max(50),
})
export type NeedRow = z.infer<typeof NeedRow>

const rows = z.array(NeedRow).max(10)

/** An agency's standing procedure (prosedur tetap): how long each step may take, and what each hazard begins with. */
export const ProcedureSettings = z.strictObject({ sla: SlaSettings, needs: z.record(Hazard, rows) })
export type ProcedureSettings = z.infer<typeof ProcedureSettings>

/** What somebody wants otherwise: whole deadlines, and the whole rows of a hazard. */
export const ProcedureWish = z.strictObject({
  sla: SlaSettings.partial().optional(),
  needs: z.partialRecord(Hazard, rows).optional(),
})
export type ProcedureWish = z.infer<typeof ProcedureWish>
