import { useState } from 'react'
import type { ProcedureView } from '#contracts/wire/routes/procedure.ts'
import { useSettingsAct } from '../../api/settings-queries.ts'
import { useMay } from '../../session/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useAnnounce } from '../../ui/toast.tsx'
import { ConfirmChange } from './confirm.tsx'
import { slaFields } from './fields.ts'
import { PendingBar } from './pending-bar.tsx'
import { ProcedurePart } from './procedure-part.tsx'
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
export const SlaPart = () => (
  <ProcedurePart prefix="sla.">{(procedure) => <Deadlines procedure={procedure} />}</ProcedurePart>
)
