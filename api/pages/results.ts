import { isActive } from '#contracts/domain/incident/read.ts'
import type { Outcome } from '#contracts/store/receipts.ts'
import { Problem, titleIn } from '#contracts/wire/problem.ts'
import { z } from 'zod'
import type { Leaf } from './leaf.ts'
import type { Task } from './read-task.ts'

/** What an answer by form came to; kept under its nonce, so that the page can say it after the redirect. */
export const Result = z.object({
  result: z.enum([
    'confirmed',
    'already_filled',
    'standby',
    'expired',
    'withdrawn',
    'declined',
    'applied',
    'already_past',
    'sos',
    'read',
    'safe',
    'not_asked',
    'noted',
    'written',
    'photo',
  ]),
  /** The offer that was confirmed, when it is another one than that of the link. */
  offerId: z.string().optional(),
})
export type Result = z.infer<typeof Result>

/** What he hoped for, or an SOS that is sent; whatever else it came to is said calmly. */
const good = new Set<Result['result']>([
  'confirmed',
  'applied',
  'sos',
  'safe',
  'noted',
  'written',
  'photo',
  'read',
])

/** His yes came to no task: he is told so in words that nobody can take for one. */
const staysFree = new Set<Result['result']>(['already_filled', 'standby', 'expired', 'withdrawn'])

/** By this offer or another one of the same incident. */
export const isOut = ({ stage, other }: Pick<Task, 'stage' | 'other'>): boolean =>
  other !== null || (stage.at === 'task' && isActive(stage.assignment))

/**
 * What to say of a kept answer, calmly; null when it is not one of ours. `out`: he is on a task of this incident now. That he
 * was assigned is not said any more when he is not, nor that he is free when he is out by another offer.
 */
export const sayResult = (
  { body }: Outcome,
  { text, locale }: Pick<Leaf, 'text' | 'locale'>,
  out: boolean,
): { look: 'good' | 'calm'; text: string } | null => {
  const result = Result.safeParse(body)
  if (result.success) {
    const came = result.data.result
    if (came === 'confirmed' && !out) return null
    const rest = staysFree.has(came) && !out ? ` ${text.notAssigned}` : ''
    return { look: good.has(came) ? 'good' : 'calm', text: text.results[came] + rest }
  }
  const no = Problem.safeParse(body)
  return no.success ? { look: 'calm', text: titleIn(locale, no.data) } : null
}
