import { useDeferredValue } from 'react'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteers } from '../../../api/queries.ts'

/**
 * Who may be chosen from: when there are more than one answer holds, the server looks among all of them for what is typed.
 * `picked` was chosen from among them.
 */
export const useCandidates = (typed: string, picked: VolunteerView | null) => {
  const q = useDeferredValue(typed.trim())
  const first = useVolunteers({ standing: 'active' })
  const isCut = typeof first.data?.next === 'string'
  const found = useVolunteers({ standing: 'active', q }, isCut && q !== '')
  const byId = new Map<string, VolunteerView>(
    [...(picked ? [picked] : []), ...(first.data?.volunteers ?? []), ...(found.data?.volunteers ?? [])].map(
      (one) => [one.id, one],
    ),
  )
  return {
    volunteers: [...byId.values()],
    /** How many the list holds, when there are more. */
    cutAt: isCut ? (first.data?.volunteers.length ?? null) : null,
    isPending: first.isPending || found.isLoading,
    problem: first.error ?? found.error,
    again: () => void (first.isError ? first : found).refetch(),
  }
}
