import { z } from 'zod'
import { isActive } from '#contracts/domain/incident/read.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Context } from '../context.ts'
import { keepPositions } from '../usecases/keep-positions.ts'
import type { Task } from './read-task.ts'

export const SharedPosition = z.object({
  lat: z.coerce.number().min(-90).max(90),
  lng: z.coerce.number().min(-180).max(180),
  accuracyM: z.coerce.number().min(0).max(100_000).optional(),
})

/** Where somebody on task is, as long as he is. @throws Refusal `terminal`; Trouble `not_saved` while Redis is away */
export const sharePosition = async (
  context: Context,
  { stage, asked, incident }: Task,
  { lat, lng, accuracyM = null }: { lat: number; lng: number; accuracyM?: number | null },
): Promise<void> => {
  if (stage.at !== 'task' || !isActive(stage.assignment))
    throw new Refusal('terminal', { what: 'assignment' })
  const now = context.clock.now()
  const fixes = new Map([[asked.volunteerId, { lat, lng, accuracyM, at: now.toISOString() }]])
  await keepPositions(context, incident.agencyId, fixes, now)
}
