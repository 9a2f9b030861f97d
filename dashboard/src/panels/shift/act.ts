import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ShiftView } from '#contracts/wire/routes/shifts.ts'
import { actionKeys } from '../../api/action-key.ts'
import { useApi } from '../../api/context.tsx'
import { newKey } from '../../api/new-key.ts'
import { isUncertain } from '../../api/problem.ts'
import type { Changes, Input, RoutesAnswering } from '../../api/types.ts'

type ShiftAct = Changes & RoutesAnswering<ShiftView>

/** An action on a shift: one key however often it is sent; the list is read again once the server has answered. */
export const useShiftAct = <N extends ShiftAct>(name: N, onDone: (input: Input<N>) => void) => {
  const api = useApi()
  const queries = useQueryClient()
  const attempt = useRef(actionKeys(newKey))
  const stale = (): void => {
    for (const kind of ['shifts', 'sheet']) void queries.invalidateQueries({ queryKey: [kind] })
  }
  return useMutation({
    meta: { act: name },
    mutationFn: async (input: Input<N>) => {
      try {
        await api.call(name, input, { key: attempt.current.keyFor(input) })
        attempt.current.settle()
      } catch (error) {
        if (!isUncertain(error)) attempt.current.settle()
        throw error
      }
    },
    onSuccess: (_, input) => {
      stale()
      onDone(input)
    },
    onError: stale,
  })
}
