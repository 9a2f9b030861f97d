import { useState } from 'react'
import type { PartnerView, ShownSecret } from '#contracts/wire/routes/partner-views.ts'
import { usePartnerAct } from '../../api/desk-acts.ts'
import { codesOf } from '../../text/codes.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useClock } from '../../time/now.tsx'
import { Choices } from '../../ui/choices.tsx'
import { FormModal } from '../../ui/dialog.tsx'
import { ShownSecrets } from './shown-secrets.tsx'

const DAY_MS = 86_400_000
const spans = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS, open: null } as const
type Span = keyof typeof spans

interface Props {
  partner: PartnerView
  direction: 'in' | 'out'
  onClose: () => void
}

/** A new secret beside the old one, and for how long the old one counts; then the new one, shown this once. */
export const RotateSecret = ({ partner, direction, onClose }: Props) => {
  const { secrets: words } = useOfficeText().partners
  const clock = useClock()
  const [span, setSpan] = useState<Span>('week')
  const [shown, setShown] = useState<readonly ShownSecret[] | null>(null)
  const act = usePartnerAct('rotateSecret', ({ shown: secrets }) => setShown(secrets))
  const close = (): void => {
    // The answer holds the secret: it is not kept longer than it is shown.
    act.reset()
    onClose()
  }
  if (shown !== null) return <ShownSecrets secrets={shown} onClose={close} />
  const submit = (): void => {
    const ms = spans[span]
    // To the minute, so that a press that is repeated within it is the same order.
    const oldUntil = ms === null ? null : Math.floor((clock.now() + ms) / 60_000) * 60_000
    act.mutate({
      params: { id: partner.id },
      body: { direction, ...(oldUntil !== null && { oldUntil: new Date(oldUntil).toISOString() }) },
    })
  }
  return (
    <FormModal
      title={words.rotateTitle[direction]}
      intro={words.rotateIntro}
      submit={words.rotate}
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choices
        legend={words.old}
        value={span}
        onChange={setSpan}
        choices={codesOf(spans).map((value) => ({ value, label: words.oldFor[value] }))}
      />
    </FormModal>
  )
}
