import { lazy, type ReactNode } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import type { Action } from '#contracts/wire/actions.ts'
import { CacheProvider } from './api/cache-provider.tsx'
import { Frame } from './frame.tsx'
import { LiveProvider } from './live/provider.tsx'
import { HomePage } from './pages/home.tsx'
import { NotFoundPage } from './pages/not-found.tsx'
import { OperationsPage } from './pages/operations.tsx'
import { useMay } from './session/context.tsx'
import { Gate } from './session/gate.tsx'
import { ShortcutsProvider } from './ui/shortcuts.tsx'
import { useTheme } from './ui/theme.ts'
import { Toasts } from './ui/toast.tsx'

const ReportPage = lazy(async () => ({ default: (await import('./pages/report.tsx')).ReportPage }))
const VolunteersPage = lazy(async () => ({
  default: (await import('./pages/volunteers.tsx')).VolunteersPage,
}))
const MapPage = lazy(async () => ({ default: (await import('./pages/map.tsx')).MapPage }))
const AlarmsPage = lazy(async () => ({ default: (await import('./pages/alarms.tsx')).AlarmsPage }))

/** A page for those who may; the others are led to what is theirs. */
const For = ({ action, page }: { action: Action; page: ReactNode }) =>
  useMay()(action) ? page : <HomePage />

/** Which page stands at which address. Addresses are Indonesian, as people see them. */
export const App = () => {
  const [theme, setTheme] = useTheme()
  return (
    <ShortcutsProvider>
      <Toasts>
        <BrowserRouter>
          <Gate>
            <CacheProvider>
              <LiveProvider>
                <Routes>
                  <Route element={<Frame theme={theme} onTheme={setTheme} />}>
                    <Route index element={<HomePage />} />
                    <Route
                      path="kejadian/baru"
                      element={<For action="incident.report" page={<ReportPage />} />}
                    />
                    <Route
                      path="kejadian/:id?"
                      element={<For action="incident.read" page={<OperationsPage />} />}
                    />
                    <Route
                      path="relawan/:id?"
                      element={<For action="volunteer.read" page={<VolunteersPage />} />}
                    />
                    <Route path="peta" element={<For action="incident.read" page={<MapPage />} />} />
                    <Route path="peringatan" element={<For action="incident.read" page={<AlarmsPage />} />} />
                    <Route path="*" element={<NotFoundPage />} />
                  </Route>
                </Routes>
              </LiveProvider>
            </CacheProvider>
          </Gate>
        </BrowserRouter>
      </Toasts>
    </ShortcutsProvider>
  )
}
