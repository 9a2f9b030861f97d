import { keys } from './keys.ts'
import { useRead } from './queries.ts'

export const useUsers = () => useRead('listUsers', keys.users, {})

export const useSessionsOf = (id: string) => useRead('listSessions', keys.sessions(id), { params: { id } })

export const useOwnSessions = () => useRead('ownSessions', keys.ownSessions, {})
