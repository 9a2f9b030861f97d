import { ClipboardList, MessageSquareText, type LucideIcon } from 'lucide-react'
import { Link } from 'react-router'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'

const Lead = ({ to, icon: Icon, label }: { to: string; icon: LucideIcon; label: string }) => (
  <Link
    to={to}
    className="inline-flex min-h-7 items-center gap-1.5 rounded-md text-[0.93rem] font-medium text-accent underline underline-offset-4 hover:brightness-110 pointer-coarse:min-h-11"
  >
    <Icon aria-hidden size={15} />
    {label}
  </Link>
)

/** What is written about this incident: the situation report to be pasted, and the damage that it tells of. */
export const ReportLinks = ({ incidentId }: { incidentId: string }) => {
  const { reports } = useText().incident
  const may = useMay()
  if (!may('report.read')) return null
  const page = `/laporan/kejadian/${incidentId}`
  return (
    <nav aria-label={reports.label} className="flex flex-wrap gap-x-5">
      <Lead to={page} icon={MessageSquareText} label={reports.copy} />
      {may('incident.assess') && (
        <Lead to={`${page}/dampak`} icon={ClipboardList} label={reports.recordImpact} />
      )}
    </nav>
  )
}
