import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import type { IncidentDetail, VolunteerView } from '#contracts/wire/routes/views.ts'
import { absorbIncident, absorbVolunteer, doubtIncident, doubtVolunteers } from './cache.ts'
import { useApi } from './context.tsx'
import { actionKeys } from './action-key.ts'
import { newKey } from './new-key.ts'
import { isUncertain } from './problem.ts'
import type { Answer, Changes, Input, RoutesAnswering } from './types.ts'

export interface Followed<N extends Changes> {
  onAnswer: (queries: QueryClient, answer: Answer<N>) => Promise<void>
  onRefusal: (queries: QueryClient, input: Input<N>) => Promise<void>
  /** Called once the answer is in the cache, also when the button that began it is gone from the screen by then. */
  onDone: ((answer: Answer<N>, input: Input<N>) => void) | undefined
}

const RETRIES = 2

/** An action of a person: sent under one key however often it must be repeated, and done only when the server said so. */
export const useAct = <N extends Changes>(
  name: N,
  { onAnswer, onRefusal, onDone }: Followed<N>,
): UseMutationResult<Answer<N>, Error, Input<N>> => {
  const api = useApi()
  const queries = useQueryClient()
  const attempt = useRef(actionKeys(newKey))
  return useMutation({
    meta: { act: name },
    mutationFn: async (input: Input<N>) => {
      const key = attempt.current.keyFor(input)
      try {
        const answer = await api.call(name, input, { key })
        attempt.current.settle()
        return answer
      } catch (error) {
        if (!isUncertain(error)) attempt.current.settle()
        throw error
      }
    },
    retry: (count, error) => isUncertain(error) && count < RETRIES,
    onSuccess: async (answer, input) => {
      await onAnswer(queries, answer)
      onDone?.(answer, input)
    },
    onError: (_, input) => onRefusal(queries, input),
  })
}

export type IncidentAct = Changes & RoutesAnswering<IncidentDetail>
export type VolunteerAct = Changes & RoutesAnswering<VolunteerView>
export type Acting<N extends Changes> = UseMutationResult<Answer<N>, Error, Input<N>>

/** An action on an incident: its answer is the new truth of that incident. A refusal means ours was old: it is read again. */
export const useIncidentAct = <N extends IncidentAct>(
  name: N,
  onDone?: (answer: Answer<N>, input: Input<N>) => void,
): Acting<N> =>
  useAct(name, {
    onDone,
    onAnswer: (queries, answer) => absorbIncident(queries, answer),
    onRefusal: (queries, input) => doubtIncident(queries, input.params),
  })

export const useVolunteerAct = <N extends VolunteerAct>(
  name: N,
  onDone?: (answer: VolunteerView) => void,
): Acting<N> =>
  useAct(name, {
    onDone,
    onAnswer: (queries, answer) => absorbVolunteer(queries, answer),
    onRefusal: (queries) => doubtVolunteers(queries),
  })
