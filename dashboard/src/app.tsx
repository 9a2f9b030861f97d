import { lazy, Suspense } from 'react'
import { BrowserRouter } from 'react-router'
import { openInside } from './open-inside.ts'
import { PageFailure } from './panels/frame/page-failure.tsx'
import { Gate } from './session/gate.tsx'
import { useText } from './text/context.tsx'
import { Loading } from './ui/empty.tsx'
import { ShortcutsProvider } from './ui/shortcuts.tsx'
import { useTheme } from './ui/theme.ts'
import { Toasts } from './ui/toast.tsx'

const Inside = lazy(async () => ({ default: (await openInside()).Inside }))

/** The sign-in, and behind it the screens, whose code comes while a name is typed. */
export const App = () => {
  const { word } = useText()
  const [theme, setTheme] = useTheme()
  return (
    <ShortcutsProvider>
      <Toasts>
        <BrowserRouter>
          <Gate>
            <PageFailure address={location.pathname}>
              <Suspense fallback={<Loading label={word.loading} />}>
                <Inside theme={theme} onTheme={setTheme} />
              </Suspense>
            </PageFailure>
          </Gate>
        </BrowserRouter>
      </Toasts>
    </ShortcutsProvider>
  )
}
