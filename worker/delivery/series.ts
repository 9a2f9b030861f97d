import type { Delivery, DeliveryAttempt } from '#contracts/store/documents.ts'
import type { Schedule } from './schedule.ts'

/** The attempts since the message was made, or since somebody ordered it to be sent once more. */
export const seriesOf = ({ attempts, replays }: Delivery): readonly DeliveryAttempt[] =>
  attempts.slice(replays.at(-1)?.from ?? 0)

/** How many attempts the present series has left. */
export const attemptsLeft = (delivery: Delivery, { retryAtS }: Schedule): number =>
  retryAtS.length + 1 - seriesOf(delivery).length
