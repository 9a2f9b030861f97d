import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../session/context.tsx'

const EVERY_MS = 15_000

/**
 * Reads the alarms again at a steady pace. What happens in the city comes by the live view; that a process of the
 * platform fell silent is no fact of the ledger, so nothing but the server's own look at itself can tell it.
 */
export const useAlarmWatch = (): void => {
  const queries = useQueryClient()
  const mayRead = useMay()('incident.read')
  useEffect(() => {
    if (!mayRead) return undefined
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: keys.alarms }), EVERY_MS)
    return () => clearInterval(timer)
  }, [mayRead, queries])
}
