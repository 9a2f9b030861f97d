import { NavLink, useParams } from 'react-router'
import { IncidentChoice } from '../panels/reports/incident-choice.tsx'
import { Monthly } from '../panels/reports/monthly.tsx'
import { Recap } from '../panels/reports/recap.tsx'
import { tabLook } from '../panels/reports/tab-look.ts'
import { useOfficeText } from '../text/office/use-office-text.ts'

const tabs = [
  { name: 'incidents', to: '/laporan' },
  { name: 'recap', to: '/laporan/rekap' },
  { name: 'month', to: '/laporan/bulanan' },
] as const

/** What is written about the work: of an incident, of a period, of a month. */
export const ReportsPage = () => {
  const { reports } = useOfficeText()
  const { part } = useParams()
  return (
    <main id="isi" className="min-h-0 flex-1 overflow-y-auto px-4 py-4 lg:px-6">
      <div className="mx-auto flex max-w-[96rem] flex-col gap-4">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <h1 className="text-[1.35rem] font-semibold">{reports.title}</h1>
          <nav aria-label={reports.title} className="flex gap-1 print:hidden">
            {tabs.map(({ name, to }) => (
              <NavLink key={name} end to={to} className={tabLook}>
                {reports.tabs[name]}
              </NavLink>
            ))}
          </nav>
        </div>
        {part === undefined && <p className="text-soft">{reports.pick}</p>}
        {part === undefined && <IncidentChoice />}
        {part === 'rekap' && <Recap />}
        {part === 'bulanan' && <Monthly />}
      </div>
    </main>
  )
}
