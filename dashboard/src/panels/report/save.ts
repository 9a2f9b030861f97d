import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { actionKeys } from '../../api/action-key.ts'
import { absorbIncident } from '../../api/cache.ts'
import { useApi } from '../../api/context.tsx'
import { newKey } from '../../api/new-key.ts'
import { isUncertain } from '../../api/problem.ts'
import type { Input } from '../../api/types.ts'
import { needInput } from '../shared/need-row.ts'
import type { EditableNeed } from '../shared/need-rows.tsx'

export type SaveStep = 'report' | 'needs' | 'dispatch'
export interface SavePlan {
  report: Input<'reportIncident'>['body']
  needs: readonly EditableNeed[]
  dispatch: boolean
}
export interface Saving {
  steps: readonly SaveStep[]
  /** How many of the steps the server has confirmed. */
  done: number
  running: boolean
  error: Error | null
  incident: IncidentDetail | null
}

export const stepsOf = (plan: SavePlan): SaveStep[] => [
  'report',
  ...(plan.needs.length > 0 ? (['needs'] as const) : []),
  ...(plan.dispatch ? (['dispatch'] as const) : []),
]

const needsBody = (needs: readonly EditableNeed[]) => ({ needs: needs.map(needInput) })

/** Saves a report in up to three steps, each confirmed by the server; after a failure it goes on from the step that failed. */
export const useSaveReport = (onDone: (incident: IncidentDetail) => void) => {
  const api = useApi()
  const queries = useQueryClient()
  const keysOf = useRef({
    report: actionKeys(newKey),
    needs: actionKeys(newKey),
    dispatch: actionKeys(newKey),
  })
  const [saving, setSaving] = useState<Saving | null>(null)

  const run = useCallback(
    async (plan: SavePlan, from: Saving): Promise<void> => {
      let { done, incident } = from
      const call = (step: SaveStep): Promise<IncidentDetail> => {
        if (step === 'report') {
          const input = { body: plan.report }
          return api.call('reportIncident', input, { key: keysOf.current.report.keyFor(input) })
        }
        const params = { id: incident?.incident.id ?? '' }
        if (step === 'needs') {
          const input = { params, body: needsBody(plan.needs) }
          return api.call('setNeeds', input, { key: keysOf.current.needs.keyFor(input) })
        }
        const input = { params, body: {} }
        return api.call('dispatchIncident', input, { key: keysOf.current.dispatch.keyFor(input) })
      }
      for (const step of from.steps.slice(done)) {
        setSaving({ ...from, done, incident, running: true, error: null })
        try {
          incident = await call(step)
        } catch (error) {
          if (!isUncertain(error)) keysOf.current[step].settle()
          const failure = error instanceof Error ? error : new Error(String(error))
          setSaving({ ...from, done, incident, running: false, error: failure })
          return
        }
        keysOf.current[step].settle()
        await absorbIncident(queries, incident)
        done += 1
      }
      setSaving(null)
      if (incident) onDone(incident)
    },
    [api, queries, onDone],
  )

  return {
    saving,
    begin: (plan: SavePlan) =>
      void run(plan, { steps: stepsOf(plan), done: 0, running: true, error: null, incident: null }),
    again: (plan: SavePlan) => {
      if (saving) void run(plan, saving)
    },
    leave: () => setSaving(null),
  }
}
