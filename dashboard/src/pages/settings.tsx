import { UserCog } from 'lucide-react'
import { Link, useNavigate, useParams } from 'react-router'
import { PolicyPart } from '../panels/settings/policy.tsx'
import { SessionsPart } from '../panels/settings/sessions.tsx'
import { SlaPart } from '../panels/settings/sla.tsx'
import { TemplatesPart } from '../panels/settings/templates.tsx'
import { useMay } from '../session/context.tsx'
import { useOfficeText } from '../text/office/use-office-text.ts'
import { Tabs } from '../ui/tabs.tsx'

/** Addresses are Indonesian, as people see them. */
const parts = { 'cara-mencari': 'policy', 'batas-waktu': 'sla', templat: 'needs', sesi: 'sessions' } as const
type Part = keyof typeof parts

const contents = {
  'cara-mencari': <PolicyPart />,
  'batas-waktu': <SlaPart />,
  templat: <TemplatesPart />,
  sesi: <SessionsPart />,
} satisfies Record<Part, unknown>

/** Pengaturan: the rules of the agency, with their history, and who is signed in. */
export const SettingsPage = () => {
  const { settings: words } = useOfficeText()
  const { part } = useParams()
  const navigate = useNavigate()
  const may = useMay()
  const shown = (Object.keys(parts) as Part[]).filter((one) => one !== 'sesi' || may('user.manage'))
  const chosen = shown.find((one) => one === part) ?? 'cara-mencari'
  return (
    <main id="isi" className="flex min-h-0 flex-1 flex-col">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 pt-4 pb-2 lg:px-6">
        <div className="min-w-0">
          <h1 className="text-[1.35rem] font-semibold">{words.title}</h1>
          <p className="text-soft">{words.intro}</p>
        </div>
        {may('user.manage') && (
          <Link
            to="/pengguna"
            className="inline-flex min-h-9 items-center gap-1.5 font-medium text-accent underline underline-offset-4 pointer-coarse:min-h-11"
          >
            <UserCog aria-hidden size={17} />
            {words.people}
          </Link>
        )}
      </header>
      <Tabs
        label={words.parts}
        value={chosen}
        onChange={(next) => void navigate(`/pengaturan/${next}`, { replace: true })}
        tabs={shown.map((one) => ({
          value: one,
          label: words.tabs[parts[one]],
          content: <div className="max-w-[96rem] px-4 py-4 lg:px-6">{contents[one]}</div>,
        }))}
      />
    </main>
  )
}
