import { withdraw } from '#contracts/domain/incident/commands/withdraw.ts'
import type { WorkerContext } from '../context.ts'
import type { Swap } from '../matching/swaps.ts'
import { system } from '../system.ts'

/**
 * Takes back open offers of people who are needed more elsewhere, where the agency's policy allows it; the next pass of the
 * round asks them there. Whoever has said yes meanwhile keeps his task. Returns how many were taken back.
 */
export const swapOffers = async (
  { store }: WorkerContext,
  agencyId: string,
  roundId: string,
  swaps: readonly Swap[],
): Promise<number> => {
  let taken = 0
  for (const { incidentId, volunteerId, forIncidentId, forNeedId } of swaps) {
    const op = { opId: `swap:${roundId}:${forNeedId}`, agencyId, by: system }
    const { facts } = await store.incidents.change(incidentId, op, ({ offers }) =>
      offers
        .filter((offer) => offer.volunteerId === volunteerId)
        .map((offer) => withdraw(offer, 'replanned', { forIncidentId, forNeedId })),
    )
    const ended = facts.map(({ data }) => String(data['offerId']))
    // Free before the next pass looks who is.
    await store.claims.end(incidentId, ended)
    taken += facts.length
  }
  return taken
}
