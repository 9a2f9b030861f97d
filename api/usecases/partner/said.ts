import { plusSeconds, toInstant, type Instant } from '#contracts/domain/instant.ts'
import type { Said } from '#contracts/domain/volunteer/said.ts'

/** When a message came, by both clocks. */
export interface Coming {
  /** The time that this attempt was signed with: whole seconds of the sender's clock. */
  sentAt: Date
  /** When this attempt came, by our clock. */
  cameAt: Date
  /** When the first attempt came, by our clock: the same event is judged alike however often it has to come. */
  firstAt: Instant
}

/** When something was said that an event tells; what lies ahead of the sender's own clock counts as said when he sent it. */
export const saidOf = (timestamp: string, { sentAt, cameAt, firstAt }: Coming): Said => {
  // In whole seconds, as the sender tells his time: two words of one moment are of one moment.
  const waitedMs = 1000 * Math.max(0, Math.floor((cameAt.getTime() - Date.parse(firstAt)) / 1000))
  const firstSentMs = sentAt.getTime() - waitedMs
  // A second has begun when it is told in whole ones.
  const atMs = Math.min(Date.parse(timestamp), firstSentMs + 999)
  const ageS = Math.max(0, (firstSentMs - atMs) / 1000)
  return { at: toInstant(new Date(atMs)), ours: plusSeconds(firstAt, -ageS), ageS }
}
