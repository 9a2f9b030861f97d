import * as fc from 'fast-check'

/** Say `MODEL_RUNS=5000` for a long run and `MODEL_SEED=…` to repeat one; a failure tells its seed and path itself. */
const runs = Number(process.env['MODEL_RUNS'] ?? 500)
const seed = process.env['MODEL_SEED']
/** The first counterexample as it was found: quicker, and long. */
const isHasty = process.env['MODEL_HASTY'] === 'true'
/** For one model, also on a machine that does other things. */
export const PATIENCE_MS = 120_000 + 200 * runs

/** `share`: of the runs of one model, for one that takes longer. */
export const played = async <T extends [unknown, ...unknown[]]>(
  property: fc.IAsyncPropertyWithHooks<T>,
  share = 1,
): Promise<void> =>
  fc.assert(property, {
    numRuns: Math.ceil(runs * share),
    endOnFailure: isHasty,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  })

/** A real clock would only make the runs longer: whoever rests begins again in his turn. */
export const noRest = (work: () => void): void => queueMicrotask(work)
