import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
  type RefCallback,
} from 'react'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { openIncidents } from '../../live/bound.ts'
import { useLive } from '../../live/provider.tsx'
import { choiceChanged, keepText, keptText } from '../../ui/choice.ts'
import { beyond, newsOf, noNews, sumOf, type NewsPart, type Tally } from './news.ts'
import { createOpened, type Opened, type OpenedStore } from './opened.ts'

const NAME = 'opened'
const OpenedContext = createContext<OpenedStore | null>(null)

/** Remembers on this desk what of the field's news was opened. */
export const NewsKeeper = ({ children }: { children: ReactNode }) => {
  const [store] = useState(() =>
    createOpened({ read: () => keptText(NAME), write: (text) => keepText(NAME, text) }),
  )
  useEffect(() => {
    const follow = (event: StorageEvent): void => {
      if (choiceChanged(event, NAME)) store.again()
    }
    window.addEventListener('storage', follow)
    return () => window.removeEventListener('storage', follow)
  }, [store])
  return <OpenedContext value={store}>{children}</OpenedContext>
}

const useStore = (): OpenedStore => {
  const store = use(OpenedContext)
  if (store === null) throw new Error('NewsKeeper is missing')
  return store
}

const useOpened = (): Opened => {
  const { subscribe, view } = useStore()
  return useSyncExternalStore(subscribe, view)
}

/** What came from the field for this incident and was not opened on this desk. */
export const useUnopened = (incident: Incident | undefined): Tally => {
  const opened = useOpened()
  return incident === undefined ? noNews : beyond(opened.get(incident.id) ?? noNews, newsOf(incident))
}

/** How much of it there is in all open incidents together. */
export const useUnopenedCount = (): number => {
  const opened = useOpened()
  const city = useLive((view) => view.city)
  return useMemo(
    () =>
      openIncidents(city).reduce(
        (sum, incident) => sum + sumOf(beyond(opened.get(incident.id) ?? noNews, newsOf(incident))),
        0,
      ),
    [city, opened],
  )
}

/** For the newest of a part: when it is on a screen that is seen, the part was opened, all `count` of it. */
export const useOpens = (incidentId: string, part: NewsPart, count: number): RefCallback<Element> => {
  const store = useStore()
  return useCallback(
    (element: Element | null) => {
      if (element === null) return undefined
      let onScreen = false
      const look = (): void => {
        if (onScreen && document.visibilityState === 'visible') store.open(incidentId, part, count)
      }
      const observer = new IntersectionObserver((entries) => {
        onScreen = entries.at(-1)?.isIntersecting === true
        look()
      })
      observer.observe(element)
      document.addEventListener('visibilitychange', look)
      return () => {
        observer.disconnect()
        document.removeEventListener('visibilitychange', look)
      }
    },
    [store, incidentId, part, count],
  )
}
