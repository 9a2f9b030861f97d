import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useMay } from '../../session/context.tsx'
import { useSpeech } from '../../text/context.tsx'
import { coordinates } from '../../text/format.ts'
import { longMoment } from '../../time/wita.ts'
import { Section } from '../../ui/section.tsx'
import { MaskedPhone } from '../phone/masked.tsx'
import { useAreas } from '../shared/areas.ts'
import { Callback } from './callback.tsx'
import { PointToCopy } from './point.tsx'
import { useAsk } from './questions.tsx'

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt className="label-small">{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** An event that was reported as it happened needs no time of its own. */
const MINUTE_MS = 60_000

/** What was reported, by whom, and where exactly. */
export const Particulars = ({ detail }: { detail: IncidentDetail }) => {
  const { text, language } = useSpeech()
  const { head, place } = text.incident
  const areas = useAreas()
  const may = useMay()
  const ask = useAsk()
  const { incident, texts, reporter } = detail
  const point = coordinates(incident.place)
  const address = incident.addressTextId === null ? undefined : texts[incident.addressTextId]
  const original = incident.duplicateOf ?? incident.follows
  return (
    <Section id="keterangan" title={head.info}>
      <p className="mb-3 whitespace-pre-wrap">{texts[incident.descriptionId]}</p>
      <dl className="grid gap-2.5">
        <Row label={head.point}>
          {areas.fullNameOf(incident.place)}
          <PointToCopy key={point} point={point} />
          {incident.place.doubt && <p className="font-medium text-tinggi">{place.doubt}</p>}
        </Row>
        {address !== undefined && <Row label={head.address}>{address}</Row>}
        <Row label={text.report.channel}>{text.labels.channel[incident.channel]}</Row>
        {reporter && (
          <Row label={text.report.who}>
            <span className="flex flex-col gap-1">
              {reporter.name ?? head.anonymous}
              {reporter.phoneMasked !== null && (
                <MaskedPhone
                  masked={reporter.phoneMasked}
                  name={reporter.name ?? text.phone.reporter}
                  onShow={may('incident.call') ? () => ask({ ask: 'phone', volunteerId: null }) : undefined}
                />
              )}
              <Callback incident={incident} />
            </span>
          </Row>
        )}
        {Math.abs(Date.parse(incident.reportedAt) - Date.parse(incident.occurredAt)) >= MINUTE_MS && (
          <Row label={text.report.occurred}>{longMoment(incident.occurredAt, language)}</Row>
        )}
        {incident.referredTo && (
          <Row label={text.labels.incidentStatus.referred}>{text.labels.referral[incident.referredTo]}</Row>
        )}
        {incident.rejectReason && (
          <Row label={text.labels.incidentStatus.rejected}>
            {text.labels.rejectReason[incident.rejectReason]}
          </Row>
        )}
        {original !== null && (
          <Row label={incident.duplicateOf === null ? head.follows : head.duplicateOf}>
            <Link
              className="font-medium text-accent underline underline-offset-4"
              to={`/kejadian/${original}`}
            >
              {head.openOriginal}
            </Link>
          </Row>
        )}
      </dl>
    </Section>
  )
}
