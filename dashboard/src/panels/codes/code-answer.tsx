import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { declineReasons, type DeclineReason } from '#contracts/domain/words.ts'
import { useIncidentAct } from '../../api/act.ts'
import type { Answer } from '../../api/types.ts'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Remaining } from '../../ui/running.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

interface Props {
  code: string
  offer: Answer<'offerByCode'>
  onClose: () => void
}

/** What a code stands for, to be read back to the volunteer, and his answer. */
export const CodeAnswer = ({ code, offer, onClose }: Props) => {
  const { codes, labels } = useText()
  const announce = useAnnounce()
  const [reason, setReason] = useState<DeclineReason>('other')
  const [said, setSaid] = useState<'accept' | 'decline'>('accept')
  const act = useIncidentAct('answerByCode', () => {
    announce(said === 'accept' ? codes.accepted : codes.declined)
    onClose()
  })
  const answer = (value: 'accept' | 'decline'): void => {
    setSaid(value)
    act.mutate({ params: { id: offer.incidentId }, body: { code, answer: value, reason } })
  }
  const rows = [
    [codes.who, `${offer.displayName} (${offer.phoneMasked})`],
    [codes.task, offer.task === null ? labels.hazard[offer.hazard] : labels.task[offer.task]],
    [codes.incident, `${offer.number}, ${labels.hazard[offer.hazard]}, ${offer.areaName}`],
  ] as const
  return (
    <>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-soft">
        <Remaining until={offer.expiresAt} say={codes.left} lapsed={codes.lapsed} />
      </p>
      <SelectField
        label={codes.reason}
        value={reason}
        onChange={(event) => setReason(declineReasons.find((one) => one === event.target.value) ?? 'other')}
      >
        {declineReasons.map((one) => (
          <option key={one} value={one}>
            {labels.declineReason[one]}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap justify-end gap-2">
        <Button icon={X} pending={act.isPending && said === 'decline'} onClick={() => answer('decline')}>
          {codes.decline}
        </Button>
        <Button
          look="primary"
          icon={Check}
          pending={act.isPending && said === 'accept'}
          onClick={() => answer('accept')}
        >
          {codes.accept}
        </Button>
      </div>
      {act.error && <ProblemNote acting error={act.error} />}
    </>
  )
}
