import { parentPort, Worker } from 'node:worker_threads'

interface Asked<I> {
  id: number
  input: I
}
type Told<O> = { id: number; output: O } | { id: number; error: string }

interface Waiting<O> {
  resolve: (output: O) => void
  reject: (reason: unknown) => void
}

/**
 * Work that would keep the event loop waiting, done in a thread of its own: started when first asked, started anew after
 * it died. `ask` rejects with what the work threw, or when the thread ends. Input and output are plain data.
 */
export const createThread = <I, O>(bundle: URL) => {
  const waiting = new Map<number, Waiting<O>>()
  let running: Worker | undefined
  let lastId = 0

  const start = (): Worker => {
    const worker = new Worker(bundle)
    worker.unref()
    const end = (reason: unknown): void => {
      if (running === worker) running = undefined
      for (const one of waiting.values()) one.reject(reason)
      waiting.clear()
    }
    worker.on('message', (told: Told<O>) => {
      const asked = waiting.get(told.id)
      waiting.delete(told.id)
      if ('output' in told) asked?.resolve(told.output)
      else asked?.reject(new Error(told.error))
    })
    worker.on('error', end)
    worker.on('exit', (code) => end(new Error(`the thread ended with ${String(code)}`)))
    return worker
  }

  return {
    ask: (input: I): Promise<O> =>
      new Promise((resolve, reject) => {
        running ??= start()
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        running.postMessage({ id: lastId, input } satisfies Asked<I>, [])
      }),
    close: async (): Promise<void> => {
      await running?.terminate()
    },
  }
}

/** The other side: called once in the file that is the thread. */
export const serveThread = <I, O>(work: (input: I) => Promise<O>): void => {
  parentPort?.on('message', ({ id, input }: Asked<I>) => {
    work(input).then(
      (output) => parentPort?.postMessage({ id, output } satisfies Told<O>, []),
      (error: unknown) =>
        parentPort?.postMessage(
          { id, error: error instanceof Error ? error.message : String(error) } satisfies Told<O>,
          [],
        ),
    )
  })
}
