import { lazy, Suspense, type ReactNode } from 'react'
import { Route, Routes } from 'react-router'
import type { Action } from '#contracts/wire/actions.ts'
import { CacheProvider } from './api/cache-provider.tsx'
import { Frame } from './frame.tsx'
import { LiveProvider } from './live/provider.tsx'
import { HomePage } from './pages/home.tsx'
import { NotFoundPage } from './pages/not-found.tsx'
import { OperationsPage } from './pages/operations.tsx'
import { useMay } from './session/context.tsx'
import type { Theme } from './ui/theme.ts'

const ReportPage = lazy(async () => ({ default: (await import('./pages/report.tsx')).ReportPage }))
const VolunteersPage = lazy(async () => ({
  default: (await import('./pages/volunteers.tsx')).VolunteersPage,
}))
const MapPage = lazy(async () => ({ default: (await import('./pages/map.tsx')).MapPage }))
const AlarmsPage = lazy(async () => ({ default: (await import('./pages/alarms.tsx')).AlarmsPage }))

const ReportsPage = lazy(async () => ({ default: (await import('./pages/reports.tsx')).ReportsPage }))
const IncidentReportPage = lazy(async () => ({
  default: (await import('./pages/incident-report.tsx')).IncidentReportPage,
}))

const PartnersPage = lazy(async () => ({ default: (await import('./pages/partners.tsx')).PartnersPage }))
const ZonesPage = lazy(async () => ({ default: (await import('./pages/zones.tsx')).ZonesPage }))
const CoveragePage = lazy(async () => ({ default: (await import('./pages/coverage.tsx')).CoveragePage }))
const PeoplePage = lazy(async () => ({ default: (await import('./pages/people.tsx')).PeoplePage }))
const AccountPage = lazy(async () => ({ default: (await import('./pages/account.tsx')).AccountPage }))

const WallPage = lazy(async () => ({ default: (await import('./pages/wall.tsx')).WallPage }))

const SettingsPage = lazy(async () => ({ default: (await import('./pages/settings.tsx')).SettingsPage }))
const AuditPage = lazy(async () => ({ default: (await import('./pages/audit.tsx')).AuditPage }))
const ShiftPage = lazy(async () => ({ default: (await import('./pages/shift.tsx')).ShiftPage }))
const VerificationPage = lazy(async () => ({
  default: (await import('./pages/verification.tsx')).VerificationPage,
}))

/** A page for those who may; the others are led to what is theirs. */
const For = ({ action, page }: { action: Action; page: ReactNode }) =>
  useMay()(action) ? page : <HomePage />

interface Props {
  theme: Theme
  onTheme: (theme: Theme) => void
}

/** Everything behind the sign-in: which page stands at which address. Addresses are Indonesian, as people see them. */
export const Inside = ({ theme, onTheme }: Props) => (
  <CacheProvider>
    <LiveProvider>
      <Routes>
        <Route
          path="komando"
          element={
            <Suspense>
              <For action="incident.read" page={<WallPage />} />
            </Suspense>
          }
        />
        <Route element={<Frame theme={theme} onTheme={onTheme} />}>
          <Route index element={<HomePage />} />
          <Route path="kejadian/baru" element={<For action="incident.report" page={<ReportPage />} />} />
          <Route path="kejadian/:id?" element={<For action="incident.read" page={<OperationsPage />} />} />
          <Route path="relawan/:id?" element={<For action="volunteer.read" page={<VolunteersPage />} />} />
          <Route path="peta" element={<For action="incident.read" page={<MapPage />} />} />
          <Route path="zona" element={<For action="zone.read" page={<ZonesPage />} />} />
          <Route path="jangkauan" element={<For action="volunteer.read" page={<CoveragePage />} />} />
          <Route path="peringatan" element={<For action="incident.read" page={<AlarmsPage />} />} />
          <Route
            path="laporan/kejadian/:id/:part?"
            element={<For action="report.read" page={<IncidentReportPage />} />}
          />
          <Route path="laporan/:part?" element={<For action="report.read" page={<ReportsPage />} />} />
          <Route path="mitra/:id?/:part?" element={<For action="partner.read" page={<PartnersPage />} />} />
          <Route path="pengguna/:id?" element={<For action="user.manage" page={<PeoplePage />} />} />
          <Route path="akun" element={<AccountPage />} />
          <Route path="verifikasi" element={<For action="incident.gate" page={<VerificationPage />} />} />
          <Route path="piket" element={<For action="shift.read" page={<ShiftPage />} />} />
          <Route path="pengaturan/:part?" element={<For action="policy.read" page={<SettingsPage />} />} />
          <Route path="audit" element={<For action="ledger.read" page={<AuditPage />} />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </LiveProvider>
  </CacheProvider>
)
