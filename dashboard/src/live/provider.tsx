import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import { useReference } from '../api/queries.ts'
import { useMay, useSession } from '../session/context.tsx'
import { useClock } from '../time/now.tsx'
import type { Live } from './connect.ts'
import { createLiveStore, type LiveStore, type LiveView } from './state.ts'

interface Shared {
  store: LiveStore
  watch: (tiles: string[]) => void
}
const LiveContext = createContext<Shared | null>(null)
const noAreas: readonly Kelurahan[] = []

/** Keeps the city of whoever is signed in up to date. Below the session gate and the cache. */
export const LiveProvider = ({ children }: { children: ReactNode }) => {
  const [store] = useState(createLiveStore)
  const live = useRef<Live | null>(null)
  const session = useSession()
  const queries = useQueryClient()
  const clock = useClock()
  const areas = useReference().data?.kelurahan ?? noAreas
  const mayRead = useMay()('incident.read')

  useEffect(() => {
    if (!mayRead || areas.length === 0) return undefined
    let ended = false
    let end = (): void => undefined
    // Folding and the socket come after the first paint: they are a third of all code.
    import('./begin.ts').then(
      ({ begin }) => {
        if (ended) return
        const begun = begin({ store, session, queries, clock, areas })
        live.current = begun.live
        end = begun.end
      },
      () => store.put({ link: 'cut' }),
    )
    return () => {
      ended = true
      end()
      live.current = null
    }
  }, [areas, clock, mayRead, queries, session, store])

  const [watch] = useState(
    () =>
      (tiles: string[]): void =>
        live.current?.watch(tiles),
  )
  return <LiveContext value={{ store, watch }}>{children}</LiveContext>
}

const useShared = (): Shared => {
  const shared = use(LiveContext)
  if (shared === null) throw new Error('LiveProvider is missing')
  return shared
}

/** The part of the live view that a panel shows; it is drawn again only when that part changes. */
export const useLive = <T,>(choose: (view: LiveView) => T): T => {
  const { store } = useShared()
  return useSyncExternalStore(store.subscribe, () => choose(store.view()))
}

/** Says which map tiles are in view. */
export const useWatch = (): ((tiles: string[]) => void) => useShared().watch
