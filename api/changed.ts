import { z } from 'zod'

/** What a use case changed; the answer shows it as it stands now. */
export const Changed = z.object({
  kind: z.enum([
    'incident',
    'volunteer',
    'partner',
    'delivery',
    'user',
    'zone',
    'policy',
    'procedure',
    'shift',
  ]),
  id: z.string(),
})
export type Changed = z.infer<typeof Changed>

/** What else the answer to this very call shows, and no repeat of it: a secret or a password in the clear. Kept nowhere. */
export interface Shown {
  shown?: Readonly<Record<string, unknown>>
}
