import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import { useReference } from '../api/queries.ts'
import { useMay, useSession } from '../session/context.tsx'
import { useClock } from '../time/now.tsx'
import { absorbCity } from './absorb.ts'
import { connectLive, type Live } from './connect.ts'
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
    const connection = connectLive({
      url: window.location.origin,
      token: async () => session.token() ?? (await session.refresh()),
      now: () => clock.now(),
      changed: (city, link, heardAt) => {
        const before = store.view().city
        if (city !== null && city !== before) absorbCity(queries, areas, before, city)
        store.put({ city, link, heardAt })
      },
      positions: ({ fixes }) => {
        const positions = new Map(store.view().positions)
        for (const { volunteerId, ...fix } of fixes) positions.set(volunteerId, fix)
        store.put({ positions })
      },
      farewell: ({ why }) => {
        // The token is no longer taken: the next connection brings a fresh one, or the session ends in words.
        if (why === 'expired' || why === 'revoked') session.refresh().catch(() => undefined)
      },
    })
    live.current = connection
    const unsubscribe = session.subscribe(() => {
      const token = session.token()
      if (token !== null) connection.renew(token)
    })
    return () => {
      unsubscribe()
      connection.close()
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
