import { useState } from 'react'
import type { Answer } from '../../api/types.ts'
import { keys } from '../../api/keys.ts'
import { useRead } from '../../api/queries.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { shortMoment } from '../../time/wita.ts'
import { useNow } from '../../time/now.tsx'
import { Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'

type Fact = Answer<'zoneFacts'>['facts'][number]

const reasonIn = ({ data }: Fact, texts: Readonly<Record<string, string>>): string | undefined => {
  const reason: unknown = data['reason']
  const id = typeof reason === 'object' && reason !== null && 'textId' in reason ? reason.textId : null
  return typeof id === 'string' ? texts[id] : undefined
}

const Facts = ({ id }: { id: string }) => {
  const { text, language } = useOfficeSpeech()
  const { zoneEdit: words, word } = text
  const now = useNow(60_000)
  const read = useRead('zoneFacts', keys.zoneFacts(id), { params: { id } })
  if (read.error) return <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
  if (read.data === undefined) return <Loading label={word.loading} />
  const { facts, texts } = read.data
  const told = (fact: Fact): string => {
    if (fact.type === 'zone.drawn') return words.drawn
    if (fact.type === 'zone.ended') return words.ended
    const fields = Object.keys(fact.data).map(
      (field) => words.fields[field as keyof typeof words.fields] ?? field,
    )
    return words.changed(fields.join(', '))
  }
  return (
    <ol className="mt-1 space-y-1.5 border-l-2 border-line pl-3">
      {facts.map((fact) => (
        <li key={fact.seq}>
          <span className="text-soft tabular-nums">{shortMoment(fact.at, now, language)}</span> {told(fact)}
          {fact.byName !== null && <span className="text-soft"> · {fact.byName}</span>}
          {reasonIn(fact, texts) !== undefined && (
            <span className="block text-soft">{reasonIn(fact, texts)}</span>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What became of a zone: who drew, changed and ended it, when and why. Read when it is opened. */
export const ZoneHistory = ({ id }: { id: string }) => {
  const { zoneEdit: words } = useOfficeSpeech().text
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)} className="pt-1">
      <summary className="cursor-pointer text-soft hover:text-ink">{words.history}</summary>
      {isOpen && <Facts id={id} />}
    </details>
  )
}
