import { ChevronDown, ChevronUp, Clipboard, Hourglass } from 'lucide-react'
import { useId, useState } from 'react'
import type { Offer } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Remaining } from '../../ui/running.tsx'
import { usePartnerName } from '../shared/partners.ts'
import { personName } from './names.ts'
import { useAsk } from './questions.tsx'
import { Why } from './why.tsx'

interface Props {
  detail: IncidentDetail
  offer: Offer
}

/** A person who was asked and has not answered: until when, how far, and why he. */
export const OfferRow = ({ detail, offer }: Props) => {
  const text = useText()
  const { offer: words, team } = text.incident
  const may = useMay()
  const ask = useAsk()
  const partnerName = usePartnerName()
  const whyId = useId()
  const [open, setOpen] = useState(false)
  const person = detail.people[offer.volunteerId]
  const name = personName(detail, offer.volunteerId, team.unknown)
  return (
    <li className="py-2">
      <div className="team-row">
        <div className="min-w-0">
          <p className="font-medium">{name}</p>
          <p className="text-[0.88rem] text-soft">
            {person && `${text.labels.vehicle[person.vehicle]} · `}
            {partnerName(offer.partnerId)}
          </p>
        </div>
        <div className="min-w-0">
          <Chip icon={Hourglass}>
            {text.labels.offerOpen} ·{' '}
            <Remaining until={offer.expiresAt} say={words.expires} lapsed={words.lapsed} />
          </Chip>
          <p className="flex flex-wrap gap-x-3 text-[0.88rem] text-soft">
            {offer.why && (
              <span>
                {words.eta(
                  Math.max(1, Math.round(offer.why.etaS / 60)),
                  Math.round(offer.why.uncertaintyS / 60),
                )}
              </span>
            )}
            {offer.position && (
              <span>
                {text.labels.position[offer.position.source]}
                {offer.position.source !== 'declared' && ` (${text.ago(offer.position.ageS)})`}
              </span>
            )}
          </p>
        </div>
        <div className="flex flex-wrap gap-1">
          {offer.channel === 'link' && may('offer.link') && (
            <Button size="small" icon={Clipboard} onClick={() => ask({ ask: 'link', offerId: offer.id })}>
              {words.copy}
            </Button>
          )}
          <Button
            look="plain"
            size="small"
            icon={open ? ChevronUp : ChevronDown}
            aria-expanded={open}
            aria-controls={whyId}
            onClick={() => setOpen(!open)}
          >
            {words.why}
          </Button>
        </div>
      </div>
      <div id={whyId} hidden={!open} className="mt-1.5 border-l-2 border-line pl-3">
        {open && <Why offer={offer} />}
      </div>
    </li>
  )
}
