import { Link } from 'react-router'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useSpeech } from '../../text/context.tsx'
import { longDate } from '../../time/wita.ts'
import { usePartnerName } from '../shared/partners.ts'

/** What he has agreed to, what is valid until when, why he may not be asked, and who else he is to us. */
export const Papers = ({ volunteer }: { volunteer: VolunteerView }) => {
  const { text, language } = useSpeech()
  const { volunteers: words, word } = text
  const partnerName = usePartnerName()
  const { agreements, unfit, alsoAs, insuredUntil } = volunteer
  return (
    <dl className="grid grid-cols-2 gap-3">
      <div>
        <dt className="label-small">{words.agreements}</dt>
        <dd>
          {agreements.length === 0 ? word.nil : agreements.map(({ to }) => words.agreement[to]).join(', ')}
        </dd>
      </div>
      <div>
        <dt className="label-small">{words.unfit}</dt>
        <dd>{unfit === null ? words.fit : words.unfitness[unfit]}</dd>
      </div>
      <div>
        <dt className="label-small">{words.insuredUntil}</dt>
        <dd>{insuredUntil === null ? word.nil : longDate(insuredUntil, language)}</dd>
      </div>
      {alsoAs.length > 0 && (
        <div className="col-span-2">
          <dt className="label-small">{words.alsoAs}</dt>
          <dd className="flex flex-wrap gap-x-3">
            {alsoAs.map(({ id, partnerId }) => (
              <Link key={id} to={`/relawan/${id}`} className="text-accent underline underline-offset-4">
                {partnerName(partnerId)}
              </Link>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}
