import { plusSeconds, type Instant } from '../instant.ts'

/** How long somebody is asked after who called for help outside a task: seen is not yet safe. A shift, and the next knows. */
export const FOLLOWED_S = 12 * 3600

/** Was his call for help seen so lately that somebody may still have to ring him? */
export const isFollowed = (seenAt: Instant | null, now: Instant): boolean =>
  seenAt !== null && now < plusSeconds(seenAt, FOLLOWED_S)
