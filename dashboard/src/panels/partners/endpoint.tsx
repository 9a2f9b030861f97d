import { Check, Link2, Pencil, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import type { PartnerView } from '#contracts/wire/routes/partner-views.ts'
import { usePartnerAct } from '../../api/desk-acts.ts'
import { useMay, useMe } from '../../session/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { FormModal } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { ProposalSteps } from './proposal-steps.tsx'
import { ProposeEndpoint } from './propose-endpoint.tsx'

/** A new URL on its way, and what may be done about it now. */
const Proposal = ({ partner }: { partner: PartnerView }) => {
  const { partners: words } = useOfficeText()
  const { endpoint, done } = words
  const may = useMay()
  const { userId } = useMe()
  const announce = useAnnounce()
  const check = usePartnerAct('checkEndpoint', ({ proposal }) =>
    announce(proposal === null ? done.approved : done.checked),
  )
  const approve = usePartnerAct('approveEndpoint', () => announce(done.approved))
  const drop = usePartnerAct('removeEndpoint', () => announce(done.dropped))
  const { proposal } = partner
  if (proposal === null) return null
  const input = { params: { id: partner.id }, body: {} }
  const mayApprove = may('partner.manage') && proposal.by.id !== userId
  const error = check.error ?? approve.error ?? drop.error
  return (
    <div className="mt-3 flex flex-col gap-2.5 rounded-lg border border-dashed border-edge p-3">
      <ProposalSteps proposal={proposal} />
      {proposal.state === 'checked' && !mayApprove && <p className="text-soft">{endpoint.waits}</p>}
      <div className="flex flex-wrap gap-1.5">
        {may('partner.connect') && proposal.ping?.state === 'delivered' && proposal.state === 'proposed' && (
          <Button look="primary" icon={Check} pending={check.isPending} onClick={() => check.mutate(input)}>
            {endpoint.check}
          </Button>
        )}
        {mayApprove && proposal.state === 'checked' && (
          <Button
            look="primary"
            icon={Check}
            pending={approve.isPending}
            onClick={() => approve.mutate(input)}
          >
            {endpoint.approve}
          </Button>
        )}
        {may('partner.connect') && (
          <Button look="plain" icon={X} pending={drop.isPending} onClick={() => drop.mutate(input)}>
            {endpoint.drop}
          </Button>
        )}
      </div>
      {error && <ProblemNote acting error={error} />}
    </div>
  )
}

const RemoveEndpoint = ({ partner, onClose }: { partner: PartnerView; onClose: () => void }) => {
  const { endpoint, done } = useOfficeText().partners
  const announce = useAnnounce()
  const act = usePartnerAct('removeEndpoint', () => {
    onClose()
    announce(done.removed)
  })
  return (
    <FormModal
      title={endpoint.remove}
      intro={endpoint.removeIntro}
      submit={endpoint.remove}
      look="danger"
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: partner.id }, body: {} })}
      onClose={onClose}
    >
      <p className="font-medium wrap-anywhere">{partner.url}</p>
    </FormModal>
  )
}

/** Where messages go, and the way of a new address until it counts: proposed, pinged, checked, approved. */
export const Endpoint = ({ partner }: { partner: PartnerView }) => {
  const { endpoint } = useOfficeText().partners
  const may = useMay()
  const [asked, setAsked] = useState<'propose' | 'remove' | null>(null)
  const close = (): void => setAsked(null)
  return (
    <Section
      title={endpoint.title}
      aside={
        may('partner.connect') && (
          <span className="flex gap-1.5">
            <Button size="small" icon={Pencil} onClick={() => setAsked('propose')}>
              {endpoint.propose}
            </Button>
            {partner.url !== null && partner.proposal === null && (
              <Button size="small" look="plain" icon={Trash2} onClick={() => setAsked('remove')}>
                {endpoint.remove}
              </Button>
            )}
          </span>
        )
      }
    >
      {partner.url === null ? (
        <p className="text-soft">{endpoint.none}</p>
      ) : (
        <p className="flex items-center gap-2 font-medium wrap-anywhere">
          <Link2 aria-hidden size={16} className="shrink-0 text-soft" />
          {partner.url}
        </p>
      )}
      <Proposal partner={partner} />
      {asked === 'propose' && <ProposeEndpoint partner={partner} onClose={close} />}
      {asked === 'remove' && <RemoveEndpoint partner={partner} onClose={close} />}
    </Section>
  )
}
