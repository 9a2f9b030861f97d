import { useDeferredValue, useState } from 'react'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useVolunteers } from '../../../api/queries.ts'
import { useEverybody } from '../../../api/registry.ts'
import { labelOf } from '../../../text/catalogue.ts'
import { useText } from '../../../text/context.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { ReasonCounts } from '../reason-counts.tsx'
import { reasonFor, type IdsByReason } from './reason-for.ts'

/** Fewer letters are part of everybody's name. */
const LETTERS = 2
const SHOWN = 20

interface Props {
  detail: IncidentDetail
  reasons: Readonly<Record<string, number>>
  notAsked: IdsByReason
}

/** "Why was he not asked?", of whoever is meant. The server looks among all volunteers. */
const Found = ({ detail, notAsked, q }: Pick<Props, 'detail' | 'notAsked'> & { q: string }) => {
  const { dialogs, match } = useText()
  const { notAsked: words } = dialogs
  const found = useVolunteers({ q })
  if (found.isError) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />
  const volunteers = found.data?.volunteers ?? []
  const sayingOf = (volunteerId: string): string => {
    const reason = reasonFor(notAsked, detail.incident.asked, volunteerId)
    return reason === 'asked' || reason === 'not_considered'
      ? words[reason]
      : labelOf(match.reasons, reason.code)
  }
  return (
    <>
      <ul className="divide-y divide-line">
        {volunteers.slice(0, SHOWN).map(({ id, displayName, plate }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 py-1">
            <span>
              {displayName} <span className="text-soft">{plate}</span>
            </span>
            <span className="text-soft">{sayingOf(id)}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="text-soft empty:hidden">
        {found.data && volunteers.length === 0 && words.none}
        {volunteers.length > SHOWN && words.others(volunteers.length - SHOWN)}
      </p>
    </>
  )
}

/** Who was not asked, by reason and by name. */
export const PeopleNotAsked = ({ detail, reasons, notAsked }: Props) => {
  const { notAsked: words } = useText().dialogs
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const everybody = useEverybody().data?.volunteers ?? []
  const names = new Map(everybody.map(({ id, displayName }) => [id, displayName]))
  const who = (reason: string): string => {
    const ids = notAsked[reason] ?? []
    const known = ids.flatMap((id) => names.get(id) ?? []).sort((a, b) => a.localeCompare(b, 'id'))
    const others = ids.length - known.length
    return [...known, ...(others > 0 ? [words.others(others)] : [])].join(', ')
  }
  return (
    <>
      <TextField
        type="search"
        label={words.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {q.length >= LETTERS ? (
        <Found {...{ detail, notAsked, q }} />
      ) : (
        <ReasonCounts label={words.reasons} reasons={reasons} who={who} />
      )}
    </>
  )
}
