import { useState } from 'react'
import type { Impact } from '#contracts/domain/incident/impact.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useIncidentAct } from '../../api/act.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

const people = ['dead', 'missing', 'injured', 'displaced', 'households', 'persons'] as const
const houses = ['housesHeavy', 'housesModerate', 'housesLight', 'housesFlooded'] as const
const told = ['condition', 'efforts', 'urgentNeeds', 'cause'] as const
type Counted = keyof Impact
type Told = (typeof told)[number]

const everything: readonly Counted[] = [...people, ...houses]
const wholeOf = (typed: string): number | null => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null)

/** What the last record said, as a start for the next. */
const startOf = ({ incident: { impact }, texts }: IncidentDetail) => ({
  counts: Object.fromEntries(everything.map((key) => [key, String(impact?.[key] ?? 0)])) as Record<
    Counted,
    string
  >,
  words: Object.fromEntries(told.map((key) => [key, texts[impact?.[key] ?? ''] ?? ''])) as Record<
    Told,
    string
  >,
})

/** The damage as it is known now; whoever writes the situation report fills it in. */
export const ImpactForm = ({
  detail,
  onClose,
}: {
  detail: IncidentDetail
  onClose: (done: boolean) => void
}) => {
  const { reports, word } = useOfficeText()
  const announce = useAnnounce()
  const [{ counts, words }, setTyped] = useState(() => startOf(detail))
  const act = useIncidentAct('recordImpact', () => {
    onClose(true)
    announce(reports.impactDone)
  })
  const numbers = Object.fromEntries(everything.map((key) => [key, wholeOf(counts[key])]))
  const isWhole = Object.values(numbers).every((value) => value !== null)
  const submit = (): void => {
    const written = Object.fromEntries(
      told.flatMap((key) => (words[key].trim() === '' ? [] : [[key, words[key].trim()]])),
    )
    act.mutate({ params: { id: detail.incident.id }, body: { ...(numbers as Impact), ...written } })
  }
  const number = (key: Counted) => (
    <TextField
      key={key}
      label={reports.words.impact[key]}
      inputMode="numeric"
      error={numbers[key] === null ? word.required : null}
      value={counts[key]}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped({ words, counts: { ...counts, [key]: event.target.value } })}
    />
  )
  return (
    <FormModal
      wide
      title={reports.recordImpact}
      intro={reports.impactIntro}
      submit={word.save}
      pending={act.isPending}
      disabled={!isWhole}
      error={act.error}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      <fieldset>
        <legend className="heading-small mb-1">{reports.people}</legend>
        <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-3">{people.map(number)}</div>
      </fieldset>
      <fieldset>
        <legend className="heading-small mb-1">{reports.houses}</legend>
        <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-4">{houses.map(number)}</div>
      </fieldset>
      <fieldset className="grid gap-2.5 sm:grid-cols-2">
        <legend className="heading-small mb-1">{reports.wordsTitle}</legend>
        {told.map((key) => (
          <TextArea
            key={key}
            optional
            rows={2}
            maxLength={2000}
            label={reports[key]}
            value={words[key]}
            onChange={(event) => setTyped({ counts, words: { ...words, [key]: event.target.value } })}
          />
        ))}
      </fieldset>
    </FormModal>
  )
}
