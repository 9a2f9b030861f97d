import '../no-eval.ts'
import type { QueryClient } from '@tanstack/react-query'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import { keys } from '../api/keys.ts'
import type { ServerClock } from '../api/server-clock.ts'
import type { Session } from '../session/session.ts'
import { absorbCity } from './absorb.ts'
import { connectLive } from './connect.ts'
import { tilesAround } from './tiles.ts'
import type { LiveStore } from './state.ts'

export interface Surroundings {
  store: LiveStore
  session: Session
  queries: QueryClient
  clock: Pick<ServerClock, 'now'>
  areas: readonly Kelurahan[]
}

/** Connects the live view of whoever is signed in to the store and to what the panels read. Returns what ends it. */
export const begin = ({ store, session, queries, clock, areas }: Surroundings): (() => void) => {
  const live = connectLive({
    url: window.location.origin,
    token: async () => session.token() ?? (await session.refresh()),
    now: () => clock.now(),
    received: (message) => {
      if (!('facts' in message)) return
      for (const kind of ['procedure', 'policy'] as const)
        if (message.facts.some((fact) => fact.kind === kind))
          void queries.invalidateQueries({ queryKey: keys[kind] })
    },
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
    lookers: (lookers) => store.put({ lookers }),
    farewell: ({ why }) => {
      // The token is no longer taken: the next connection brings a fresh one, or the session ends in words.
      if (why === 'expired' || why === 'revoked') session.refresh().catch(() => undefined)
    },
  })
  // The whole city: the numbers count everybody, whether a map is shown or not.
  live.watch(tilesAround(areas))
  const unsubscribe = session.subscribe(() => {
    const token = session.token()
    if (token !== null) live.renew(token)
  })
  // A tab that nobody sees is no colleague who looks.
  const look = (): void => live.look(document.visibilityState === 'visible' ? store.view().looking : null)
  const unlook = store.subscribe(look)
  document.addEventListener('visibilitychange', look)
  look()
  return () => {
    unlook()
    document.removeEventListener('visibilitychange', look)
    unsubscribe()
    live.close()
  }
}
