import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import type { Lookers } from '#contracts/wire/live.ts'
import { useReference } from '../api/queries.ts'
import { useMay, useSession } from '../session/context.tsx'
import { useClock } from '../time/now.tsx'
import { loadAgain } from './load.ts'
import { createLiveStore, type LiveStore, type LiveView } from './state.ts'

const LiveContext = createContext<LiveStore | null>(null)
const nobodyElse: Lookers['people'] = []
const noAreas: readonly Kelurahan[] = []

/** Keeps the city of whoever is signed in up to date. Below the session gate and the cache. */
export const LiveProvider = ({ children }: { children: ReactNode }) => {
  const [store] = useState(createLiveStore)
  const session = useSession()
  const queries = useQueryClient()
  const clock = useClock()
  const reference = useReference()
  const areas = reference.data?.kelurahan ?? noAreas
  const isStuck = reference.isError && reference.data === undefined
  const mayRead = useMay()('incident.read')

  useEffect(() => {
    if (mayRead && isStuck) store.put({ link: 'cut' })
  }, [isStuck, mayRead, store])

  useEffect(() => {
    if (!mayRead || areas.length === 0) return undefined
    let end = (): void => undefined
    // Folding and the socket come after the first paint: they are a third of all code.
    const stop = loadAgain(
      () => import('./begin.ts'),
      ({ begin }) => {
        end = begin({ store, session, queries, clock, areas })
      },
      () => store.put({ link: 'cut' }),
    )
    return () => {
      stop()
      end()
    }
  }, [areas, clock, mayRead, queries, session, store])

  return <LiveContext value={store}>{children}</LiveContext>
}

/** Colleagues hear that this file is open here while it is shown; answers who else has it open. */
export const useLookers = (incidentId: string): Lookers['people'] => {
  const store = use(LiveContext)
  useEffect(() => {
    store?.put({ looking: incidentId })
    return () => store?.put({ looking: null })
  }, [store, incidentId])
  const lookers = useLive((view) => (view.link === 'live' ? view.lookers : null))
  return lookers?.incidentId === incidentId ? lookers.people : nobodyElse
}

/** The part of the live view that a panel shows; it is drawn again only when that part changes. */
export const useLive = <T,>(choose: (view: LiveView) => T): T => {
  const store = use(LiveContext)
  if (store === null) throw new Error('LiveProvider is missing')
  return useSyncExternalStore(store.subscribe, () => choose(store.view()))
}
