import type { Asked } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { labelOf, type Catalogue } from '../../text/catalogue.ts'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { personName } from './names.ts'
import { WhyAsked } from './why-asked.tsx'
import { useDisclosure, WhyAnswer, WhyButton } from './why-disclosure.tsx'

const reasonOf = ({ labels }: Catalogue, { ended, endReason }: Asked): string | null => {
  if (endReason === null || ended === null || endReason === 'no_answer') return null
  return labelOf(ended === 'declined' ? labels.declineReason : labels.endReason, endReason)
}

/** One who was asked before: how it ended, and why he. */
export const AskedRow = ({ detail, asked }: { detail: IncidentDetail; asked: Asked }) => {
  const { text, language } = useSpeech()
  const now = useNow(30_000)
  const why = useDisclosure()
  const reason = reasonOf(text, asked)
  const name = personName(detail, asked.volunteerId, text.incident.team.unknown)
  return (
    <li className="py-1">
      <div className="flex items-center gap-x-2">
        <p className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
          <span>{name}</span>
          <span className="text-soft">
            {asked.ended && text.labels.offerEnd[asked.ended]}
            {reason !== null && `: ${reason.toLowerCase()}`}
            {asked.endedAt !== null && ` · ${shortMoment(asked.endedAt, now, language)}`}
          </span>
        </p>
        <span className="-my-1 flex shrink-0">
          <WhyButton name={name} of={why} />
        </span>
      </div>
      <WhyAnswer of={why}>
        <WhyAsked detail={detail} offerId={asked.offerId} />
      </WhyAnswer>
    </li>
  )
}
