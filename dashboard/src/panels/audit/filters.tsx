import { useState, type FormEvent } from 'react'
import type { EntityKind } from '#contracts/domain/fact.ts'
import { codesOf } from '../../text/codes.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useClock } from '../../time/now.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { occurredAt } from '../report/occurred.ts'
import { MomentField } from '../reports/moment-field.tsx'
import { topicOf, topics } from './topics.ts'

export interface LedgerFilter {
  kind?: EntityKind
  /** Types of facts, with commas between. */
  type?: string
  entityId?: string
  by?: string
  from?: string
  to?: string
}

/** What to look for: applied when the form is sent. `filter` is what is applied now. */
export const LedgerFilters = ({
  filter,
  onApply,
}: {
  filter: LedgerFilter
  onApply: (filter: LedgerFilter) => void
}) => {
  const { desk, word } = useOfficeText()
  const { audit } = desk
  const clock = useClock()
  const [typed, setTyped] = useState({ from: '', to: '' })
  const [draft, setDraft] = useState(filter)
  const [strict, setStrict] = useState(false)
  const moment = (text: string): string | null => (text.trim() === '' ? '' : occurredAt(text, clock.now()))
  const [from, to] = [moment(typed.from), moment(typed.to)]
  const apply = (event: FormEvent): void => {
    event.preventDefault()
    setStrict(true)
    if (from === null || to === null) return
    const { kind, type, entityId = '', by = '' } = draft
    onApply({
      ...(kind && { kind }),
      ...(type && { type }),
      ...(entityId.trim() && { entityId: entityId.trim() }),
      ...(by.trim() && { by: by.trim() }),
      ...(from && { from }),
      ...(to && { to }),
    })
  }
  return (
    <form onSubmit={apply} noValidate className="flex flex-wrap items-start gap-2 print:hidden">
      <SelectField
        label={audit.kind}
        className="w-36"
        value={draft.kind ?? ''}
        onChange={({ target }) => {
          const kind = codesOf(audit.kinds).find((one) => one === target.value)
          const { kind: _, ...rest } = draft
          setDraft(kind === undefined ? rest : { ...rest, kind })
        }}
      >
        <option value="">{word.all}</option>
        {codesOf(audit.kinds).map((kind) => (
          <option key={kind} value={kind}>
            {audit.kinds[kind]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={audit.topic}
        className="w-52"
        value={draft.type ?? ''}
        onChange={({ target }) => {
          const { type: _, ...rest } = draft
          setDraft(target.value === '' ? rest : { ...rest, type: target.value })
        }}
      >
        <option value="">{word.all}</option>
        {/* A type that was picked from a fact is none of the topics. */}
        {draft.type !== undefined && topicOf(draft.type) === null && (
          <option value={draft.type}>{draft.type}</option>
        )}
        {codesOf(audit.topics).map((topic) => (
          <option key={topic} value={topics[topic].join(',')}>
            {audit.topics[topic]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={audit.entity}
        className="w-44"
        value={draft.entityId ?? ''}
        onChange={({ target }) => setDraft({ ...draft, entityId: target.value })}
      />
      <TextField
        label={audit.by}
        className="w-44"
        value={draft.by ?? ''}
        onChange={({ target }) => setDraft({ ...draft, by: target.value })}
      />
      <MomentField
        label={audit.from}
        value={typed.from}
        wrong={strict && from === null}
        onChange={(value) => setTyped({ ...typed, from: value })}
      />
      <MomentField
        label={audit.to}
        value={typed.to}
        wrong={strict && to === null}
        onChange={(value) => setTyped({ ...typed, to: value })}
      />
      <span className="flex gap-2 sm:mt-6.5">
        <Button type="submit">{audit.apply}</Button>
        {Object.keys(filter).length > 0 && (
          <Button look="plain" onClick={() => onApply({})}>
            {audit.clear}
          </Button>
        )}
      </span>
    </form>
  )
}
