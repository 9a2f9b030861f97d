/** Runs work, at most so much of it at once; the rest waits in order. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>

/** For work that costs a core or much memory: more of it at once would only starve everything else. */
export const createGate = (atOnce: number): Gate => {
  const waiting: (() => void)[] = []
  let running = 0

  const enter = async (): Promise<void> => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
  }
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }

  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
