import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApi } from './api/client.ts'
import { ApiProvider } from './api/context.tsx'
import { newKey } from './api/new-key.ts'
import { createSend } from './api/send.ts'
import { createServerClock } from './api/server-clock.ts'
import { App } from './app.tsx'
import { SessionProvider } from './session/context.tsx'
import { exclusivelyAmongTabs } from './session/exclusively.ts'
import { createSession } from './session/session.ts'
import { shareSignOut } from './session/tabs.ts'
import './style.css'
import { Speech } from './text/provider.tsx'
import { ClockProvider } from './time/now.tsx'

const begin = (root: HTMLElement): void => {
  const clock = createServerClock(Date.now)
  const send = createSend(window.fetch.bind(window), clock, Date.now)
  const session = createSession(send, clock, exclusivelyAmongTabs(navigator.locks), newKey)
  shareSignOut(session, window)
  createRoot(root).render(
    <StrictMode>
      <SessionProvider value={session}>
        <ApiProvider value={createApi(send, session, newKey)}>
          <ClockProvider value={clock}>
            <Speech>
              <App />
            </Speech>
          </ClockProvider>
        </ApiProvider>
      </SessionProvider>
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
begin(root)
