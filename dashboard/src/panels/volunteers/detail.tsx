import { ArrowLeft } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteer, useVolunteerFacts } from '../../api/queries.ts'
import { useLive } from '../../live/provider.tsx'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { useMoment } from '../../time/moment.tsx'
import { Flag } from '../../ui/chip.tsx'
import { Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { AcknowledgeSos } from '../alarms/acknowledge.tsx'
import { MaskedPhone } from '../phone/masked.tsx'
import { useAreas } from '../shared/areas.ts'
import { FactList } from '../shared/fact-list.tsx'
import { usePartnerName } from '../shared/partners.ts'
import { VolunteerActions } from './actions.tsx'
import { DutyHours } from './duty-hours.tsx'
import { Papers } from './papers.tsx'
import { VolunteerPhone } from './phone.tsx'
import { DutyChip, StandingChip } from './states.tsx'
import { Trainings } from './trainings.tsx'
import { Whereabouts } from './whereabouts.tsx'

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt className="label-small">{label}</dt>
    <dd>{children}</dd>
  </div>
)

const History = ({ volunteer }: { volunteer: VolunteerView }) => {
  const { volunteers: words, word } = useText()
  const areas = useAreas()
  const facts = useVolunteerFacts(volunteer.id)
  return (
    <Section title={words.history}>
      {facts.isError && <ProblemNote error={facts.error} onRetry={() => void facts.refetch()} />}
      {facts.isPending && <p className="text-soft">{word.loading}</p>}
      {facts.data && (
        <FactList
          facts={facts.data.facts}
          texts={facts.data.texts}
          names={{
            who: () => volunteer.displayName,
            need: (id) => id,
            area: (code) => areas.byCode(code)?.name ?? code,
            incident: (id) => id,
          }}
        />
      )}
    </Section>
  )
}

/** One volunteer: state, whereabouts, what he can do, what happened. */
export const VolunteerPanel = ({ id }: { id: string }) => {
  const { volunteers: words, labels, word, incident } = useText()
  const may = useMay()
  const partnerName = usePartnerName()
  const areas = useAreas()
  const folded = useLive(({ city }) => city?.incidents)
  const query = useVolunteer(id)
  const moment = useMoment()
  const [calling, setCalling] = useState(false)
  const volunteer = query.data
  if (volunteer === undefined)
    return query.isError ? (
      <div className="p-4">
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </div>
    ) : (
      <Loading label={word.loading} />
    )
  const { skills, bound } = volunteer
  // The same rule as the server's: whoever keeps the registry sees anybody's number.
  const involved = volunteer.duty !== 'off' || bound !== null || volunteer.sosAt !== null
  const callable = volunteer.standing !== 'withdrawn' && (involved || may('volunteer.edit'))
  const task = folded?.get(bound?.incidentId ?? '')?.state
  const where = task && `${task.number} · ${labels.hazard[task.hazard]}, ${areas.nameOf(task.place)}`
  return (
    <article className="min-h-0 flex-1 overflow-y-auto">
      <header className="flex flex-col gap-3 border-b border-line px-4 py-3.5 lg:px-5">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Link
            to="/relawan"
            aria-label={word.back}
            className="-ml-1.5 inline-grid size-9 place-items-center rounded-md text-soft hover:bg-raised md:hidden pointer-coarse:size-11"
          >
            <ArrowLeft aria-hidden size={19} />
          </Link>
          <h2 className="text-[1.25rem] leading-tight font-semibold">{volunteer.displayName}</h2>
          <DutyChip duty={volunteer.duty} />
          <StandingChip standing={volunteer.standing} />
        </div>
        {volunteer.sosAt !== null && (
          <div className="flex flex-wrap items-center gap-3">
            <Flag tone="trouble">{words.sos}</Flag>
            {volunteer.sos?.text != null && <p className="min-w-0 break-words">“{volunteer.sos.text}”</p>}
            {may('alarm.acknowledge') && <AcknowledgeSos volunteerId={volunteer.id} />}
          </div>
        )}
        <VolunteerActions key={volunteer.id} volunteer={volunteer} />
      </header>
      <Section title={incident.head.info}>
        <dl className="grid grid-cols-2 gap-3">
          <Row label={words.phone}>
            <MaskedPhone
              masked={volunteer.phoneMasked}
              name={volunteer.displayName}
              onShow={may('volunteer.call') && callable ? () => setCalling(true) : undefined}
            />
          </Row>
          <Row label={words.plate}>{volunteer.plate}</Row>
          <Row label={words.vehicle}>{labels.vehicle[volunteer.vehicle]}</Row>
          <Row label={words.skills}>
            {skills.length === 0 ? word.nil : skills.map((skill) => labels.skill[skill]).join(', ')}
          </Row>
          <Row label={words.partner}>
            {partnerName(volunteer.partnerId)} · {volunteer.ref}
          </Row>
          <Row label={words.channel}>{labels.offerChannel[volunteer.channel]}</Row>
          <Row label={words.whereabouts}>
            <Whereabouts volunteer={volunteer} />
          </Row>
          {volunteer.dutyUntil !== null && <Row label={words.dutyUntil}>{moment(volunteer.dutyUntil)}</Row>}
          <Row label={words.onTask}>
            {bound === null ? (
              words.free
            ) : (
              <Link
                to={`/kejadian/${bound.incidentId}`}
                className="font-medium text-accent underline underline-offset-4"
              >
                {where ?? incident.alarms.open}
              </Link>
            )}
          </Row>
        </dl>
      </Section>
      <DutyHours volunteer={volunteer} />
      <Section title={words.papers}>
        <Papers volunteer={volunteer} />
      </Section>
      <Trainings volunteer={volunteer} />
      <History volunteer={volunteer} />
      {calling && <VolunteerPhone volunteer={volunteer} onClose={() => setCalling(false)} />}
    </article>
  )
}
