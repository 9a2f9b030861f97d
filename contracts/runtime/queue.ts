export interface Serial {
  /** Runs `work` after everything handed in before under the same key; other keys run beside it. */
  <T>(key: string, work: () => Promise<T>): Promise<T>
  /** How many keys have work running or waiting. */
  keys(): number
}

/**
 * One queue per key inside this process, so that calls about one document wait instead of racing.
 * A call that fails fails alone. `work` must not call again under its own key: it would wait for itself.
 */
export function createSerial(): Serial {
  const tails = new Map<string, Promise<void>>()

  function serial<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = (tails.get(key) ?? Promise.resolve()).then(work)
    const forget = () => {
      if (tails.get(key) === tail) tails.delete(key)
    }
    const tail: Promise<void> = result.then(forget, forget)
    tails.set(key, tail)
    return result
  }

  return Object.assign(serial, { keys: () => tails.size })
}
