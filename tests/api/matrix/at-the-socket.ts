import type { EntityKind } from '#contracts/domain/fact.ts'
import type { ClientToServer, ServerToClient, Snapshot } from '#contracts/wire/live.ts'

/** Who comes in at the live socket; everything below is for those. The columns are those of `letters`. */
export const connects = 'OSCKPV-A'

/** What he is sent. An event without a row does not compile, here and below. */
export const isSent: Record<keyof ServerToClient, string> = {
  snapshot: 'OSCKPV-A',
  frame: 'OSCKPV-A',
  heartbeat: 'OSCKPV-A',
  // Where volunteers are is not for the mayor.
  positions: 'OSCK-V-A',
  lookers: 'OSCKPV-A',
  farewell: 'OSCKPV-A',
}

/** What he says, and something comes of it. */
export const isHeeded: Record<keyof ClientToServer, string> = {
  watch: 'OSCK-V-A',
  look: 'OSCKPV-A',
  resync: 'OSCKPV-A',
  renew: 'OSCKPV-A',
}

/** What his snapshot holds; the seq is no secret. */
export const isHeld: Record<Exclude<keyof Snapshot, 'seq'>, string> = {
  incidents: 'OSCKPV-A',
  volunteers: 'OSCK-V-A',
  zones: 'OSCKPV-A',
}

/** Of what kinds the facts are that he hears. */
export const isHeard: Record<EntityKind, string> = {
  incident: 'OSCKPV-A',
  volunteer: 'OSCK-V-A',
  partner: '-S-K---A',
  user: '-SCKP--A',
  zone: 'OSCKPV-A',
  policy: '-SCK---A',
  procedure: 'OSCKPV-A',
  shift: 'OSCK---A',
}

/**
 * Of another agency's things, or another person's: `cut`, he hears of his own only; `nothing` comes of it when he names
 * them.
 */
export const ofOthers: Record<keyof ServerToClient | keyof ClientToServer, 'cut' | 'nothing'> = {
  snapshot: 'cut',
  frame: 'cut',
  heartbeat: 'cut',
  positions: 'cut',
  lookers: 'cut',
  farewell: 'cut',
  watch: 'cut',
  look: 'nothing',
  resync: 'cut',
  // Another person's token does not keep his connection.
  renew: 'nothing',
}
