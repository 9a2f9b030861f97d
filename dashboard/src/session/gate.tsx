import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { useText } from '../text/context.tsx'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/empty.tsx'
import { useSession, useSessionState } from './context.tsx'
import { SignIn } from './sign-in.tsx'

const Expired = lazy(async () => ({ default: (await import('./expired.tsx')).Expired }))

/** Shows the screens to whoever is signed in. When a session dies, the work stays behind the sign-in form. */
export const Gate = ({ children }: { children: ReactNode }) => {
  const { session: words, word } = useText()
  const session = useSession()
  const state = useSessionState()
  const userId = 'me' in state ? state.me.userId : null
  useEffect(() => {
    // The outcome is in the session's state; there is nothing else to do with it here.
    session.refresh().catch(() => undefined)
  }, [session])

  if (state.status === 'checking') return <Loading label={words.checking} />
  if (state.status === 'unreachable')
    return (
      <main className="flex flex-col items-start gap-3 p-6">
        <p role="alert" className="font-medium">
          {words.unreachable}
        </p>
        <Button onClick={() => void session.refresh().catch(() => undefined)}>{word.retry}</Button>
      </main>
    )
  if (state.status === 'out')
    return (
      <main className="h-full">
        <SignIn notice={state.ended ? words.ended : null} />
      </main>
    )
  const expired = state.status === 'expired'
  return (
    <>
      {/* Another person begins with an empty screen; the same one finds his work again. */}
      <div key={userId} inert={expired} className="h-full">
        {children}
      </div>
      {expired && (
        <Suspense>
          <Expired />
        </Suspense>
      )}
    </>
  )
}
