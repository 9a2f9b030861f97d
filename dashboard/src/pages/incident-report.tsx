import { ArrowLeft, ClipboardList, Printer } from 'lucide-react'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, NavLink, useNavigate, useParams } from 'react-router'
import { useIncident } from '../api/queries.ts'
import { AfterActionReport } from '../panels/reports/after-action.tsx'
import { ImpactForm } from '../panels/reports/impact-form.tsx'
import { PaperButton } from '../panels/reports/paper-button.tsx'
import { useAfterAction } from '../panels/reports/queries.ts'
import { Sitrep } from '../panels/reports/sitrep.tsx'
import { tabLook } from '../panels/reports/tab-look.ts'
import { useAreas } from '../panels/shared/areas.ts'
import { useMay } from '../session/context.tsx'
import { useOfficeText } from '../text/office/use-office-text.ts'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/empty.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'

const AfterActionPart = ({ id }: { id: string }) => {
  const { word, reports } = useOfficeText()
  const report = useAfterAction(id)
  return (
    <>
      {report.isError && <ProblemNote error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Loading label={word.loading} />}
      {report.data && (
        <>
          <div className="flex flex-wrap gap-2 print:hidden">
            <PaperButton id={id} number={report.data.number} />
            <Button icon={Printer} onClick={() => window.print()}>
              {reports.print}
            </Button>
          </div>
          <AfterActionReport report={report.data} />
        </>
      )}
    </>
  )
}

/** The reports of one incident: as WhatsApp text, and afterwards. */
export const IncidentReportPage = () => {
  const { reports, labels, word } = useOfficeText()
  const { id = '', part } = useParams()
  const may = useMay()
  const areas = useAreas()
  const queries = useQueryClient()
  const detail = useIncident(id)
  // From the file one comes straight to the form.
  const isLedToForm = part === 'dampak'
  const [recording, setRecording] = useState(isLedToForm && may('incident.assess'))
  const navigate = useNavigate()
  const incident = detail.data?.incident
  const close = (done: boolean): void => {
    setRecording(false)
    if (isLedToForm) void navigate(`/laporan/kejadian/${id}`, { replace: true })
    if (done)
      for (const kind of ['sitrep', 'afterAction']) void queries.invalidateQueries({ queryKey: [kind, id] })
  }
  return (
    <main id="isi" className="min-h-0 flex-1 overflow-y-auto px-4 py-4 lg:px-6">
      <div className="mx-auto flex max-w-[96rem] flex-col gap-4">
        <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Link
            to="/laporan"
            aria-label={word.back}
            className="-ml-2 inline-grid size-9 place-items-center rounded-md text-soft hover:bg-raised print:hidden pointer-coarse:size-11"
          >
            <ArrowLeft aria-hidden size={19} />
          </Link>
          <h1 className="text-[1.35rem] leading-tight font-semibold">
            {incident ? `${labels.hazard[incident.hazard]}, ${areas.nameOf(incident.place)}` : reports.title}
            {incident && <span className="ml-2 text-[1rem] font-normal text-soft">{incident.number}</span>}
          </h1>
          <nav aria-label={reports.title} className="flex gap-1 print:hidden">
            <NavLink end to={`/laporan/kejadian/${id}`} className={tabLook}>
              {reports.sitrep}
            </NavLink>
            <NavLink to={`/laporan/kejadian/${id}/pascakejadian`} className={tabLook}>
              {reports.afterAction}
            </NavLink>
          </nav>
          <span className="ml-auto flex flex-wrap gap-2 print:hidden">
            {may('incident.assess') && (
              <Button icon={ClipboardList} disabled={!detail.data} onClick={() => setRecording(true)}>
                {reports.recordImpact}
              </Button>
            )}
            <Link
              to={`/kejadian/${id}`}
              className="inline-flex min-h-9 items-center px-2 font-medium text-accent underline underline-offset-4"
            >
              {reports.openFile}
            </Link>
          </span>
        </header>
        {detail.isError && <ProblemNote error={detail.error} onRetry={() => void detail.refetch()} />}
        {part === 'pascakejadian' ? <AfterActionPart id={id} /> : <Sitrep id={id} />}
      </div>
      {recording && detail.data && <ImpactForm detail={detail.data} onClose={close} />}
    </main>
  )
}
