import type { Lookers } from '#contracts/wire/live.ts'
import type { Link } from './connect.ts'
import type { LiveCity } from './fold.ts'

export interface Position {
  lat: number
  lng: number
  accuracyM: number | null
  /** When the phone took it. */
  at: string
}

/** What the panels may know of the live view. Replaced as a whole at each change. */
export interface LiveView {
  city: LiveCity | null
  link: Link
  /** When something was last heard, in milliseconds of the server's clock; null before the first time. */
  heardAt: number | null
  positions: ReadonlyMap<string, Position>
  /** The incident whose file is open here. */
  looking: string | null
  /** Who else has one open, as far as it was told. */
  lookers: Lookers | null
}

export const nothingYet: LiveView = {
  city: null,
  link: 'connecting',
  heardAt: null,
  positions: new Map(),
  looking: null,
  lookers: null,
}

/** A store of one value, for useSyncExternalStore. */
export const createLiveStore = () => {
  const listeners = new Set<() => void>()
  let view = nothingYet
  return {
    view: (): LiveView => view,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    put: (change: Partial<LiveView>): void => {
      view = { ...view, ...change }
      for (const listener of listeners) listener()
    },
  }
}
export type LiveStore = ReturnType<typeof createLiveStore>
