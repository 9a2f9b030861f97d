import type { QueryClient } from '@tanstack/react-query'
import { useMay } from '../session/context.tsx'
import { useAct, type Acting } from './act.ts'
import { keys } from './keys.ts'
import { useRead } from './queries.ts'

/** The agency's deadlines and templates; what every agency begins with is among it. */
export const useProcedure = () => useRead('readProcedure', keys.procedure, {}, useMay()('reference.read'))

export const useProcedureChanges = () =>
  useRead('listProcedureChanges', keys.procedureChanges, {}, useMay()('policy.read'))

export const usePolicy = () => useRead('readPolicy', keys.policy, {}, useMay()('policy.read'))

export const usePolicyChanges = () =>
  useRead('listPolicyChanges', keys.policyChanges, {}, useMay()('policy.read'))

export const useAllSessions = () => useRead('allSessions', keys.allSessions, {}, useMay()('user.manage'))

type SettingsAct = 'changePolicy' | 'changeProcedure'

/** Other rules of the agency. Refused: somebody else was first, so they are read again. */
export const useSettingsAct = <N extends SettingsAct>(name: N, onDone: () => void): Acting<N> => {
  const key = name === 'changePolicy' ? keys.policy : keys.procedure
  const again = async (queries: QueryClient): Promise<void> => {
    await queries.invalidateQueries({ queryKey: key })
  }
  return useAct(name, { onAnswer: again, onRefusal: again, onDone })
}
