/** How long to wait before looking again for what another process writes: 1 ms at first, never more than a fifth of a second. */
export const restMs = (tries: number): number => Math.min(200, 2 ** tries)
