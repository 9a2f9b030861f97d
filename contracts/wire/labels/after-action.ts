import type { Impact } from '#contracts/domain/incident/impact.ts'
import type { AfterAction, Milestone, ResponseStep } from '../routes/report-views.ts'
import type { afterActionIndonesian } from './after-action-id.ts'

/** The words of the after-action report; complete for every code by type. */
export type AfterActionLabels = Omit<
  { [K in keyof typeof afterActionIndonesian]: Widened<(typeof afterActionIndonesian)[K]> },
  'steps' | 'people' | 'impact' | 'milestones'
> & {
  steps: Record<ResponseStep, string>
  people: Record<keyof AfterAction['people'], string>
  impact: Record<keyof Impact, string>
  milestones: Record<Milestone, (count: number) => string>
}

type Widened<T> = T extends string ? string : T
