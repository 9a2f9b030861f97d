import { type Client, Refused } from '../client.ts'
import type { Clock } from '../clock.ts'

/** Seconds on the wall that a call for help stands before an operator confirms that he has seen it. */
const SEEN_AFTER_S = 20

/** Confirms the calls for help of volunteers who are on no task; those on a task ring in their incident. */
export const acknowledgeFreeSos = async (client: Client, clock: Clock, run: string): Promise<void> => {
  const { alarms } = await client.call('listAlarms', {})
  for (const { volunteerId: id, what, since, acknowledgedAt } of alarms) {
    if (id === null || what !== 'sos' || acknowledgedAt !== null) continue
    if (clock.lifeSince(since) < SEEN_AFTER_S * clock.speed) continue
    const params = { id }
    await client
      .call('acknowledgeVolunteerSos', { params, body: {}, key: `${run}:${id}:${since}` })
      .catch((error: unknown) => {
        // Somebody else has seen it.
        if (!(error instanceof Refused)) throw error
      })
  }
}
