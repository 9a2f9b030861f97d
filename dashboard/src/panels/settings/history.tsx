import type { SettingsChange } from '#contracts/wire/routes/procedure.ts'
import { useMay } from '../../session/context.tsx'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { longMoment } from '../../time/wita.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { Differences } from './differences.tsx'

interface Props {
  query: {
    data: { changes: SettingsChange[] } | undefined
    error: Error | null
    isPending: boolean
    refetch: () => Promise<unknown>
  }
  /** Which of the fields belong here. */
  own?: (field: string) => boolean
}

/** Who changed what, when and why, the latest first. */
export const History = ({ query, own = () => true }: Props) => {
  const { text, language } = useOfficeSpeech()
  const { history, number } = text.settings
  const may = useMay()('policy.read')
  const changes = (query.data?.changes ?? [])
    .map((change) => ({ ...change, differences: change.differences.filter(({ field }) => own(field)) }))
    .filter(({ differences }) => differences.length > 0)
  return (
    <Section title={history.title}>
      {!may && <p className="text-soft">{history.denied}</p>}
      {query.error && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {may && query.isPending && <p className="text-soft">{text.word.loading}</p>}
      {query.data && changes.length === 0 && <p className="text-soft">{history.none}</p>}
      <ol className="flex flex-col gap-3">
        {changes.map((change) => (
          <li key={change.number} className="rounded-md border border-line px-3 py-2">
            <p className="flex flex-wrap justify-between gap-x-3">
              <b className="font-semibold">{number(change.number)}</b>
              <span className="text-soft">
                {change.by.displayName} · <time dateTime={change.at}>{longMoment(change.at, language)}</time>
              </span>
            </p>
            <p className="text-soft">“{change.reason}”</p>
            <Differences of={change.differences} />
          </li>
        ))}
      </ol>
    </Section>
  )
}
