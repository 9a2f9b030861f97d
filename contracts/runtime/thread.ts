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

export interface Thread<I, O> {
  ask: (input: I) => Promise<O>
  close: () => Promise<void>
}

/**
 * Work that would keep the event loop waiting, done in a thread of its own: started when first asked, started anew after
 * it died. `ask` rejects with what the work threw, or when the thread ends. Input and output are plain data. Where there
 * is no bundle (a process that runs from source) the work is done `here`.
 */
export const createThread = <I, O>(bundle: URL | null, here: (input: I) => Promise<O>): Thread<I, O> => {
  const waiting = new Map<number, Waiting<O>>()
  let running: Worker | undefined
  let lastId = 0

  const start = (file: URL): Worker => {
    const worker = new Worker(file)
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
    ask: (input) =>
      bundle === null
        ? here(input)
        : new Promise((resolve, reject) => {
            running ??= start(bundle)
            lastId += 1
            waiting.set(lastId, { resolve, reject })
            running.postMessage({ id: lastId, input } satisfies Asked<I>, [])
          }),
    close: async () => {
      await running?.terminate()
    },
  }
}

const answer = (told: Told<unknown>): void => parentPort?.postMessage(told, [])

/** The other side: called once in the file that is the thread. */
export const serveThread = (work: (input: never) => Promise<unknown>): void => {
  parentPort?.on('message', ({ id, input }: Asked<never>) => {
    work(input).then(
      (output) => answer({ id, output }),
      (error: unknown) => answer({ id, error: error instanceof Error ? error.message : String(error) }),
    )
  })
}
