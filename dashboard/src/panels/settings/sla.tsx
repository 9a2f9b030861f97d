import { useState } from 'react'
import type { ProcedureView } from '#contracts/wire/routes/procedure.ts'
import { useProcedure, useProcedureChanges, useSettingsAct } from '../../api/settings-queries.ts'
import { useMay } from '../../session/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { ConfirmChange } from './confirm.tsx'
import { slaFields } from './fields.ts'
import { History } from './history.tsx'
import { PendingBar } from './pending-bar.tsx'
import { Sheet } from './sheet.tsx'
import { Standing } from './standing.tsx'
import { useTyped } from './use-typed.ts'

const Deadlines = ({ procedure }: { procedure: ProcedureView }) => {
  const { settings: words } = useOfficeText()
  const announce = useAnnounce()
  const may = useMay()('policy.change')
  const [asking, setAsking] = useState(false)
  const { settings, defaults, number } = procedure
  const typing = useTyped(slaFields, { ...settings.sla })
  const act = useSettingsAct('changeProcedure', () => {
    typing.forget()
    setAsking(false)
    announce(words.confirm.done)
  })
  return (
    <>
      <Standing {...procedure} />
      <Sheet
        title={words.slaTitle}
        fields={slaFields}
        settings={{ ...settings.sla }}
        defaults={{ ...defaults.sla }}
        typed={typing.typed}
        bad={typing.bad}
        onType={may ? typing.onType : null}
      />
      <PendingBar
        count={typing.count}
        bad={typing.bad.size}
        onReview={() => setAsking(true)}
        onForget={typing.forget}
      />
      {asking && (
        <ConfirmChange
          intro={words.confirm.sla}
          differences={typing.differences}
          pending={act.isPending}
          error={act.error}
          onSubmit={(reason) =>
            act.mutate({ body: { expected: number, change: { sla: typing.change }, reason } })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** How long each step may take. */
export const SlaPart = () => {
  const { word } = useOfficeText()
  const query = useProcedure()
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Loading label={word.loading} />}
        {query.data && <Deadlines procedure={query.data} />}
      </div>
      <div className="rounded-lg border border-line bg-panel">
        <History query={useProcedureChanges()} own={(field) => field.startsWith('sla.')} />
      </div>
    </div>
  )
}
