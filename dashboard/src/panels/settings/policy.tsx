import { useState } from 'react'
import type { PolicyView } from '#contracts/wire/routes/policy.ts'
import { usePolicy, usePolicyChanges, useSettingsAct } from '../../api/settings-queries.ts'
import { useMay } from '../../session/context.tsx'
import { codesOf } from '../../text/codes.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { ConfirmChange } from './confirm.tsx'
import { policyFields, policyGroups } from './fields.ts'
import { History } from './history.tsx'
import { PendingBar } from './pending-bar.tsx'
import { Sheet } from './sheet.tsx'
import { Standing } from './standing.tsx'
import { useTyped } from './use-typed.ts'

const Sheets = ({ policy }: { policy: PolicyView }) => {
  const { settings: words } = useOfficeText()
  const announce = useAnnounce()
  const may = useMay()('policy.change')
  const [asking, setAsking] = useState(false)
  const typing = useTyped(policyFields, policy.settings)
  const { settings, defaults, number } = policy
  const act = useSettingsAct('changePolicy', () => {
    typing.forget()
    setAsking(false)
    announce(words.confirm.done)
  })
  return (
    <>
      <Standing {...policy} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {codesOf(policyGroups).map((group) => (
          <Sheet
            key={group}
            title={words.groups[group]}
            fields={policyGroups[group]}
            settings={settings}
            defaults={defaults}
            typed={typing.typed}
            bad={typing.bad}
            onType={may ? typing.onType : null}
          />
        ))}
      </div>
      <PendingBar
        count={typing.count}
        bad={typing.bad.size}
        onReview={() => setAsking(true)}
        onForget={typing.forget}
      />
      {asking && (
        <ConfirmChange
          intro={words.confirm.policy}
          differences={typing.differences}
          pending={act.isPending}
          error={act.error}
          onSubmit={(reason) => act.mutate({ body: { expected: number, change: typing.change, reason } })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** How the agency asks: every number with its unit and what it means, and who changed it. */
export const PolicyPart = () => {
  const { word } = useOfficeText()
  const query = usePolicy()
  return (
    <div className="flex flex-col gap-4">
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading label={word.loading} />}
      {query.data && <Sheets policy={query.data} />}
      <div className="rounded-lg border border-line bg-panel">
        <History query={usePolicyChanges()} />
      </div>
    </div>
  )
}
