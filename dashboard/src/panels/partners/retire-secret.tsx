import type { PartnerView } from '#contracts/wire/routes/partner-views.ts'
import { usePartnerAct } from '../../api/desk-acts.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { FormModal } from '../../ui/dialog.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

interface Props {
  partner: PartnerView
  secret: PartnerView['secrets'][number]
  onClose: () => void
}

/** One of two secrets counts no longer. */
export const RetireSecret = ({ partner, secret, onClose }: Props) => {
  const { secrets: words, done } = useOfficeText().partners
  const announce = useAnnounce()
  const moment = useMoment()
  const act = usePartnerAct('retireSecret', () => {
    onClose()
    announce(done.retired)
  })
  const { secretId, direction, createdAt } = secret
  return (
    <FormModal
      title={words.retireTitle}
      intro={words.retireIntro}
      submit={words.retire}
      look="danger"
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: partner.id, secretId }, body: {} })}
      onClose={onClose}
    >
      <p className="font-medium">
        {words[direction]}
        {createdAt !== null && <span className="block text-soft">{words.made(moment(createdAt))}</span>}
      </p>
    </FormModal>
  )
}
