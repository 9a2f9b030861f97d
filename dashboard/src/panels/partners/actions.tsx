import { Ban, Play, Radio } from 'lucide-react'
import { useState } from 'react'
import type { PartnerView } from '#contracts/wire/routes/partner-views.ts'
import { useDeliveryAct, usePartnerAct } from '../../api/desk-acts.ts'
import { useMay } from '../../session/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { AskReason } from '../shared/ask-reason.tsx'

interface Props {
  partner: PartnerView
  /** A ping was written: it stands among the messages under this id. */
  onPinged: (deliveryId: string) => void
}

/** What can be done with this partner as a whole by this role. */
export const PartnerActions = ({ partner, onPinged }: Props) => {
  const { partners: words } = useOfficeText()
  const may = useMay()
  const announce = useAnnounce()
  const [asking, setAsking] = useState(false)
  const params = { id: partner.id }
  const isEnabled = partner.status === 'enabled'
  const close = (): void => setAsking(false)
  const ping = useDeliveryAct('pingPartner', ({ id }) => {
    announce(words.done.pinged)
    onPinged(id)
  })
  const act = usePartnerAct(isEnabled ? 'disablePartner' : 'enablePartner', ({ status }) => {
    close()
    announce(words.done[status])
  })
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-1.5">
        {may('partner.connect') && partner.url !== null && (
          <Button icon={Radio} pending={ping.isPending} onClick={() => ping.mutate({ params, body: {} })}>
            {words.ping}
          </Button>
        )}
        {may('partner.manage') && (
          <Button
            look={isEnabled ? 'plain' : 'primary'}
            icon={isEnabled ? Ban : Play}
            onClick={() => setAsking(true)}
          >
            {isEnabled ? words.disable : words.enable}
          </Button>
        )}
      </div>
      {ping.error && <ProblemNote acting error={ping.error} />}
      {asking && (
        <AskReason
          title={`${isEnabled ? words.disable : words.enable}: ${partner.name}`}
          intro={isEnabled ? words.disableIntro : words.enableIntro}
          submit={isEnabled ? words.disable : words.enable}
          look={isEnabled ? 'danger' : 'primary'}
          pending={act.isPending}
          error={act.error}
          onSubmit={(reason) => act.mutate({ params, body: { reason } })}
          onClose={close}
        />
      )}
    </div>
  )
}
