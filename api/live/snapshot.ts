import type { Incident } from '#contracts/domain/incident/state.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { createLiveQueries } from '#contracts/store/live-queries.ts'
import { createZones } from '#contracts/store/zones.ts'
import type { Snapshot } from '#contracts/wire/live.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { fileWithoutPlaces, mayHear } from './audience.ts'

const RECENT_S = 24 * 3600
/** What a snapshot holds, as far as its reader may hear of it. */
const kinds = ['incident', 'volunteer', 'zone'] as const

/** The present, for a screen without a cursor. The seq is read first: what happens meanwhile comes again in the stream. */
const readSnapshot = async (context: Context, caller: Caller): Promise<Snapshot> => {
  const { agencyId } = caller
  const { seq } = await context.store.cursors.head(agencyId)
  const queries = createLiveQueries(context.store.models)
  const now = context.clock.now().toISOString()
  const endedAfter = plusSeconds(now, -RECENT_S)
  const [incidents, volunteers, zones] = await Promise.all([
    mayHear(caller, 'incident') ? queries.incidents(agencyId, endedAfter) : [],
    mayHear(caller, 'volunteer') ? queries.volunteers(agencyId) : [],
    mayHear(caller, 'zone') ? createZones(context.store.models).open(agencyId, now) : [],
  ])
  const told = mayHear(caller, 'volunteer') ? (state: Incident) => state : fileWithoutPlaces
  return {
    seq,
    incidents: incidents.map(({ version, state }) => ({ version, state: told(state) })),
    volunteers: volunteers.map(({ version, state }) => ({ version, state })),
    zones: zones.map(({ version, state }) => ({ version, state })),
  }
}

/**
 * Snapshots for many screens: whoever asks while one with the same rights is being read is given that one. After a restart all
 * screens come at once, and the present is the same for all of them; what came since its seq is in the stream.
 */
export const createSnapshots = (context: Context) => {
  const underWay = new Map<string, Promise<Snapshot>>()
  return (caller: Caller): Promise<Snapshot> => {
    const rights = kinds.filter((kind) => mayHear(caller, kind))
    const key = [caller.agencyId, ...rights].join()
    const running = underWay.get(key)
    if (running !== undefined) return running
    const read = readSnapshot(context, caller).finally(() => underWay.delete(key))
    underWay.set(key, read)
    return read
  }
}
export type Snapshots = ReturnType<typeof createSnapshots>
