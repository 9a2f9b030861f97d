import { createContext, use, useSyncExternalStore } from 'react'
import type { Action } from '#contracts/wire/actions.ts'
import type { Me } from '#contracts/wire/routes/session.ts'
import type { Session, SessionState } from './session.ts'

const SessionContext = createContext<Session | null>(null)
export const SessionProvider = SessionContext.Provider

export const useSession = (): Session => {
  const session = use(SessionContext)
  if (session === null) throw new Error('SessionProvider is missing')
  return session
}

export const useSessionState = (): SessionState => {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, session.state)
}

/** Whoever is signed in; only below the session gate. */
export const useMe = (): Me => {
  const state = useSessionState()
  if (!('me' in state)) throw new Error('Nobody is signed in')
  return state.me
}

/** May the one who is signed in do this? The server asks the same again. */
export const useMay = (): ((action: Action) => boolean) => {
  const { actions } = useMe()
  return (action) => actions.includes(action)
}
