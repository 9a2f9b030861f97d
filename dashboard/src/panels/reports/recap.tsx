import { useState, type FormEvent } from 'react'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useClock } from '../../time/now.tsx'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { occurredAt } from '../report/occurred.ts'
import { CopyText } from './copy-text.tsx'
import { MomentField } from './moment-field.tsx'
import { useRecap } from './queries.ts'

const DAY_MS = 86_400_000
const HOURS_WITA = 8 * 3_600_000
const two = (value: number): string => String(value).padStart(2, '0')

/** `17/01/2026 14.05`, as it is typed. */
const typedMoment = (at: number): string => {
  const date = new Date(at + HOURS_WITA)
  const day = `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${String(date.getUTCFullYear())}`
  return `${day} ${two(date.getUTCHours())}.${two(date.getUTCMinutes())}`
}

/** All incidents of a period as one text. */
export const Recap = () => {
  const { reports, word } = useOfficeText()
  const clock = useClock()
  const [typed, setTyped] = useState(() => ({
    from: typedMoment(clock.now() - DAY_MS),
    to: typedMoment(clock.now()),
  }))
  const [strict, setStrict] = useState(false)
  const [period, setPeriod] = useState<{ from: string; to: string } | null>(null)
  const recap = useRecap(period)
  const from = occurredAt(typed.from, clock.now())
  const to = occurredAt(typed.to, clock.now())
  const show = (event: FormEvent): void => {
    event.preventDefault()
    setStrict(true)
    if (from !== null && to !== null) setPeriod({ from, to })
  }
  const back = (days: number): void =>
    setTyped({ from: typedMoment(clock.now() - days * DAY_MS), to: typedMoment(clock.now()) })
  return (
    <section aria-label={reports.tabs.recap} className="flex flex-col gap-3">
      <form onSubmit={show} noValidate className="flex flex-wrap items-start gap-2 print:hidden">
        <MomentField
          label={reports.from}
          value={typed.from}
          wrong={strict && from === null}
          onChange={(value) => setTyped({ ...typed, from: value })}
        />
        <MomentField
          label={reports.to}
          value={typed.to}
          wrong={strict && to === null}
          onChange={(value) => setTyped({ ...typed, to: value })}
        />
        <span className="flex flex-wrap gap-2 sm:mt-6.5">
          <Button onClick={() => back(1)}>{reports.lastDay}</Button>
          <Button onClick={() => back(7)}>{reports.lastWeek}</Button>
          <Button type="submit" look="primary" pending={recap.isFetching}>
            {reports.show}
          </Button>
        </span>
      </form>
      {recap.isError && <ProblemNote error={recap.error} onRetry={() => void recap.refetch()} />}
      {recap.isFetching && !recap.data && <Loading label={word.loading} />}
      {recap.data && (
        <>
          <p className="text-soft print:hidden">
            {reports.recapCount(recap.data.incidents)} {reports.sitrepHint}
          </p>
          <CopyText text={recap.data.text} label={reports.tabs.recap} />
        </>
      )}
    </section>
  )
}
