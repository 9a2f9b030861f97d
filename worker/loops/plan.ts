/** So many of each kind that a pass found undone and did: whoever should have done them died, or their job was lost. */
export type TakenUp = Readonly<Record<string, number>>

/** One thing that the worker does again and again, with or without Redis. */
export interface LoopPlan {
  name: string
  /** Rest between two passes, in ms. */
  everyMs: number
  /**
   * Only one process at a time does it, for as long as this lease lasts; it only saves work. Hardly longer than the rest:
   * whoever dies must not keep the others waiting.
   */
  leaseS?: number
  run: (signal: AbortSignal) => Promise<TakenUp | void>
}
