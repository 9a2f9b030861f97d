/** Whatever each loop may find undone and do: whoever should have done it died, or its job was lost. */
export const takenUpBy = {
  relay: ['relayedAgain'],
  sweeper: ['rounds', 'zonesBegun', 'dutiesEnded', 'dueTimes'],
  courier: ['deliveries', 'lateStandDowns'],
  stalled: ['lookedAgain'],
  flusher: ['filesFlushed'],
  reconciler: ['claimsFreed'],
  anchor: [],
  heartbeat: [],
  eraser: [
    'received',
    'sent',
    'photos',
    'answerCodes',
    'signInCodes',
    'signIns',
    'oldRounds',
    'roundsOverBudget',
    'reporters',
    'unreported',
    'leavers',
  ],
  unfollowed: ['placesForgotten'],
} as const
export type LoopName = keyof typeof takenUpBy
export type Found = (typeof takenUpBy)[LoopName][number]

/** Counts so many (one) as done, at once: what a pass did counts also when it fails afterwards. */
export type TakeUp = (what: Found, many?: number) => void

/** One thing that the worker does again and again, with or without Redis. */
export interface LoopPlan {
  name: LoopName
  /** Rest between two passes, in ms. */
  everyMs: number
  /**
   * Only one process at a time does it, for as long as this lease lasts; it only saves work. Hardly longer than the rest:
   * whoever dies must not keep the others waiting.
   */
  leaseS?: number
  run: (signal: AbortSignal, takeUp: TakeUp) => Promise<void>
}
