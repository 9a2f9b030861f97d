import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'

/** The job catalogue: ids only; a handler re-reads and re-checks. Job ids are made from these data and are stable. */
export const jobs = {
  match: z.strictObject({ agencyId: z.string(), seq: z.int() }),
  due: z.strictObject({ agencyId: z.string(), incidentId: z.string(), at: Instant }),
  deliver: z.strictObject({ deliveryId: z.string(), attempt: z.int().nonnegative() }),
} as const
export type JobName = keyof typeof jobs
export type JobData<N extends JobName> = z.infer<(typeof jobs)[N]>

/** Deterministic job ids (BullMQ: no `:`, not digits only). A repeat of the same fact is the same job. */
export const jobIds = {
  match: (d: JobData<'match'>) => `match-${d.agencyId}-${d.seq}`,
  due: (d: JobData<'due'>) => `due-${d.incidentId}-${Date.parse(d.at)}`,
  deliver: (d: JobData<'deliver'>) => `deliver-${d.deliveryId.replaceAll(':', '-')}-${d.attempt}`,
} satisfies { [N in JobName]: (data: JobData<N>) => string }
