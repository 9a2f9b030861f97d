import { OwnPassword } from '../panels/account/password.tsx'
import { OwnSessions } from '../panels/account/own-sessions.tsx'
import { useMe } from '../session/context.tsx'
import { useText } from '../text/context.tsx'

/** One's own password and sign-ins. */
export const AccountPage = () => {
  const { frame, labels } = useText()
  const { displayName, role, agencyName } = useMe()
  return (
    <main id="isi" className="min-h-0 flex-1 overflow-y-auto bg-panel">
      <div className="mx-auto max-w-2xl pb-6">
        <header className="px-4 pt-4 lg:px-5">
          <h1 className="text-[1.35rem] font-semibold">{frame.account}</h1>
          <p className="text-soft">
            {displayName} · {labels.role[role]} · {agencyName}
          </p>
        </header>
        <OwnPassword />
        <OwnSessions />
      </div>
    </main>
  )
}
