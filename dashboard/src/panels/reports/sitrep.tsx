import { useState, type FormEvent } from 'react'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { useClock } from '../../time/now.tsx'
import { longMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { occurredAt } from '../report/occurred.ts'
import { CopyText } from './copy-text.tsx'
import { MomentField } from './moment-field.tsx'
import { useSitrep } from './queries.ts'

/** The situation report of one incident, as of now or of a moment before. */
export const Sitrep = ({ id }: { id: string }) => {
  const { text, language } = useOfficeSpeech()
  const { reports, word } = text
  const clock = useClock()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const sitrep = useSitrep(id, at)
  const show = (event: FormEvent): void => {
    event.preventDefault()
    const moment = typed.trim() === '' ? null : occurredAt(typed, clock.now())
    setWrong(typed.trim() !== '' && moment === null)
    if (typed.trim() !== '' && moment === null) return
    setAt(moment)
    if (moment === at) void sitrep.refetch()
  }
  return (
    <section aria-label={reports.sitrep} className="flex flex-col gap-3">
      <form onSubmit={show} noValidate className="flex flex-wrap items-start gap-2 print:hidden">
        <MomentField
          label={reports.asOf}
          hint={reports.asOfHint}
          {...{ value: typed, wrong }}
          onChange={setTyped}
        />
        <Button type="submit" pending={sitrep.isFetching} className="mt-6.5">
          {reports.show}
        </Button>
      </form>
      {sitrep.isError && <ProblemNote error={sitrep.error} onRetry={() => void sitrep.refetch()} />}
      {sitrep.isPending && <Loading label={word.loading} />}
      {sitrep.data && (
        <>
          <p className="text-soft print:hidden">
            {reports.at(longMoment(sitrep.data.at, language))}. {reports.sitrepHint}
          </p>
          <CopyText text={sitrep.data.text} label={reports.sitrep} />
        </>
      )}
    </section>
  )
}
