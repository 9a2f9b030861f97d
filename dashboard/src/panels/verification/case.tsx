import { useState } from 'react'
import { Link } from 'react-router'
import type { IncidentDetail, PossibleDuplicate } from '#contracts/wire/routes/views.ts'
import { useIncidentAct } from '../../api/act.ts'
import { useRead } from '../../api/queries.ts'
import { useMay } from '../../session/context.tsx'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { longMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SeverityMark, SeverityWord } from '../../ui/severity-mark.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { Duplicate } from '../incident/dialogs/duplicate.tsx'
import { IncidentPhone } from '../incident/dialogs/phone.tsx'
import { Refer } from '../incident/dialogs/refer.tsx'
import { Reject } from '../incident/dialogs/reject.tsx'
import { Lookers } from '../incident/lookers.tsx'
import { MaskedPhone } from '../phone/masked.tsx'
import { useAreas } from '../shared/areas.ts'
import { Candidates } from './candidates.tsx'
import { DecidedNote } from './decided.tsx'

const dialogs = { reject: Reject, refer: Refer, other: Duplicate }

const Told = ({ detail }: { detail: IncidentDetail }) => {
  const { text, language } = useOfficeSpeech()
  const { desk, labels, incident: words } = text
  const { incident, texts, reporter } = detail
  const areas = useAreas()
  const may = useMay()('incident.call')
  const [calling, setCalling] = useState(false)
  const address = incident.addressTextId === null ? undefined : texts[incident.addressTextId]
  const rows = [
    [words.head.point, areas.fullNameOf(incident.place)],
    ...(address === undefined ? [] : [[words.head.address, address] as const]),
    [desk.verification.channel, labels.channel[incident.channel]],
    [
      desk.verification.reporter,
      <>
        {reporter?.name ?? words.head.anonymous}{' '}
        {reporter !== null && reporter.phoneMasked !== null && (
          <MaskedPhone
            masked={reporter.phoneMasked}
            name={reporter.name ?? text.phone.reporter}
            onShow={may ? () => setCalling(true) : undefined}
          />
        )}
      </>,
    ],
    [text.report.occurred, longMoment(incident.occurredAt, language)],
  ] as const
  return (
    <>
      <p className="flex items-center gap-2">
        <SeverityMark severity={incident.severity} size={20} />
        <SeverityWord severity={incident.severity} />
        <span className="text-soft">{incident.number}</span>
      </p>
      <h2 className="mt-1 text-[1.3rem] leading-tight font-semibold">
        {labels.hazard[incident.hazard]}, {areas.nameOf(incident.place)}
      </h2>
      <Lookers incidentId={incident.id} />
      <p className="mt-2 whitespace-pre-wrap">{texts[incident.descriptionId]}</p>
      <dl className="mt-3 grid gap-2">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt className="label-small">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {incident.place.doubt && <p className="mt-2 font-medium text-tinggi">{words.place.doubt}</p>}
      {calling && <IncidentPhone detail={detail} volunteerId={null} onClose={() => setCalling(false)} />}
    </>
  )
}

interface Props {
  detail: IncidentDetail
  hasNext: boolean
  onNext: () => void
  /** The server has done what was decided here. */
  onDecided: (answer: IncidentDetail) => void
  onMerged: (answer: IncidentDetail) => void
}

/** One report and what may be done about it. Nothing counts as done before the server has said so. */
export const Case = ({ detail, hasNext, onNext, onDecided, onMerged }: Props) => {
  const { text } = useOfficeSpeech()
  const { desk, dialogs: said } = text
  const { verification: words } = desk
  const { id } = detail.incident
  const announce = useAnnounce()
  const [asking, setAsking] = useState<keyof typeof dialogs | null>(null)
  const verify = useIncidentAct('verifyIncident', (answer) => {
    announce(said.done.verified)
    onDecided(answer)
  })
  const merge = useIncidentAct('markDuplicate', onMerged)
  const found = useRead('possibleDuplicates', ['nearby', 'duplicates', id], { params: { id } })
  const candidates = found.data?.candidates ?? []
  const open = detail.incident.status === 'reported'
  // Our own decision may be heard before its answer is here.
  const isOurs = verify.isPending || merge.isPending || asking !== null
  const begin = (): void => {
    if (open && !verify.isPending) verify.mutate({ params: { id }, body: {} })
  }
  const mergeInto = ({ incident }: PossibleDuplicate): void => {
    if (open && !merge.isPending) merge.mutate({ params: { id }, body: { of: incident.id } })
  }
  const offered = {
    v: begin,
    t: () => setAsking('reject'),
    i: () => setAsking('refer'),
    g: () => setAsking('other'),
    ...Object.fromEntries(
      candidates.slice(0, 9).map((candidate, index) => [String(index + 1), () => mergeInto(candidate)]),
    ),
  }
  useShortcuts(open ? offered : {})
  const Dialog = asking === null ? null : dialogs[asking]
  const error = verify.error ?? merge.error
  return (
    <div className="grid min-w-0 items-start gap-4 lg:grid-cols-2">
      <section aria-label={words.report} className="rounded-lg border border-line bg-panel px-4 py-3.5">
        {!open && !isOurs && <DecidedNote incident={detail.incident} hasNext={hasNext} onNext={onNext} />}
        <Told detail={detail} />
        {error && (
          <div className="mt-3">
            <ProblemNote error={error} acting />
          </div>
        )}
        <div className="mt-4 flex flex-wrap gap-2">
          <Button look="primary" shortcut="V" pending={verify.isPending} disabled={!open} onClick={begin}>
            {words.verify}
          </Button>
          <Button shortcut="T" disabled={!open} onClick={() => setAsking('reject')}>
            {words.reject}
          </Button>
          <Button shortcut="G" disabled={!open} onClick={() => setAsking('other')}>
            {words.mergeOther}
          </Button>
          <Button shortcut="I" disabled={!open} onClick={() => setAsking('refer')}>
            {words.refer}
          </Button>
        </div>
        <Link
          to={`/kejadian/${id}`}
          className="mt-3 inline-block font-medium text-accent underline underline-offset-4"
        >
          {words.open}
        </Link>
      </section>
      <section aria-label={words.duplicates}>
        <h3 className="heading-small mb-2">{words.duplicates}</h3>
        {found.isError && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <p className="text-soft">{text.word.loading}</p>}
        {found.data && (
          <Candidates
            candidates={candidates}
            pending={merge.isPending}
            disabled={!open}
            onMerge={mergeInto}
          />
        )}
      </section>
      {Dialog && (
        <Dialog
          detail={detail}
          onClose={() => setAsking(null)}
          onDone={asking === 'other' ? onMerged : onDecided}
        />
      )}
    </div>
  )
}
