import { lazy, Suspense, useState } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { Announcer } from './panels/alarms/announcer.tsx'
import { AlarmBar } from './panels/alarms/bar.tsx'
import { useSound } from './panels/alarms/use-sound.ts'
import { BottomBar } from './panels/frame/bottom-bar.tsx'
import { LinkBar } from './panels/frame/link-bar.tsx'
import { PageFailure } from './panels/frame/page-failure.tsx'
import { WeatherBar } from './panels/frame/weather-bar.tsx'
import { TopBar } from './panels/frame/top-bar.tsx'
import { UnsentKeeper } from './panels/incident/unsent-context.tsx'
import { NewsAnnouncer } from './panels/news/announcer.tsx'
import { NewsKeeper } from './panels/news/context.tsx'
import { PhotoOutbox } from './panels/photos/outbox-context.tsx'
import { UnsentPhotos } from './panels/photos/unsent.tsx'
import { DraftKeeper } from './panels/report/draft-context.tsx'
import { UnheardBar } from './panels/unheard/bar.tsx'
import { useMay } from './session/context.tsx'
import { useText } from './text/context.tsx'
import { Loading } from './ui/empty.tsx'
import { useShortcuts } from './ui/shortcuts.tsx'
import type { Theme } from './ui/theme.ts'

const Help = lazy(async () => ({ default: (await import('./panels/frame/help.tsx')).Help }))
const Settings = lazy(async () => ({ default: (await import('./panels/frame/settings.tsx')).Settings }))

interface Props {
  theme: Theme
  onTheme: (theme: Theme) => void
}

/** What stands around every page: the bars, the alarms, help and settings. */
export const Frame = ({ theme, onTheme }: Props) => {
  const { word, frame } = useText()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const may = useMay()
  const [open, setOpen] = useState<'help' | 'settings' | null>(null)
  const sound = useSound()
  const close = (): void => setOpen(null)
  useShortcuts({
    n: () => {
      if (may('incident.report')) void navigate('/kejadian/baru')
    },
    '?': () => setOpen('help'),
  })
  return (
    <NewsKeeper>
      <PhotoOutbox>
        <DraftKeeper>
          <UnsentKeeper>
            <div className="flex h-full flex-col">
              <a
                href="#isi"
                className="absolute -top-20 left-3 z-50 rounded-md bg-accent px-3 py-2 font-semibold text-on-accent focus:top-2"
              >
                {frame.skip}
              </a>
              <TopBar sound={sound} onHelp={() => setOpen('help')} onSettings={() => setOpen('settings')} />
              <Announcer sound={sound} />
              <NewsAnnouncer />
              <LinkBar />
              <UnheardBar />
              <UnsentPhotos />
              <AlarmBar />
              <WeatherBar />
              <PageFailure address={pathname}>
                <Suspense fallback={<Loading label={word.loading} />}>
                  <Outlet />
                </Suspense>
              </PageFailure>
              <BottomBar />
            </div>
            <Suspense>
              {open === 'help' && <Help onClose={close} />}
              {open === 'settings' && <Settings theme={theme} onTheme={onTheme} onClose={close} />}
            </Suspense>
          </UnsentKeeper>
        </DraftKeeper>
      </PhotoOutbox>
    </NewsKeeper>
  )
}
