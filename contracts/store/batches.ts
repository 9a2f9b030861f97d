const BATCH = 1000
const MOST_BATCHES = 200

/**
 * Repeats work that takes up to `limit` documents until there is less to do, and not for ever: one command over millions of
 * documents takes longer than a socket waits for its answer. `take` returns how many it found. Returns how many in all.
 */
export const inBatches = async (
  take: (limit: number) => Promise<number>,
  batch: number = BATCH,
): Promise<number> => {
  let total = 0
  for (let done = batch, count = 0; done === batch && count < MOST_BATCHES; count += 1) {
    done = await take(batch)
    total += done
  }
  return total
}
