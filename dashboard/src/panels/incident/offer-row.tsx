import { Clipboard, Hourglass, Phone } from 'lucide-react'
import type { Offer } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Remaining } from '../../ui/running.tsx'
import { usePartnerName } from '../shared/partners.ts'
import { personName } from './names.ts'
import { useAsk } from './questions.tsx'
import { WhyAsked } from './why-asked.tsx'
import { useDisclosure, WhyAnswer, WhyButton } from './why-disclosure.tsx'

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
  const answer = useDisclosure()
  const person = detail.people[offer.volunteerId]
  const name = personName(detail, offer.volunteerId, team.unknown)
  const { why, position } = offer
  const said = [
    ...(person ? [text.labels.vehicle[person.vehicle]] : []),
    ...(why ? [words.eta(Math.max(1, Math.round(why.etaS / 60)), Math.round(why.uncertaintyS / 60))] : []),
    ...(position?.source === 'declared' ? [text.labels.position.declared.toLowerCase()] : []),
    ...(position && position.source !== 'declared' ? [words.seen(text.ago(position.ageS))] : []),
  ]
  return (
    <li className="py-1.5">
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0 font-medium">{name}</p>
        <p className="shrink-0">
          <Chip icon={Hourglass}>
            <span className="max-sm:sr-only">{text.labels.offerOpen} · </span>
            <Remaining until={offer.expiresAt} say={words.expires} lapsed={words.lapsed} />
          </Chip>
        </p>
      </div>
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0 text-[0.88rem] text-soft" title={partnerName(offer.partnerId)}>
          {said.join(' · ')}
        </p>
        <div className="-my-1 -mr-1.5 flex shrink-0 items-center gap-1">
          {offer.channel === 'link' && may('offer.link') && (
            <Button size="small" icon={Clipboard} onClick={() => ask({ ask: 'link', offerId: offer.id })}>
              {words.copy}
            </Button>
          )}
          {may('incident.call') && (
            <IconButton
              icon={Phone}
              label={text.phone.title(name)}
              onClick={() => ask({ ask: 'phone', volunteerId: offer.volunteerId })}
            />
          )}
          <WhyButton name={name} of={answer} />
        </div>
      </div>
      <WhyAnswer of={answer}>
        <WhyAsked detail={detail} offerId={offer.id} known={offer} />
      </WhyAnswer>
    </li>
  )
}
