import { isUncertain } from '../../api/problem.ts'

/** A photo on its way to an incident. */
export interface OutgoingPhoto {
  id: string
  file: File
  /** Null: it waits until its report is saved. */
  incidentId: string | null
  state: 'waiting' | 'sending' | 'failed'
  error: Error | null
}

interface Means {
  /** Makes a photo small enough to be sent; rejects for what is no picture. */
  shrink: (file: File) => Promise<Uint8Array<ArrayBuffer>>
  /** Resolves once the server has confirmed it. `key`: the Idempotency-Key. */
  send: (incidentId: string, bytes: Uint8Array<ArrayBuffer>, key: string) => Promise<void>
  newKey: () => string
}

/** What is remembered of a photo between two attempts: another attempt says the same under the same key. */
interface Attempt {
  key: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Photos that people have chosen, sent one after the other and kept until the server has confirmed each: whatever fails
 * stays, and holds up no other. In memory only: they may show people.
 */
export const createOutbox = ({ shrink, send, newKey }: Means) => {
  let photos: readonly OutgoingPhoto[] = []
  let running = false
  const attempts = new Map<string, Attempt>()
  const listeners = new Set<() => void>()

  const put = (next: readonly OutgoingPhoto[]): void => {
    photos = next
    for (const listener of listeners) listener()
  }
  const change = (isMeant: (photo: OutgoingPhoto) => boolean, to: Partial<OutgoingPhoto>): void =>
    put(photos.map((photo) => (isMeant(photo) ? { ...photo, ...to } : photo)))
  const leave = (isMeant: (photo: OutgoingPhoto) => boolean): void => {
    for (const photo of photos.filter(isMeant)) attempts.delete(photo.id)
    put(photos.filter((photo) => !isMeant(photo)))
  }

  const attempt = async ({ id, file }: OutgoingPhoto, incidentId: string): Promise<void> => {
    const isThis = (photo: OutgoingPhoto): boolean => photo.id === id
    change(isThis, { state: 'sending', error: null })
    try {
      const { key, bytes } = attempts.get(id) ?? { key: newKey(), bytes: await shrink(file) }
      attempts.set(id, { key, bytes })
      await send(incidentId, bytes, key)
      leave(isThis)
    } catch (error) {
      // The server has decided: to press again is a new action.
      if (!isUncertain(error)) attempts.delete(id)
      change(isThis, { state: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  const run = async (): Promise<void> => {
    if (running) return
    running = true
    for (;;) {
      const next = photos.find(({ state, incidentId }) => state === 'waiting' && incidentId !== null)
      if (typeof next?.incidentId !== 'string') break
      await attempt(next, next.incidentId)
    }
    running = false
  }

  return {
    photos: () => photos,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Photos for an incident, sent at once; for a report that is not saved yet (`null`) they wait. */
    add: (files: readonly File[], incidentId: string | null): void => {
      const chosen = files.map((file): OutgoingPhoto => {
        return { id: newKey(), file, incidentId, state: 'waiting', error: null }
      })
      put([...photos, ...chosen])
      void run()
    },
    /** The report is saved: what waited for it is sent. */
    reported: (incidentId: string): void => {
      change((photo) => photo.incidentId === null, { incidentId })
      void run()
    },
    again: (): void => {
      change(({ state }) => state === 'failed', { state: 'waiting' })
      void run()
    },
    remove: (id: string): void => leave((photo) => photo.id === id && photo.state !== 'sending'),
    /** The report was thrown away. */
    discard: (): void => leave(({ incidentId }) => incidentId === null),
  }
}
export type Outbox = ReturnType<typeof createOutbox>
