import { z } from 'zod'

/** What a use case changed; the answer shows it as it stands now. */
export const Changed = z.object({ kind: z.enum(['incident', 'volunteer']), id: z.string() })
export type Changed = z.infer<typeof Changed>
