import { lazy } from 'react'
import { BrowserRouter, Navigate, Route, Routes } from 'react-router'
import { CacheProvider } from './api/cache-provider.tsx'
import { Frame } from './frame.tsx'
import { NotFoundPage } from './pages/not-found.tsx'
import { OperationsPage } from './pages/operations.tsx'
import { Gate } from './session/gate.tsx'
import { ShortcutsProvider } from './ui/shortcuts.tsx'
import { useTheme } from './ui/theme.ts'
import { Toasts } from './ui/toast.tsx'

const ReportPage = lazy(async () => ({ default: (await import('./pages/report.tsx')).ReportPage }))
const VolunteersPage = lazy(async () => ({
  default: (await import('./pages/volunteers.tsx')).VolunteersPage,
}))
const AlarmsPage = lazy(async () => ({ default: (await import('./pages/alarms.tsx')).AlarmsPage }))

/** Which page stands at which address. Addresses are Indonesian, as people see them. */
export const App = () => {
  const [theme, setTheme] = useTheme()
  return (
    <ShortcutsProvider>
      <Toasts>
        <BrowserRouter>
          <Gate>
            <CacheProvider>
              <Routes>
                <Route element={<Frame theme={theme} onTheme={setTheme} />}>
                  <Route index element={<Navigate replace to="/kejadian" />} />
                  <Route path="kejadian/baru" element={<ReportPage />} />
                  <Route path="kejadian/:id?" element={<OperationsPage />} />
                  <Route path="relawan/:id?" element={<VolunteersPage />} />
                  <Route path="peringatan" element={<AlarmsPage />} />
                  <Route path="*" element={<NotFoundPage />} />
                </Route>
              </Routes>
            </CacheProvider>
          </Gate>
        </BrowserRouter>
      </Toasts>
    </ShortcutsProvider>
  )
}
